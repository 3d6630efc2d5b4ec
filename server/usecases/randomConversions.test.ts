import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionOf } from '#domain/entry.ts';
import type { Store } from '#server/store/store.ts';
import { type TestRecord, type TestRow, first } from '#server/testing/answerBody.ts';
import { convert, stateOf as stateOfRecord } from '#server/testing/conversionRequests.ts';
import { type OpenedStore, openTestPostgres, openTestSqlite } from '#server/testing/eachStore.ts';
import { hasPostgres } from '#server/testing/postgres.ts';
import { type Answer, type TestApp, openTestApp } from '#server/testing/testApp.ts';
import { verify } from './verify.ts';

/** What a person may do next; records and operations are named by their place among those that exist. */
type Step =
  | { do: 'adjust'; record: number; by: number }
  | { do: 'entry'; record: number; kind: string; amount: number }
  | { do: 'void'; record: number }
  | { do: 'serialize' | 'split'; record: number; units: number; codes: number; history: 'share' | 'keep' }
  | { do: 'pool' | 'merge'; records: number[]; isInto: boolean }
  | { do: 'undo' | 'redo'; operation: number };

const record = fc.nat({ max: 7 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('adjust' as const), record, by: fc.integer({ min: -3, max: 4 }) }),
  fc.record({
    do: fc.constant('entry' as const),
    record,
    kind: fc.constantFrom('rental', 'purchase', 'repair'),
    amount: fc.integer({ min: -9999, max: 99_999 }),
  }),
  fc.record({ do: fc.constant('void' as const), record }),
  fc.record({
    do: fc.constantFrom('serialize' as const, 'split' as const),
    record,
    units: fc.integer({ min: 1, max: 6 }),
    codes: fc.nat({ max: 2 }),
    history: fc.constantFrom('share' as const, 'keep' as const),
  }),
  fc.record({
    do: fc.constantFrom('pool' as const, 'merge' as const),
    records: fc.uniqueArray(record, { minLength: 2, maxLength: 4 }),
    isInto: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), operation: fc.nat({ max: 6 }) }),
);
const steps = fc.array(step, { minLength: 8, maxLength: 25 });
const stepsForward = steps.map((list) => list.filter((one) => one.do !== 'undo' && one.do !== 'redo'));

describe('Random conversions between other work', () => {
  it(
    'conserve units, money by kind, codes and entries after every step, undos in any order included',
    { timeout: 240_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, (list) => withStock(openTestSqlite, (app) => play(app, list))),
        { numRuns: 60 },
      );
    },
  );

  it('undone in reverse restore the first state, and done again the last', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(stepsForward, (list) =>
        withStock(openTestSqlite, (app) => playBackAndForth(app, list)),
      ),
      { numRuns: 60 },
    );
  });

  it.skipIf(!hasPostgres)(
    'are answered alike by both databases, byte for byte',
    { timeout: 240_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, (list) =>
          withStock(openTestSqlite, (sqlite) =>
            withStock(openTestPostgres, async (postgres) => {
              for (const one of list)
                expect((await take(postgres, one))?.text).toBe((await take(sqlite, one))?.text);
              expect(await stateOf(postgres)).toEqual(await stateOf(sqlite));
            }),
          ),
        ),
        { numRuns: 10 },
      );
    },
  );
});

async function play(app: TestApp, list: readonly Step[]): Promise<void> {
  for (const one of list) {
    const before = await sumsOf(app.store);
    const answer = await take(app, one);
    const isRefused = !answer || answer.status >= 400;
    if (isRefused || isConversion(one)) expect(await sumsOf(app.store)).toEqual(before);
  }
  const { differences, storedHash, replayedHash } = await verify(app.store.read);
  expect({ differences, hash: storedHash }).toEqual({ differences: [], hash: replayedHash });
}

async function playBackAndForth(app: TestApp, list: readonly Step[]): Promise<void> {
  const start = (await app.ask('GET', '/api/activity')).body.total;
  const initial = await stateOf(app);
  await play(app, list);
  const last = await stateOf(app);
  const { rows } = (await app.ask('GET', '/api/activity?limit=500')).body;
  const done = rows.slice(0, rows.length - start);
  for (const { id } of done) await turn(app, id, 'undo');
  expect(await stateOf(app)).toEqual(initial);
  for (const { id } of done.toReversed()) await turn(app, id, 'redo');
  expect(await stateOf(app)).toEqual(last);
  expect((await verify(app.store.read)).differences).toEqual([]);
  for (const { id } of done) await turn(app, id, 'undo');
  expect(await stateOf(app)).toEqual(initial);
}

async function turn(app: TestApp, id: string, way: 'undo' | 'redo'): Promise<void> {
  const answer = await app.ask('POST', `/api/operations/${id}/${way}`);
  expect({ way, status: answer.status, code: answer.body.code, blockers: answer.body.blockers }).toEqual({
    way,
    status: 200,
  });
}

const isConversion = (one: Step) => ['serialize', 'split', 'pool', 'merge'].includes(one.do);

