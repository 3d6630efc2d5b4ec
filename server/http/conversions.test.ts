import { beforeAll, describe, expect, it } from 'vitest';
import { describeEachStore, openTestSqlite } from '#server/testing/eachStore.ts';
import { hasSharedData, readShared, readTruths } from '#server/testing/sharedData.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';
import { verify } from '#server/usecases/verify.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

async function create(app: TestApp, body: object): Promise<string> {
  return (await app.ask('POST', '/api/records', { body })).body.ids[0];
}
async function read(app: TestApp, id: string) {
  return (await app.ask('GET', `/api/records/${id}`)).body;
}
async function seen(app: TestApp, id: string) {
  return { id, version: (await read(app, id)).version };
}
const convert = (app: TestApp, body: object, query = '') =>
  app.ask('POST', `/api/conversions${query}`, { body });
const post = (app: TestApp, id: string, kind: string, amount: number) =>
  app.ask('POST', `/api/records/${id}/entries`, {
    body: { kind, amount: eur(amount), occurredOn: '2026-11-20' },
  });

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
      body.plan.records.map(({ quantity, carried }: any) => [quantity, carried[0].amount.amount]),
    ).toEqual([
      [1, -6667],
      [1, 3334],
      [1, 3333],
    ]);
    expect(await read(app, id)).toEqual(before);
  });

  it('serializes three of fifty with codes of their own, and is refused back while a repair depends on it', async () => {
    const id = await batch();
    await post(app, id, 'rental', 5000);
    await post(app, id, 'repair', 1000);
    const before = await read(app, id);
    const { version: _, changedAt: __, ...stateBefore } = before;
    const codes = [`U${run}-1`, `U${run}-2`, `U${run}-3`];
    const done = await convert(app, {
      type: 'serialize',
      record: await seen(app, id),
      units: 3,
      codes,
      history: 'share',
    });
    const units = await Promise.all(done.body.made.map((unit: string) => read(app, unit)));
    expect(
      units.map(({ quantity, codes: own, cost, income }) => [
        quantity,
        own[0].code,
        cost.amount,
        income.amount,
      ]),
    ).toEqual(codes.map((code) => [1, code, 220, 100]));
    expect(await read(app, id)).toMatchObject({ quantity: 47, cost: eur(10_340), income: eur(4700) });
    const repair = await post(app, units[0].id, 'repair', 700);
    const refused = await app.ask('POST', `/api/operations/${done.body.operationId}/undo`);
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'operation.superseded',
      recordId: units[0].id,
      blockers: [{ what: 'entry', detail: 'repair' }],
    });
    await app.ask('POST', `/api/entries/${repair.body.entry.id}/void`, { body: { reason: 'wrong pole' } });
    expect((await app.ask('POST', `/api/operations/${done.body.operationId}/undo`)).status).toBe(200);
    const { version: ___, changedAt: ____, ...stateAfter } = await read(app, id);
    expect(stateAfter).toEqual(stateBefore);
    expect((await app.ask('GET', `/api/records?q=${codes[0]}`)).body.total).toBe(0);
    expect((await app.ask('GET', `/api/codes/${codes[0]}`)).body.state).toBe('detached');
  });

  it('leaves what a unit cost unknown, not zero, when the history stays with the batch', async () => {
    const id = await batch();
    const done = await convert(app, {
      type: 'serialize',
      record: await seen(app, id),
      units: 1,
      history: 'keep',
    });
    expect(await read(app, done.body.made[0])).toMatchObject({ profit: null, acquisitionCost: null });
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
    await post(app, done.body.made[0], 'repair', 700);
    const { byKind } = (await app.ask('GET', `/api/records/${done.body.made[0]}/figures`)).body;
    expect(
      byKind.map(({ kind, own, inherited, shared }: any) => [
        kind,
        own.amount,
        inherited.amount,
        shared.amount,
      ]),
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
    expect(two.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('refuses to pool what is not of one SKU, and closed records', async () => {
    const [left, right] = [await batch(), await batch()];
    const records = [await seen(app, left), await seen(app, right)];
    expect((await convert(app, { type: 'pool', records })).body.code).toBe('conversion.different');
  });

  it('shows where a record came from and what was made from it', async () => {
    const id = await batch();
    const done = await convert(app, {
      type: 'split',
      record: await seen(app, id),
      quantity: 20,
      codes: [`B${run}`],
      history: 'share',
    });
    const part = done.body.made[0];
    expect((await app.ask('GET', `/api/records/${part}/lineage`)).body.parents.nodes).toMatchObject([
      { recordId: id, type: 'split', isUndone: false },
    ]);
    expect((await app.ask('GET', `/api/records/${id}/lineage`)).body.children.nodes).toMatchObject([
      { recordId: part },
    ]);
    expect((await app.ask('GET', '/api/activity?type=split&limit=1')).body.rows).toMatchObject([
      { type: 'split', records: 2, isUndoable: true },
    ]);
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
  const { differences, storedHash, replayedHash } = await verify(app.store.read);
  expect(differences.map(({ what, stored, replayed }) => [what, stored, replayed])).toEqual([
    ['quantity', '49', '50'],
    ['figures', expect.stringContaining('"cost":9999'), expect.stringContaining('"cost":10000')],
  ]);
  expect(storedHash).not.toBe(replayedHash);
});

const KNOEDLER = '01-knoedler-resale';
describe.skipIf(!hasSharedData(KNOEDLER))('A lot of two paintings', () => {
  it('serialized with shared history gives 513.76 and 513.75, and pooled back the record it was', async () => {
    const app = openTestApp((await openTestSqlite()).store);
    const form = new FormData();
    form.set('records', new File([readShared(`${KNOEDLER}/records-usd.csv`)], 'records.csv'));
    form.set('ledger', new File([readShared(`${KNOEDLER}/ledger-usd.csv`)], 'ledger.csv'));
    const checked = await app.ask('POST', '/api/imports', { form });
    await app.ask('POST', `/api/imports/${checked.body.id}/commit`, { body: { mode: 'all' } });
    const lot = (await app.ask('GET', '/api/records?q=KP-33725')).body.rows[0];
    const done = await convert(app, {
      type: 'serialize',
      record: await seen(app, lot.id),
      units: 2,
      history: 'share',
    });
    const units = await Promise.all(done.body.made.map((id: string) => read(app, id)));
    expect(units.map(({ cost }) => cost.amount)).toEqual([51_376, 51_375]);
    expect((await app.ask('GET', '/api/records?limit=1')).body.totals).toMatchObject({
      quantity: 3875,
      codes: 3992,
      cost: { amount: 1_297_749_603 },
    });
    const records = await Promise.all([lot.id, ...done.body.made].map((id) => seen(app, id)));
    await convert(app, { type: 'pool', records, into: lot.id });
    const { version: _, changedAt: __, ...was } = lot;
    const { version: ___, changedAt: ____, ...is } = await read(app, lot.id);
    expect(is).toEqual(was);
  });
});

const SAKILA = '04-sakila-rental';
describe.skipIf(!hasSharedData(SAKILA))('A shop of films', { timeout: 120_000 }, () => {
  const titles = readTruths(`${SAKILA}/truth-per-title.csv`);
  const filmByCopy = new Map(
    readTruths(`${SAKILA}/copies.csv`).map((copy) => [copy['inventory_id'], copy['film_id']]),
  );
  const copies = readTruths(`${SAKILA}/truth-per-copy.csv`).map((copy): Record<string, string> => ({
    ...copy,
    film_id: filmByCopy.get(copy['inventory_id']) ?? '',
  }));
  const sum = async (app: TestApp) => (await app.ask('GET', '/api/records?limit=1')).body.totals;

  it('brought in as copies and pooled to titles keeps its income; copy 4030 earned 46.95, title 879 231.73', async () => {
    const app = openTestApp((await openTestSqlite()).store);
    const ids = await createAll(
      app,
      copies.map((copy) => ({
        name: `Film ${copy['film_id']}`,
        sku: `F${copy['film_id']}`,
        quantity: 1,
        codes: [copy['inventory_id']],
      })),
    );
    await earn(
      app,
      copies.map((copy, index) => ({ id: ids[index] ?? '', amount: cents(copy['income']) })),
    );
    expect((await app.ask('GET', '/api/codes/4030')).body.record.income.amount).toBe(4695);
    expect((await sum(app)).income.amount).toBe(6_741_651);
    const byFilm = Map.groupBy(
      copies.map((copy, index) => ({ film: copy['film_id'], id: ids[index] ?? '' })),
      ({ film }) => film,
    );
    for (const [, members] of byFilm) {
      if (members.length < 2) continue;
      const records = await Promise.all(members.map(({ id }) => seen(app, id)));
      expect((await convert(app, { type: 'pool', records })).status).toBe(200);
    }
    expect(await sum(app)).toMatchObject({ quantity: 4581, codes: 4581, income: { amount: 6_741_651 } });
    expect((await app.ask('GET', '/api/records?sku=F879&tracking=bulk')).body.rows[0].income.amount).toBe(
      23_173,
    );
  });

  it('brought in as titles and serialized into copies keeps its income to the cent', async () => {
    const app = openTestApp((await openTestSqlite()).store);
    const stocked = titles.filter((title) => Number(title['copies']) > 0);
    const ids = await createAll(
      app,
      stocked.map((title) => ({ name: `Film ${title['film_id']}`, quantity: Number(title['copies']) })),
    );
    await earn(
      app,
      stocked.map((title, index) => ({ id: ids[index] ?? '', amount: cents(title['income']) })),
    );
    for (const [index, title] of stocked.entries()) {
      const units = Number(title['copies']);
      if (units < 2) continue;
      const record = await seen(app, ids[index] ?? '');
      expect((await convert(app, { type: 'serialize', record, units, history: 'share' })).status).toBe(200);
    }
    expect(await sum(app)).toMatchObject({ quantity: 4581, income: { amount: 6_741_651 } });
    expect((await app.ask('GET', '/api/records?limit=1&tracking=serialized')).body.total).toBe(4581);
  });

  async function createAll(app: TestApp, records: object[]): Promise<string[]> {
    return (await app.ask('POST', '/api/records', { body: { records } })).body.ids;
  }

  async function earn(app: TestApp, earned: { id: string; amount: number }[]): Promise<void> {
    for (const { id, amount } of earned) if (amount !== 0) await post(app, id, 'rental', amount);
  }
});

function cents(text: string | undefined): number {
  return Math.round(Number(text) * 100);
}
