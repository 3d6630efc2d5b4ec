import { describe, expect, it } from 'vitest';
import { first } from '#server/testing/answerBody.ts';
import { KNOEDLER, bringIn, knoedler } from '#server/testing/bringFiles.ts';
import { convert, post, read, seen, stateOf } from '#server/testing/conversionRequests.ts';
import { openTestSqlite } from '#server/testing/eachStore.ts';
import { cents, hasSharedData, readTruths } from '#server/testing/sharedData.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';

describe.skipIf(!hasSharedData(KNOEDLER))('A lot of two paintings', () => {
  it('serialized with shared history gives 513.76 and 513.75, and pooled back the record it was', async () => {
    const app = openTestApp((await openTestSqlite()).store);
    await bringIn(app, knoedler());
    const lot = first((await app.ask('GET', '/api/records?q=KP-33725')).body.rows);
    const done = await convert(app, {
      type: 'serialize',
      record: await seen(app, lot.id),
      units: 2,
      history: 'share',
    });
    const units = await Promise.all(done.body.made.map((id) => read(app, id)));
    expect(units.map(({ cost }) => cost.amount)).toEqual([51_376, 51_375]);
    expect((await app.ask('GET', '/api/records?limit=1')).body.totals).toMatchObject({
      quantity: 3875,
      codes: 3992,
      cost: { amount: 1_297_749_603 },
    });
    const records = await Promise.all([lot.id, ...done.body.made].map((id) => seen(app, id)));
    await convert(app, { type: 'pool', records, into: lot.id });
    expect(stateOf(await read(app, lot.id))).toEqual(stateOf(lot));
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
    const { rows } = (await app.ask('GET', '/api/records?sku=F879&tracking=bulk')).body;
    expect(first(rows).income.amount).toBe(23_173);
  });

  it('brought in as titles and serialized into copies keeps its income to the cent', async () => {
    const app = openTestApp((await openTestSqlite()).store);
    // Of the thousand titles 42 have no copy: nothing to bring in, and nothing earned.
    const all = readTruths(`${SAKILA}/titles.csv`);
    const stocked = titles.filter((title) => Number(title['copies']) > 0);
    const without = all.filter((title) => Number(title['copies']) === 0);
    expect([all.length, stocked.length, without.length]).toEqual([1000, 958, 42]);
    const ids = await createAll(
      app,
      stocked.map((title) => ({
        name: `Film ${title['film_id']}`,
        sku: `F${title['film_id']}`,
        quantity: Number(title['copies']),
      })),
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
    const { total, totals } = (await app.ask('GET', '/api/records?sku=F879&tracking=serialized')).body;
    expect(totals.income.amount).toBe(23_173);
    expect(total).toBe(Number(titles.find((title) => title['film_id'] === '879')?.['copies']));
  });
});

async function sum(app: TestApp) {
  return (await app.ask('GET', '/api/records?limit=1')).body.totals;
}

async function createAll(app: TestApp, records: object[]): Promise<string[]> {
  return (await app.ask('POST', '/api/records', { body: { records } })).body.ids;
}

async function earn(app: TestApp, earned: { id: string; amount: number }[]): Promise<void> {
  for (const { id, amount } of earned) if (amount !== 0) await post(app, id, { kind: 'rental', amount });
}