async function withStock(
  open: () => Promise<OpenedStore>,
  work: (app: TestApp) => Promise<void>,
): Promise<void> {
  const { store, drop } = await open();
  try {
    const app = openTestApp(store);
    const records = [
      {
        name: 'Pole',
        sku: 'POLE',
        quantity: 7,
        codes: ['P1', 'P2', 'P3'],
        purchaseCost: { amount: 10_001, currency: 'EUR' },
      },
      { name: 'Pole', sku: 'POLE', quantity: 4, codes: ['P4'] },
      {
        name: 'Car',
        sku: 'CAR',
        quantity: 1,
        codes: ['C1'],
        purchaseCost: { amount: 1_000_000, currency: 'EUR' },
      },
    ];
    await app.ask('POST', '/api/records', { body: { records } });
    await work(app);
  } finally {
    await drop();
  }
}

async function take(app: TestApp, one: Step): Promise<Answer | null> {
  const { rows } = (await app.ask('GET', '/api/records?limit=500&sort=name')).body;
  const at = (place: number) => placed(rows, place);
  switch (one.do) {
    case 'adjust':
      return app.ask('POST', `/api/records/${at(one.record).id}/adjustments`, {
        body: {
          change: one.by,
          reason: one.by > 0 ? 'found' : 'lost',
          crossing: one.by > 0 ? 'pool' : 'close',
        },
      });
    case 'entry':
      return app.ask('POST', `/api/records/${at(one.record).id}/entries`, {
        body: { kind: one.kind, amount: { amount: one.amount, currency: 'EUR' }, occurredOn: '2026-03-01' },
      });
    case 'void': {
      const entries = (await app.ask('GET', `/api/records/${at(one.record).id}/entries`)).body.rows;
      const open = entries.find((entry) => entry.voids === null && entry.voidedBy === null);
      return open ? app.ask('POST', `/api/entries/${open.id}/void`, { body: { reason: 'no' } }) : null;
    }
    case 'serialize':
      return convert(app, {
        type: 'serialize',
        record: seen(at(one.record)),
        units: one.units,
        history: one.history,
        codes: Array.from({ length: one.codes }, (_, index) => `U${rows.length}-${index}`),
      });
    case 'split':
      return convert(app, {
        type: 'split',
        record: seen(at(one.record)),
        quantity: one.units,
        history: one.history,
        codes: at(one.record)
          .codes.slice(0, one.codes)
          .map(({ code }) => code),
      });
    case 'pool':
    case 'merge': {
      const members = [...new Set(one.records.map(at))].map(seen);
      return convert(app, { type: one.do, records: members, into: one.isInto ? members[0]?.id : null });
    }
    case 'undo':
    case 'redo': {
      const operations = (await app.ask('GET', '/api/activity?limit=7')).body.rows;
      const operation = placed(operations, one.operation);
      return operation.type === 'create'
        ? null
        : app.ask('POST', `/api/operations/${operation.id}/${one.do}`);
    }
  }
}

const seen = ({ id, version }: TestRecord) => ({ id, version });

function placed(rows: readonly TestRow[], place: number): TestRow {
  return first(rows.slice(place % rows.length));
}

/** What no conversion may change: units in all, money by kind, the codes in use, the entries. Carries sum to zero. */
async function sumsOf({ read }: Store) {
  const records = await read.selectFrom('record').select(['quantity', 'income', 'cost']).execute();
  const totals = await read.selectFrom('kind_total').selectAll().execute();
  const entries = await read.selectFrom('entry').select(['id', 'kind', 'amount']).orderBy('id').execute();
  const carries = await read.selectFrom('carry').selectAll().execute();
  const codes = await read
    .selectFrom('stock_code')
    .select('code_key')
    .where('is_attached', '=', 1)
    .orderBy('code_key')
    .execute();
  expect(sumsByKind(carries)).toEqual({});
  expect(sumsByKind(totals)).toEqual(sumsByKind(entries));
  const sum = (direction: string) =>
    entries.reduce((all, entry) => all + (directionOf(entry.kind) === direction ? entry.amount : 0), 0);
  expect(records.reduce((all, { income }) => all + income, 0)).toBe(sum('income'));
  expect(records.reduce((all, { cost }) => all + cost, 0)).toBe(sum('cost'));
  const units = records.reduce((all, { quantity }) => all + quantity, 0);
  const newCodes = codes.map(({ code_key }) => code_key).filter((key) => !key.startsWith('u'));
  return { units, money: sumsByKind(totals), codes: newCodes, entries: entries.length };
}

function sumsByKind(rows: readonly { kind: string; amount: number }[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { kind, amount } of rows) sums[kind] = (sums[kind] ?? 0) + amount;
  return Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0));
}

/** All records with their totals and their figures by kind. */
async function stateOf(app: TestApp) {
  const { rows, totals } = (await app.ask('GET', '/api/records?limit=500&sort=name')).body;
  const details = rows.map(stateOfRecord);
  const figures = await Promise.all(rows.map(({ id }) => app.ask('GET', `/api/records/${id}/figures`)));
  const byKind = figures.map(({ body }) =>
    body.byKind.filter((line) => line.amount.amount !== 0).map((line) => [line.kind, line.amount.amount]),
  );
  return { details, totals, byKind };
}
