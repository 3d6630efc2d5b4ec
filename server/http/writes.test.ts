import { beforeEach, expect, it } from 'vitest';
import { first } from '#server/testing/answerBody.ts';
import { describeEachStore } from '#server/testing/eachStore.ts';
import { type Answer, type TestApp, openTestApp } from '#server/testing/testApp.ts';

describeEachStore('A write', (store) => {
  let app: TestApp;
  let made = 0;

  beforeEach(() => {
    app ??= openTestApp(store());
  });

  it('with a repeated key gives the first answer, byte for byte, and is done once', async () => {
    const { id } = await newRecord({ quantity: 50 });
    const asking = { body: { change: 5, reason: 'found' }, key: 'five-more' };
    const answered = await app.ask('POST', `/api/records/${id}/adjustments`, asking);
    await app.ask('POST', `/api/records/${id}/adjustments`, { body: { change: 1, reason: 'found' } });
    const again = await app.ask('POST', `/api/records/${id}/adjustments`, asking);
    expect(again.text).toBe(answered.text);
    expect((await read(id)).quantity).toBe(56);
  });

  it('with a used key and another body is refused', async () => {
    const { id } = await newRecord({ quantity: 50 });
    await app.ask('POST', `/api/records/${id}/adjustments`, {
      body: { change: 5, reason: 'found' },
      key: 'reused',
    });
    const other = await app.ask('POST', `/api/records/${id}/adjustments`, {
      body: { change: 6, reason: 'found' },
      key: 'reused',
    });
    expect({ status: other.status, code: other.body.code }).toEqual({
      status: 422,
      code: 'idempotency.reused',
    });
    expect((await read(id)).quantity).toBe(55);
  });

  it('keeps its key apart from the same key of another person', async () => {
    const { id } = await newRecord({ quantity: 50 });
    const asking = { body: { change: 5, reason: 'found' }, key: 'shared-by-two' };
    await app.ask('POST', `/api/records/${id}/adjustments`, { ...asking, as: 'staff' });
    await app.ask('POST', `/api/records/${id}/adjustments`, { ...asking, as: 'manager' });
    expect((await read(id)).quantity).toBe(60);
  });

  it('that was refused may succeed later with the same key', async () => {
    const { id } = await newRecord({ quantity: 1, codes: ['later-1'] });
    const body = { name: 'Second', quantity: 1, codes: ['LATER-1'] };
    expect((await app.ask('POST', '/api/records', { body, key: 'later' })).status).toBe(409);
    await app.ask('PUT', `/api/records/${id}/codes`, { body: { codes: [] }, version: 1 });
    expect((await app.ask('POST', '/api/records', { body, key: 'later' })).status).toBe(201);
  });

  it('of a stale version answers with the record as it is now', async () => {
    const { id } = await newRecord({ quantity: 50 });
    await app.ask('POST', `/api/records/${id}/adjustments`, { body: { change: 2, reason: 'found' } });
    const stale = await app.ask('POST', `/api/records/${id}/adjustments`, {
      body: { set: 47, seen: 50 },
      version: 1,
    });
    expect(stale.status).toBe(412);
    expect(stale.body.current).toMatchObject({ id, quantity: 52, version: 2 });
  });

  it('asks before one becomes many, many become none, and none become some', async () => {
    const { id } = await newRecord({ quantity: 1 });
    const grow = await adjust(id, { change: 4, reason: 'found' });
    expect(grow.body).toMatchObject({
      status: 409,
      code: 'quantity.crossing',
      question: 'grow',
      options: ['units', 'pool'],
    });
    const close = await adjust(id, { change: -1, reason: 'lost' });
    expect(close.body).toMatchObject({ status: 409, question: 'close' });
    expect((await adjust(id, { change: -1, reason: 'lost', crossing: 'close' })).body).toMatchObject({
      notice: 'closes',
    });
    expect((await adjust(id, { change: 1 })).body).toMatchObject({ status: 409, question: 'reopen' });
    expect((await adjust(id, { change: 1, reason: 'found' })).body).toMatchObject({ notice: 'reopens' });
  });

  it('adds units beside a serialized record and shares their price out to the cent', async () => {
    const { id } = await newRecord({ name: 'Camera', sku: 'CAM', location: 'Shelf 1', quantity: 1 });
    const entry = { kind: 'purchase', amount: { amount: 1000, currency: 'EUR' } };
    const { body } = await adjust(id, { change: 3, reason: 'purchase', crossing: 'units', entry });
    const units = await Promise.all(body.added.map((unit) => read(unit)));
    expect(units.map(({ name, sku, location, quantity }) => ({ name, sku, location, quantity }))).toEqual(
      Array.from({ length: 3 }, () => ({ name: 'Camera', sku: 'CAM', location: 'Shelf 1', quantity: 1 })),
    );
    expect(units.map(({ cost }) => cost.amount)).toEqual([334, 333, 333]);
    expect((await read(id)).quantity).toBe(1);
  });

  it('pools a serialized record, whose own past stays readable as the pool’s', async () => {
    const { id } = await newRecord({ quantity: 1 });
    await post(id, { kind: 'repair', amount: 500 });
    await adjust(id, { change: 4, reason: 'purchase', crossing: 'pool' });
    expect(await read(id)).toMatchObject({ quantity: 5, tracking: 'bulk', individualSince: null });
    const { body } = await app.ask('GET', `/api/records/${id}/entries`);
    expect(body.rows).toMatchObject([{ kind: 'repair', quantity: 1, provenance: 'shared' }]);
  });

  it('posts the adjustment and its entry together or not at all', async () => {
    const { id } = await newRecord({ quantity: 50 });
    const sold = {
      change: -3,
      reason: 'sold',
      entry: { kind: 'sale', amount: { amount: 0, currency: 'EUR' } },
    };
    expect((await adjust(id, sold)).status).toBe(422);
    expect((await read(id)).quantity).toBe(50);
    const paid = { ...sold, entry: { kind: 'sale', amount: { amount: 900, currency: 'EUR' } } };
    expect((await adjust(id, paid)).body.record).toMatchObject({ quantity: 47, income: { amount: 900 } });
  });

  it('moves a code only from the record that it was told to', async () => {
    const owner = await newRecord({ quantity: 1, codes: ['move-1', 'move-2'] });
    const { id } = await newRecord({ quantity: 1 });
    const clash = await app.ask('PUT', `/api/records/${id}/codes`, {
      body: { codes: ['Move-1'] },
      version: 1,
    });
    expect(clash.body).toMatchObject({ status: 409, code: 'code.taken', ownerId: owner.id });
    const moved = await app.ask('PUT', `/api/records/${id}/codes`, {
      body: { codes: ['Move-1'], moveFrom: [owner.id] },
      version: 1,
    });
    expect(moved.body.record.codes).toMatchObject([{ code: 'Move-1' }]);
    expect((await read(owner.id)).codes).toMatchObject([{ code: 'move-2' }]);
    expect((await app.ask('GET', '/api/codes/MOVE-1')).body.record.id).toBe(id);
  });

  it('lets a detached code keep resolving to where it last led', async () => {
    const { id } = await newRecord({ quantity: 1, codes: ['printed/1 %'] });
    await app.ask('PUT', `/api/records/${id}/codes`, { body: { codes: [] }, version: 1 });
    const found = await app.ask('GET', `/api/codes/${encodeURIComponent('PRINTED/1 %')}`);
    expect(found.body).toMatchObject({ code: 'printed/1 %', state: 'detached', record: { id } });
  });

  it('that voids an entry leaves both lines and takes its money back', async () => {
    const { id } = await newRecord({ quantity: 1 });
    const { body } = await post(id, { kind: 'rental', amount: 700 });
    const entryId = body.entry.id;
    const voided = await app.ask('POST', `/api/entries/${entryId}/void`, { body: { reason: 'wrong bike' } });
    expect(voided.body.record.income.amount).toBe(0);
    const lines = (await app.ask('GET', `/api/records/${id}/entries`)).body.rows;
    expect(lines.map(({ amount, voids, voidedBy }) => [amount.amount, voids, voidedBy])).toEqual([
      [-700, entryId, null],
      [700, null, voided.body.entry.id],
    ]);
    const twice = await app.ask('POST', `/api/entries/${entryId}/void`, { body: { reason: 'again' } });
    expect(twice.body.code).toBe('entry.already-void');
    const voidOfVoid = await app.ask('POST', `/api/entries/${voided.body.entry.id}/void`, {
      body: { reason: 'again' },
    });
    expect(voidOfVoid.body.code).toBe('entry.is-void');
  });

  it('from an order system is counted once by its source and reference', async () => {
    const { id } = await newRecord({ quantity: 1 });
    const order = { kind: 'rental', amount: 700, source: 'shop', externalRef: 'order-1' };
    expect((await post(id, order)).status).toBe(201);
    expect((await post(id, order)).body.code).toBe('entry.ref-taken');
    expect((await read(id)).income.amount).toBe(700);
  });

  it('leaves one line of history for each change, whose before is the after of the line before it', async () => {
    const { id } = await newRecord({ quantity: 50 });
    await adjust(id, { change: 5, reason: 'found' });
    await app.ask('POST', `/api/records/${id}/adjustments`, { body: { set: 54, seen: 55 }, version: 2 });
    await adjust(id, { change: -999, reason: 'lost' });
    const lines = (await app.ask('GET', `/api/records/${id}/history`)).body.rows.toReversed();
    expect(
      lines.map(({ action, before, after }) => [action, before?.quantity ?? null, after.quantity]),
    ).toEqual([
      ['created', null, 50],
      ['quantity', 50, 55],
      ['quantity', 55, 54],
    ]);
  });

  async function newRecord(changes: object): Promise<{ id: string }> {
    const answer = await app.ask('POST', '/api/records', { body: { name: `Item ${made++}`, ...changes } });
    expect(answer.status).toBe(201);
    return { id: first(answer.body.ids) };
  }
  const read = async (id: string) => (await app.ask('GET', `/api/records/${id}`)).body;
  const adjust = (id: string, body: object): Promise<Answer> =>
    app.ask('POST', `/api/records/${id}/adjustments`, { body });
  const post = (id: string, { amount, ...rest }: { amount: number; [field: string]: unknown }) =>
    app.ask('POST', `/api/records/${id}/entries`, {
      body: { amount: { amount, currency: 'EUR' }, occurredOn: '2026-11-20', ...rest },
    });
});
