import { beforeAll, expect, it } from 'vitest';
import { first } from '#server/testing/answerBody.ts';
import { convert, create, eur, post, read, seen, stateOf } from '#server/testing/conversionRequests.ts';
import { describeEachStore, openTestSqlite } from '#server/testing/eachStore.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';
import { verify } from '#server/usecases/verify.ts';

async function replaceCodes(app: TestApp, id: string, codes: string[]): Promise<void> {
  const { version } = await read(app, id);
  await app.ask('PUT', `/api/records/${id}/codes`, { body: { codes }, version });
}

const having = (text: string): unknown => expect.stringContaining(text);

describeEachStore('A conversion', (store) => {
  let app: TestApp;
  let run = 0;

  beforeAll(() => {
    app = openTestApp(store());
  });

  const batch = (changes: object = {}) =>
    create(app, {
      name: `Poles ${run++}`,
      sku: `POLE-${run}`,
      quantity: 50,
      codes: [`B${run}`],
      purchaseCost: eur(10_000),
      ...changes,
    });

  it('previews to the cent what each unit will carry, and writes nothing', async () => {
    const id = await batch({ quantity: 3, purchaseCost: eur(10_000) });
    const before = await read(app, id);
    const { body } = await convert(
      app,
      { type: 'serialize', record: await seen(app, id), units: 2, history: 'share' },
      '?preview=true',
    );
    expect(
      body.plan.records.map(({ quantity, carried }) => [quantity, first(carried).amount.amount]),
    ).toEqual([
      [1, -6667],
      [1, 3334],
      [1, 3333],
    ]);
    expect(await read(app, id)).toEqual(before);
  });

  it('serializes three of fifty with codes of their own, and is refused back while a repair depends on it', async () => {
    const id = await batch();
    await post(app, id, { kind: 'rental', amount: 5000 });
    await post(app, id, { kind: 'repair', amount: 1000 });
    const before = await read(app, id);
    const codes = [`U${run}-1`, `U${run}-2`, `U${run}-3`];
    const done = await convert(app, {
      type: 'serialize',
      record: await seen(app, id),
      units: 3,
      codes,
      history: 'share',
    });
    const units = await Promise.all(done.body.made.map((unit) => read(app, unit)));
    expect(
      units.map(({ quantity, codes: own, cost, income }) => [
        quantity,
        first(own).code,
        cost.amount,
        income.amount,
      ]),
    ).toEqual(codes.map((code) => [1, code, 220, 100]));
    expect(await read(app, id)).toMatchObject({ quantity: 47, cost: eur(10_340), income: eur(4700) });
    const repair = await post(app, first(units).id, { kind: 'repair', amount: 700 });
    const refused = await app.ask('POST', `/api/operations/${done.body.operationId}/undo`);
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'operation.superseded',
      recordId: first(units).id,
      blockers: [{ what: 'entry', detail: 'repair' }],
    });
    await app.ask('POST', `/api/entries/${repair.body.entry.id}/void`, { body: { reason: 'wrong pole' } });
    expect((await app.ask('POST', `/api/operations/${done.body.operationId}/undo`)).status).toBe(200);
    expect(stateOf(await read(app, id))).toEqual(stateOf(before));
    expect((await app.ask('GET', `/api/records?q=${codes[0]}`)).body.total).toBe(0);
    expect((await app.ask('GET', `/api/codes/${codes[0]}`)).body.state).toBe('detached');
  });

  it('taken back, makes units that no search finds, and done again, finds them by their codes', async () => {
    const id = await batch();
    const codes = [`SEEK${run}-1`, `SEEK${run}-2`];
    const done = await convert(app, {
      type: 'serialize',
      record: await seen(app, id),
      units: 2,
      codes,
      history: 'share',
    });
    const foundBy = async (text: string) => (await app.ask('GET', `/api/records?q=${text}`)).body.total;
    const founds = async () => [await foundBy(`SEEK${run}`), await foundBy(`POLE-${run}`)];
    expect(await founds()).toEqual([2, 3]);
    const undone = await app.ask('POST', `/api/operations/${done.body.operationId}/undo`);
    expect(undone.status).toBe(200);
    expect(await founds()).toEqual([0, 1]);
    const redone = await app.ask('POST', `/api/operations/${done.body.operationId}/redo`);
    expect(redone.status).toBe(200);
    expect(await founds()).toEqual([2, 3]);
  });

  it('taken back, leaves a batch what it got and gave away since, and where it closed meanwhile', async () => {
    const [moved, taken, added] = [`A${run}`, `Z${run}`, `N${run}`];
    const id = await batch({ quantity: 4, codes: [moved, taken] });
    const { body } = await convert(app, {
      type: 'split',
      record: await seen(app, id),
      quantity: 2,
      codes: [moved],
      history: 'share',
    });
    await replaceCodes(app, id, [taken, added]);
    await replaceCodes(app, id, [added]);
    await app.ask('POST', `/api/records/${id}/adjustments`, {
      body: { change: -2, reason: 'lost', crossing: 'close' },
    });
    expect((await app.ask('POST', `/api/operations/${body.operationId}/undo`)).status).toBe(200);
    const { quantity, codes, cost } = await read(app, id);
    expect({ quantity, codes: codes.map(({ code }) => code), cost: cost.amount }).toEqual({
      quantity: 2,
      codes: [moved, added],
      cost: 10_000,
    });
  });

  it('taken back, makes a unit of its own of a batch that is one by then', async () => {
    const id = await batch({ quantity: 2 });
    const { body } = await convert(app, {
      type: 'serialize',
      record: await seen(app, id),
      units: 1,
      history: 'keep',
    });
    await app.ask('POST', `/api/records/${id}/adjustments`, {
      body: { change: -1, reason: 'lost', crossing: 'close' },
    });
    expect((await app.ask('POST', `/api/operations/${body.operationId}/undo`)).status).toBe(200);
    const stored = app.store.read.selectFrom('record').selectAll().where('id', '=', id);
    expect(await stored.executeTakeFirstOrThrow()).toMatchObject({
      quantity: 1,
      individual_since: having('2026'),
    });
  });

  it('leaves what a unit cost unknown, not zero, when the history stays with the batch', async () => {
    const id = await batch();
    const done = await convert(app, {
      type: 'serialize',
      record: await seen(app, id),
      units: 1,
      history: 'keep',
    });
    expect(await read(app, first(done.body.made))).toMatchObject({ profit: null, acquisitionCost: null });
    expect(await read(app, id)).toMatchObject({ cost: eur(10_000) });
  });

  it('says of a unit what is its own and what it inherited', async () => {
    const id = await batch();
    const done = await convert(app, {
      type: 'serialize',
      record: await seen(app, id),
      units: 1,
      history: 'share',
    });
    await post(app, first(done.body.made), { kind: 'repair', amount: 700 });
    const { byKind } = (await app.ask('GET', `/api/records/${first(done.body.made)}/figures`)).body;
    expect(
      byKind.map(({ kind, own, inherited, shared }) => [kind, own.amount, inherited.amount, shared.amount]),
    ).toEqual([
      ['purchase', 0, 200, 0],
      ['repair', 700, 0, 0],
    ]);
  });

  it.each([
    ['more units than there are', { type: 'serialize', units: 51 }, 422, 'conversion.too-many'],
    ['a code twice', { type: 'serialize', units: 2, codes: ['x', 'X'] }, 422, 'code.repeated'],
    ['more codes than units', { type: 'serialize', units: 1, codes: ['x', 'y'] }, 422, 'conversion.too-many'],
    ['all of it split off', { type: 'split', quantity: 50 }, 422, 'conversion.too-many'],
    [
      'a code that the batch does not have',
      { type: 'split', quantity: 5, codes: ['elsewhere'] },
      422,
      'conversion.code-elsewhere',
    ],
  ])('refuses %s, with facts, and writes nothing', async (_, body, status, code) => {
    const id = await batch();
    const before = await read(app, id);
    const answer = await convert(app, { ...body, record: await seen(app, id) });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(await read(app, id)).toEqual(before);
  });

  it('refuses a code that is taken, and a version that has passed', async () => {
    const id = await batch();
    await create(app, { name: 'Other', quantity: 1, codes: [`T${run}`] });
    const taken = await convert(app, {
      type: 'serialize',
      record: await seen(app, id),
      units: 1,
      codes: [`t${run}`],
    });
    expect(taken.body).toMatchObject({ status: 409, code: 'code.taken', ownerName: 'Other' });
    const record = await seen(app, id);
    const two = await Promise.all([1, 2].map(() => convert(app, { type: 'serialize', record, units: 30 })));
    expect(two.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 412]);
  });

  it('refuses to pool what is not of one SKU, and closed records', async () => {
    const [left, right] = [await batch(), await batch()];
    const records = [await seen(app, left), await seen(app, right)];
    const names = records.map(() => having('Poles'));
    expect((await convert(app, { type: 'pool', records })).body).toMatchObject({
      status: 409,
      code: 'conversion.different',
      names,
    });
    const sku = `SAME-${run}`;
    const [open, closed] = [await batch({ sku }), await batch({ sku, quantity: 1 })];
    const close = { change: -1, reason: 'lost', crossing: 'close' };
    await app.ask('POST', `/api/records/${closed}/adjustments`, { body: close });
    const before = [await read(app, open), await read(app, closed)];
    const both = [await seen(app, open), await seen(app, closed)];
    expect((await convert(app, { type: 'pool', records: both })).body).toMatchObject({
      status: 409,
      code: 'conversion.closed',
    });
    expect([await read(app, open), await read(app, closed)]).toEqual(before);
  });

  it('refuses another currency than the workspace’s before any record can hold it: no pool of two currencies exists', async () => {
    const id = await batch();
    const before = await read(app, id);
    const body = { kind: 'repair', amount: { amount: 700, currency: 'USD' }, occurredOn: '2026-11-20' };
    const posted = await app.ask('POST', `/api/records/${id}/entries`, { body });
    expect(posted.status).toBeGreaterThanOrEqual(400);
    expect(posted.text).toContain('currency');
    expect(await read(app, id)).toEqual(before);
  });

  it('is done by one of two people who convert the same records at once; the other is told how they are now', async () => {
    const sku = `RIVAL-${run}`;
    const units = [await batch({ sku, quantity: 1 }), await batch({ sku, quantity: 1 })];
    const records = await Promise.all(units.map((id) => seen(app, id)));
    const answers = await Promise.all([1, 2].map(() => convert(app, { type: 'pool', records })));
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 412]);
    const loser = answers.find(({ status }) => status === 412);
    expect(loser?.body).toMatchObject({ code: 'version.stale', current: { quantity: 0, version: 2 } });
    const { total, totals } = (await app.ask('GET', `/api/records?sku=${sku}&quantity=gte:1`)).body;
    expect([total, totals.quantity]).toEqual([1, 2]);
  });

  it('checks out: every record equals the replay of its lines', async () => {
    const { body } = await app.ask('GET', '/api/verification');
    expect(body).toMatchObject({ differences: [], storedHash: body.replayedHash });
  });
});

it('names what differs when somebody has meddled with the database', async () => {
  const app = openTestApp((await openTestSqlite()).store);
  const id = await create(app, { name: 'Poles', quantity: 50, codes: ['P1'], purchaseCost: eur(10_000) });
  await app.store.read.updateTable('record').set({ cost: 9999, quantity: 49 }).where('id', '=', id).execute();
  const { differences, storedHash, replayedHash } = await verify(app.store);
  expect(differences.map(({ what, stored, replayed }) => [what, stored, replayed])).toEqual([
    ['quantity', '49', '50'],
    ['figures', having('"cost":9999'), having('"cost":10000')],
  ]);
  expect(storedHash).not.toBe(replayedHash);
});
