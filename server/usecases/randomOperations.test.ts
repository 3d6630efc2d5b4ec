import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, recordMoney } from '#domain/figures.ts';
import { sumEntries } from '#domain/totals.ts';
import { allEntriesOf } from '#server/store/ledger.ts';
import { listAdjustments } from '#server/store/operations.ts';
import { totalRecords } from '#server/store/recordList.ts';
import { findRecord } from '#server/store/records.ts';
import type { Store } from '#server/store/store.ts';
import { type OpenedStore, openTestPostgres, openTestSqlite } from '#server/testing/eachStore.ts';
import { hasPostgres } from '#server/testing/postgres.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';

/** What a person may do next; records are named by their place among those that exist. */
type Step =
  | { do: 'create'; quantity: number; codes: number[]; cost: number | null }
  | { do: 'set'; record: number; to: number; isStale: boolean }
  | {
      do: 'change';
      record: number;
      by: number;
      crossing: 'units' | 'pool' | 'close' | null;
      price: number | null;
    }
  | { do: 'codes'; record: number; codes: number[]; isMoving: boolean }
  | { do: 'entry'; record: number; kind: string; amount: number; day: number }
  | { do: 'void'; record: number; entry: number }
  | { do: 'describe'; record: number; name: string };

const record = fc.nat({ max: 5 });
const codes = fc.array(fc.nat({ max: 9 }), { maxLength: 3 });
const amount = fc.oneof(
  fc.integer({ min: -500_000, max: 500_000 }),
  fc.constantFrom(0, 1, 10 ** 15, -(10 ** 15)),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('create' as const),
    quantity: fc.integer({ min: -1, max: 60 }),
    codes,
    cost: fc.option(amount),
  }),
  fc.record({
    do: fc.constant('set' as const),
    record,
    to: fc.integer({ min: 0, max: 60 }),
    isStale: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('change' as const),
    record,
    by: fc.integer({ min: -60, max: 5 }),
    crossing: fc.option(fc.constantFrom('units' as const, 'pool' as const, 'close' as const)),
    price: fc.option(amount),
  }),
  fc.record({ do: fc.constant('codes' as const), record, codes, isMoving: fc.boolean() }),
  fc.record({
    do: fc.constant('entry' as const),
    record,
    kind: fc.constantFrom('rental', 'sale', 'purchase', 'repair'),
    amount,
    day: fc.integer({ min: 1, max: 31 }),
  }),
  fc.record({ do: fc.constant('void' as const), record, entry: fc.nat({ max: 5 }) }),
  fc.record({
    do: fc.constant('describe' as const),
    record,
    name: fc.string({ unit: 'grapheme', maxLength: 12 }),
  }),
);

describe('Random sequences of operations', () => {
  it('leave every stored figure equal to the fold of what was posted', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        await withStore(openTestSqlite, async (app) => {
          for (const one of steps) await take(app, one);
          await expectFolded(app.store);
        });
      }),
      { numRuns: 60 },
    );
  });

  it.skipIf(!hasPostgres)(
    'are answered alike by SQLite and PostgreSQL, byte for byte',
    { timeout: 240_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 50 }), async (steps) => {
          await withStore(openTestSqlite, (sqlite) =>
            withStore(openTestPostgres, async (postgres) => {
              for (const one of steps) expect(await take(postgres, one)).toBe(await take(sqlite, one));
              const query = '/api/records?limit=500&sort=-profit,name';
              expect((await postgres.ask('GET', query)).text).toBe((await sqlite.ask('GET', query)).text);
              await expectFolded(postgres.store);
            }),
          );
        }),
        { numRuns: 15 },
      );
    },
  );
});

async function withStore(
  open: () => Promise<OpenedStore>,
  work: (app: TestApp) => Promise<void>,
): Promise<void> {
  const { store, drop } = await open();
  try {
    await work(openTestApp(store));
  } finally {
    await drop();
  }
}

/** Does one step through the API; answers what the API said. */
async function take(app: TestApp, one: Step): Promise<string> {
  const asked = await askFor(app, one);
  return asked ? `${asked.status} ${asked.text}` : 'nothing to do';
}

const money = (value: number) => ({ amount: value, currency: 'EUR' });
const texts = (numbers: number[]) => numbers.map((number) => `code-${number}`);

async function askFor(app: TestApp, one: Step) {
  if (one.do === 'create') {
    const purchaseCost = one.cost === null ? {} : { purchaseCost: money(one.cost) };
    return app.ask('POST', '/api/records', {
      body: { name: `n${one.quantity}`, quantity: one.quantity, codes: texts(one.codes), ...purchaseCost },
    });
  }
  const rows = (await app.ask('GET', '/api/records?limit=500&sort=changed')).body.rows;
  const target = rows[one.record % Math.max(rows.length, 1)];
  if (!target) return null;
  const { id, version, quantity } = target;
  switch (one.do) {
    case 'set':
      return app.ask('POST', `/api/records/${id}/adjustments`, {
        body: { set: one.to, seen: quantity },
        version: one.isStale ? version + 1 : version,
      });
    case 'change': {
      const reason = one.by > 0 ? 'purchase' : 'sold';
      const entry =
        one.price === null
          ? {}
          : { entry: { kind: one.by > 0 ? 'purchase' : 'sale', amount: money(one.price) } };
      const crossing = one.crossing === null ? {} : { crossing: one.crossing };
      return app.ask('POST', `/api/records/${id}/adjustments`, {
        body: { change: one.by, reason, ...crossing, ...entry },
      });
    }
    case 'codes': {
      const moveFrom = one.isMoving ? rows.map((row) => row.id) : [];
      return app.ask('PUT', `/api/records/${id}/codes`, {
        body: { codes: texts(one.codes), moveFrom },
        version,
      });
    }
    case 'entry': {
      const occurredOn = `2026-02-${String(one.day).padStart(2, '0')}`;
      return app.ask('POST', `/api/records/${id}/entries`, {
        body: { kind: one.kind, amount: money(one.amount), occurredOn },
      });
    }
    case 'void': {
      const entries = (await app.ask('GET', `/api/records/${id}/entries`)).body.rows;
      const entry = entries[one.entry % Math.max(entries.length, 1)];
      return entry ? app.ask('POST', `/api/entries/${entry.id}/void`, { body: { reason: 'no' } }) : null;
    }
    case 'describe':
      return app.ask('PATCH', `/api/records/${id}`, { body: { name: one.name }, version });
  }
}

/** Stored totals, figures and quantities against a fold from nothing; each code leads to one record. */
async function expectFolded({ read }: Store): Promise<void> {
  const ids = (await read.selectFrom('record').select('id').execute()).map(({ id }) => id);
  let profit = 0;
  for (const id of ids) {
    const found = await findRecord(read, id);
    if (!found) throw new Error('a record that was listed is there');
    const totals = sumEntries(await allEntriesOf(read, id));
    expect(found.totals).toEqual(totals);
    expect(found).toMatchObject(recordMoney(totals));
    const known = figuresOf(totals).profit;
    if (known.known) profit += known.value;
    const adjustments = await listAdjustments(read, id);
    expect(adjustments.reduce((sum, { delta }) => sum + delta, 0)).toBe(found.quantity);
    expect(adjustments.every(({ quantity }) => quantity >= 0)).toBe(true);
    expect(found.codes.length).toBe(found.codeCount);
  }
  expect((await totalRecords(read, { words: [], numbers: [] })).profit).toBe(profit);
}
