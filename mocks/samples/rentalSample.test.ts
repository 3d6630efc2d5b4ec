import Database from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listEntries, listHistory } from '#contract/ledger.ts';
import { type RecordRow, listRecords } from '#contract/records.ts';
import { figuresOf } from '#domain/figures.ts';
import { minor } from '#domain/money.ts';
import { sumEntries } from '#domain/totals.ts';
import { openSampleApp } from '../openSampleApp.ts';
import { openSqliteWasm } from '../sqliteWasm.ts';

// A whole shop is made for each test: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Application = (request: Request) => Promise<Response>;

let application: Application;
let rows: RecordRow[];

beforeAll(async () => {
  // Figures reach up to today, so that today has to stand still.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T09:00:00Z') });
  application = await load(await openSqliteWasm());
  rows = listRecords.answer.parse(await ask(application, '/api/records?limit=500')).rows;
});

afterAll(() => {
  vi.useRealTimers();
});

test('The sample is the same each time, and the same over the WebAssembly build as over better-sqlite3', async () => {
  const first = await everyAnswer(application);
  expect(first.length).toBeGreaterThan(600);
  expect(await everyAnswer(await load(await openSqliteWasm()))).toEqual(first);
  const native = new Database(':memory:');
  native.pragma('foreign_keys = ON');
  expect(await everyAnswer(await load(native))).toEqual(first);
});

test('Its totals are these', async () => {
  const { totals } = listRecords.answer.parse(await ask(application, '/api/records'));
  expect(totals).toEqual({
    records: 167,
    quantity: 647,
    codes: 283,
    income: { amount: 20_687_940, currency: 'EUR' },
    cost: { amount: 19_860_570, currency: 'EUR' },
    profit: { amount: 346_680, currency: 'EUR' },
    profitUnknown: 9,
  });
});

test('Of two cars of one SKU, bought on one day for one price, one earns and the other loses because of its repairs', () => {
  const [first, second] = ['CAR-01', 'CAR-02'].map(find);
  expect(first?.sku).toBe(second?.sku);
  expect(first?.acquisitionCost).toEqual(second?.acquisitionCost);
  expect(first?.openedOn).toBe(second?.openedOn);
  expect(first?.profit?.amount).toBeGreaterThan(300_000);
  expect(second?.profit?.amount).toBeLessThan(-1_000_000);
});

test('Some things earn, some lose, of some nobody knows, some are bulk and some are gone', () => {
  const count = (is: (row: RecordRow) => boolean) => rows.filter(is).length;
  expect(count(({ profit }) => (profit?.amount ?? 0) > 0)).toBeGreaterThan(60);
  expect(count(({ profit }) => (profit?.amount ?? 0) < 0)).toBeGreaterThan(20);
  expect(count(({ profit }) => profit === null)).toBe(9);
  expect(count(({ tracking }) => tracking === 'bulk')).toBeGreaterThan(25);
  expect(count(({ tracking }) => tracking === 'closed')).toBe(7);
  expect(new Set(rows.map(({ category }) => category)).size).toBeGreaterThan(10);
});

test('What the table shows of a record equals the plain fold over its ledger', async () => {
  for (const row of rows) {
    const { rows: lines } = listEntries.answer.parse(
      await ask(application, `/api/records/${row.id}/entries?limit=500`),
    );
    const figures = figuresOf(
      sumEntries(lines.map(({ kind, amount, voids }) => ({ kind, amount: minor(amount.amount), voids }))),
    );
    expect([row.reference, row.income?.amount, row.cost?.amount]).toEqual([
      row.reference,
      figures.income,
      figures.cost,
    ]);
    expect(row.profit?.amount ?? null).toBe(figures.profit.known ? figures.profit.value : null);
  }
});

test('A bill that was booked twice is taken back, and both lines stay', async () => {
  const car = find('CAR-01');
  const { rows: lines } = listEntries.answer.parse(
    await ask(application, `/api/records/${car.id}/entries?limit=500`),
  );
  const tyres = lines.filter(({ occurredOn, kind }) => occurredOn === '2026-10-22' && kind === 'maintenance');
  expect(tyres.map(({ amount }) => amount.amount)).toEqual([-49_800, 49_800, 49_800]);
  expect(tyres.filter(({ voids }) => voids !== null)).toHaveLength(1);
});

test('A bike that was stolen and found again tells so in its history, newest first', async () => {
  const bike = find('CITY-06');
  expect(bike.tracking).toBe('serialized');
  const { rows: lines } = listHistory.answer.parse(await ask(application, `/api/records/${bike.id}/history`));
  expect(lines.map(({ action, person }) => `${action} by ${person}`)).toEqual([
    'entry by Luis Ortega',
    'quantity by Hanna Lutz',
    'quantity by Hanna Lutz',
    'created by Mira Brandt',
  ]);
});

function find(reference: string): RecordRow {
  const row = rows.find((candidate) => candidate.reference === reference);
  if (!row) throw new Error(`There is no ${reference}`);
  return row;
}

function load(database: SqliteDatabase): Promise<Application> {
  return openSampleApp('rental', {
    database,
    report: (fault) => {
      throw fault;
    },
  });
}

async function ask(app: Application, path: string): Promise<unknown> {
  const answer = await app(new Request(`http://shop${path}`));
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.json();
}

/** Everything that can be asked about the sample, as text. */
async function everyAnswer(app: Application): Promise<string[]> {
  const { rows: records } = listRecords.answer.parse(await ask(app, '/api/records?limit=500&sort=-profit'));
  const paths = ['/api/categories', '/api/locations', '/api/skus', '/api/session'];
  for (const { id } of records)
    paths.push(
      `/api/records/${id}`,
      ...['entries?limit=500', 'figures', 'history'].map((part) => `/api/records/${id}/${part}`),
    );
  const answers = [JSON.stringify(records)];
  for (const path of paths) answers.push(`${path} ${JSON.stringify(await ask(app, path))}`);
  return answers;
}
