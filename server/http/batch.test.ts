import { beforeAll, expect, it } from 'vitest';
import { describeEachStore } from '#server/testing/eachStore.ts';
import { type Asking, type TestApp, openTestApp } from '#server/testing/testApp.ts';
import { verify } from '#server/usecases/verify.ts';

describeEachStore('A batch', (store) => {
  let app: TestApp;
  let run = 0;

  beforeAll(() => {
    app = openTestApp(store());
  });

  async function create(
    ...records: { name?: string; quantity?: number; codes?: string[]; location?: string }[]
  ) {
    run += 1;
    const body = {
      records: records.map((record) => ({
        name: `Item ${run}`,
        category: `C${run}`,
        quantity: 5,
        ...record,
      })),
    };
    return (await app.ask('POST', '/api/records', { body })).body.ids;
  }

  const read = async (id: string | undefined) => (await app.ask('GET', `/api/records/${String(id)}`)).body;
  const history = async (id: string | undefined) =>
    (await app.ask('GET', `/api/records/${String(id)}/history`)).body.total;
  const batch = (body: object, asking: Asking & { query?: string } = {}) =>
    app.ask('POST', `/api/batch${asking.query ?? ''}`, { ...asking, body: { mode: 'all', ...body } });

  it('changes many cells in one operation, which is undone and done again as one', async () => {
    const [one, two] = await create({ location: 'A', codes: [`x${run}`] }, { location: 'B' });
    const before = [await read(one), await read(two)];
    const done = await batch({
      edits: [
        { record: one, field: 'location', text: 'Shelf 4', version: 1 },
        { record: one, field: 'quantity', text: '9', seen: 5 },
        { record: one, field: 'codes', text: `n${run}-1..n${run}-3`, version: 1 },
        { record: two, field: 'quantity', text: '+5' },
        { record: two, field: 'notes', text: '=1+1', version: 1 },
        { record: two, field: 'location', text: 'B', version: 1 },
      ],
      answers: { increase: 'found' },
    });
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({
      verdicts: ['changed', 'changed', 'changed', 'changed', 'new', 'same'],
      counts: { new: 1, changed: 4, same: 1, invalid: 0, conflict: 0, asks: 0 },
      problems: [],
      changed: 2,
    });
    const after = [await read(one), await read(two)];
    expect(after).toMatchObject([
      { version: 2, location: 'Shelf 4', quantity: 9, codeCount: 3 },
      { version: 2, quantity: 10, notes: '=1+1', location: 'B' },
    ]);
    expect(await history(one)).toBe(4);
    const undone = await app.ask('POST', `/api/operations/${done.body.operationId}/undo`);
    expect(undone.status).toBe(200);
    for (const [index, id] of [one, two].entries()) {
      const { version: _version, changedAt: _at, ...rest } = await read(id);
      expect(before[index]).toMatchObject(rest);
    }
    await app.ask('POST', `/api/operations/${done.body.operationId}/redo`);
    expect(await read(one)).toMatchObject({ location: 'Shelf 4', quantity: 9, codeCount: 3 });
    expect((await verify(store())).differences).toEqual([]);
  });

  it('in the mode all writes nothing while one edit is refused, and says of each why', async () => {
    const [one, two] = await create({}, { codes: [`taken${run}`] });
    const edits = [
      { record: one, field: 'location', text: 'Shelf 4', version: 1 },
      { record: one, field: 'quantity', text: 'many', version: 1 },
      { record: one, field: 'codes', text: `taken${run - 1}`, version: 1 },
      { record: two, field: 'name', text: 'Other', version: 7 },
      { record: two, field: 'quantity', text: '0', version: 1 },
      { record: 'nobody', field: 'name', text: 'Other', version: 1 },
      { record: two, field: 'name', text: 'Twice', version: 1 },
    ];
    const refused = await batch({ edits });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'batch.refused', edits: 7, refused: 6 });
    expect(refused.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/edits/1 quantity.invalid',
      '/edits/2 code.taken',
      '/edits/3 cell.moved',
      '/edits/4 quantity.crossing',
      '/edits/5 record.missing',
      '/edits/6 batch.repeated',
    ]);
    expect(await read(one)).toMatchObject({ version: 1, location: '' });
    expect(await history(one)).toBe(1);

    const preview = await batch({ edits }, { query: '?preview=true' });
    expect(preview.body).toMatchObject({
      operationId: null,
      verdicts: ['new', 'invalid', 'invalid', 'conflict', 'asks', 'invalid', 'invalid'],
    });
    expect(preview.text).toContain(`"ownerId":"${String(two)}"`);
    expect(await read(one)).toMatchObject({ version: 1 });

    const valid = await batch({ edits, mode: 'valid' });
    expect(valid.body).toMatchObject({
      changed: 1,
      verdicts: ['new', 'invalid', 'invalid', 'conflict', 'asks', 'invalid', 'invalid'],
    });
    expect(await read(one)).toMatchObject({ version: 2, location: 'Shelf 4' });
    expect(await read(two)).toMatchObject({ version: 1 });
  });

  it('lets codes move between the rows of one paste, and takes them back with one undo', async () => {
    const [one, two] = await create({ codes: [`m${run}-1`] }, { codes: [`m${run}-2`] });
    const done = await batch({
      edits: [
        { record: one, field: 'codes', text: `m${run - 1}-2`, version: 1 },
        { record: two, field: 'codes', text: `m${run - 1}-1`, version: 1 },
      ],
    });
    expect(done.status).toBe(200);
    expect((await read(one)).codes).toMatchObject([{ code: `m${run - 1}-2` }]);
    await app.ask('POST', `/api/operations/${done.body.operationId}/undo`);
    expect((await read(one)).codes).toMatchObject([{ code: `m${run - 1}-1` }]);
    expect((await read(two)).codes).toMatchObject([{ code: `m${run - 1}-2` }]);
  });

  it('takes a conflict over when the newer value is named as seen', async () => {
    const [one] = await create({ location: 'A' });
    await app.ask('PATCH', `/api/records/${String(one)}`, { body: { location: 'Theirs' }, version: 1 });
    const edit = { record: one, field: 'location', text: 'Mine', version: 1 };
    expect((await batch({ edits: [edit] })).body.errors).toMatchObject([
      { code: 'cell.moved', current: 'Theirs' },
    ]);
    expect((await batch({ edits: [{ ...edit, seen: 'Theirs' }] })).status).toBe(200);
    expect(await read(one)).toMatchObject({ location: 'Mine' });
  });

  it('answers crossings for all of them at once, and adds units beside a serialized record', async () => {
    const [one, two, three] = await create({ quantity: 1 }, { quantity: 3 }, { quantity: 1, location: 'Z' });
    const edits = [
      { record: one, field: 'quantity', text: '3', version: 1 },
      { record: two, field: 'quantity', text: '0', version: 1 },
      { record: three, field: 'location', text: 'New place', version: 1 },
      { record: three, field: 'quantity', text: '2', version: 1 },
    ];
    const done = await batch({ edits, answers: { grow: 'units', close: 'lost' } });
    expect(done.body).toMatchObject({ verdicts: ['new', 'changed', 'changed', 'new'], changed: 2, added: 3 });
    expect(await read(two)).toMatchObject({ quantity: 0, tracking: 'closed' });
    const places = (await app.ask('GET', `/api/records?category=C${run}&q=Item`)).body.rows;
    expect(places.filter(({ location }) => location === 'New place')).toHaveLength(2);
    await app.ask('POST', `/api/operations/${done.body.operationId}/undo`);
    expect((await app.ask('GET', `/api/records?category=C${run}`)).body.totals).toMatchObject({
      records: 3,
      quantity: 5,
    });
  });

  it('changes every record of a filter, as many as the preview counted', async () => {
    await create({ codes: [`f${run}`] }, { quantity: 1 }, { quantity: 0 });
    const filter = { category: [`C${run}`] };
    const archive = { filter, change: { kind: 'archive', reason: 'sold' } };
    const preview = await batch(archive, { query: '?preview=true' });
    expect(preview.body).toMatchObject({ counts: { changed: 2, same: 1 }, changed: 2 });
    expect((await batch({ ...archive, seen: 2 })).body).toMatchObject({
      code: 'batch.moved',
      seen: 2,
      current: 3,
    });
    const done = await batch({ ...archive, seen: 3 });
    expect(done.body).toMatchObject({ changed: 2 });
    expect((await app.ask('GET', `/api/records?category=C${run}`)).body.totals).toMatchObject({
      quantity: 0,
    });
    await app.ask('POST', `/api/operations/${done.body.operationId}/undo`);
    expect((await app.ask('GET', `/api/records?category=C${run}`)).body.totals).toMatchObject({
      quantity: 6,
      codes: 1,
    });
    const prefixed = await batch({ filter, change: { kind: 'codePrefix', prefix: 'W-' } });
    expect(prefixed.body).toMatchObject({ counts: { changed: 1, same: 2 } });
    expect((await app.ask('GET', `/api/codes/W-f${run - 1}`)).status).toBe(200);
    const placed = await batch({ filter, change: { kind: 'text', field: 'location', text: 'Hall 2' } });
    expect(placed.body).toMatchObject({ counts: { new: 3 } });
  });

  it('keeps to what the role may do', async () => {
    const [one] = await create({});
    const edits = [{ record: one, field: 'location', text: 'A', version: 1 }];
    expect((await batch({ edits }, { as: 'viewer' })).status).toBe(403);
    const change = { kind: 'text', field: 'location', text: 'A' };
    expect((await batch({ filter: { profit: ['lt:0'] }, change }, { as: 'staff' })).body.code).toBe(
      'forbidden',
    );
    const done = await batch({ edits }, { as: 'staff' });
    expect(done.status).toBe(200);
    expect(done.text).not.toContain('profit');
  });

  it('is done once however often it is sent', async () => {
    const [one] = await create({});
    const body = { edits: [{ record: one, field: 'quantity', text: '+5' }], answers: { increase: 'found' } };
    const first = await batch(body, { key: `once-${run}` });
    const again = await batch(body, { key: `once-${run}` });
    expect(again.body.operationId).toBe(first.body.operationId);
    expect(await read(one)).toMatchObject({ quantity: 10 });
  });
});
