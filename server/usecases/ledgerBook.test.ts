import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { sumOf } from '#domain/reportSums.ts';
import { foldTotals } from '#domain/reportGroups.ts';
import { keepUntil } from '#domain/keptSums.ts';
import { knownDay } from '#domain/day.ts';
import type { ReadHandle } from '#server/store/store.ts';
import { openMemory } from '#server/node/openSqlite.ts';
import { createRecords } from './createRecords.ts';
import { viewOf } from './foldReport.ts';
import { openLedgerBook } from './ledgerBook.ts';
import { listedPlaces } from './readReport.ts';

it('A ledger whose first reading broke off is read again from the start, and no record counts twice.', async () => {
  const store = await openMemory();
  // Ids as the application makes them: others are kept in another way.
  const context = { store, clock: () => '2026-11-23T08:00:00.000Z', ids: () => randomUUID() };
  await createRecords(context, {
    person: { id: 'owner', name: 'Owner', role: 'admin' },
    idempotencyKey: 'key',
    requestHash: 'hash',
    drafts: Array.from({ length: 300 }, (_, index) => ({ name: `Item ${index}`, quantity: 1 })),
    pointerTo: () => '',
  });
  const book = openLedgerBook(failingOnce(store.read, 'entry', 3));
  const count = () =>
    book.read((columns) => {
      const view = viewOf(columns, {
        period: { from: null, to: null },
        asOf: knownDay('2026-11-23'),
        lives: new Map(),
      });
      keepUntil(columns, view);
      return sumOf(foldTotals({ columns, view, isWhole: true }, listedPlaces(columns)), 'records');
    });
  await expect(count()).rejects.toThrow('the line broke');
  expect(await count()).toBe(300);
  await store.close();
});

/** The database, which cannot be asked once: at the question about this table that has this number. */
function failingOnce(database: ReadHandle, table: string, number: number): ReadHandle {
  let asked = 0;
  return new Proxy(database, {
    get(target, name, receiver) {
      const other: unknown = Reflect.get(target, name, receiver);
      if (name !== 'selectFrom') return other;
      return (from: 'entry') => {
        if (from === table) asked += 1;
        if (from === table && asked === number) throw new Error('the line broke');
        return target.selectFrom(from);
      };
    },
  });
}
