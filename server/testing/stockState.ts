/** What is stored of the stock of one random sequence: its state, and the sums that no conversion may change. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { directionOf } from '#domain/entry.ts';
import type { Store } from '#server/store/store.ts';
import type { Stock } from './conversionSteps.ts';

export interface StockState {
  /** Of everything a person can see of it: not of versions and moments of change. */
  hash: string;
  sums: Sums;
}

/** Units in all, money by kind, codes in use, and every line of the ledger. */
export interface Sums {
  units: number;
  money: Record<string, number>;
  codes: string[];
  entries: string[];
}

/** Reads the stock, and checks on the way that its stored figures equal the sums of its lines. */
export async function readStock({ read }: Store, { skus }: Stock): Promise<StockState> {
  const records = await read
    .selectFrom('record')
    .selectAll()
    .where('sku', 'in', skus)
    .orderBy('id')
    .execute();
  const ids = records.map(({ id }) => id);
  const totals = await read
    .selectFrom('kind_total')
    .selectAll()
    .where('record_id', 'in', ids)
    .orderBy('record_id')
    .orderBy('kind')
    .execute();
  const codes = await read
    .selectFrom('stock_code')
    .select(['record_id', 'code', 'kind', 'position'])
    .where('record_id', 'in', ids)
    .where('is_attached', '=', 1)
    .orderBy('code_key')
    .execute();
  const entries = await read
    .selectFrom('entry')
    .select(['id', 'record_id', 'kind', 'amount', 'voids'])
    .where('record_id', 'in', ids)
    .orderBy('id')
    .execute();
  const carries = await read
    .selectFrom('carry')
    .select(['kind', 'amount'])
    .where('record_id', 'in', ids)
    .execute();
  expect(sumsByKind(carries)).toEqual({});
  expect(sumsByKind(totals)).toEqual(sumsByKind(entries));
  for (const direction of ['income', 'cost'] as const) {
    const ofDirection = entries.filter(({ kind }) => directionOf(kind) === direction);
    expect(sumOf(records.map((record) => record[direction]))).toBe(
      sumOf(ofDirection.map(({ amount }) => amount)),
    );
  }
  const visible = records
    .filter((record) => record.is_withdrawn === 0)
    .map(({ version: _version, changed_at: _changedAt, ...record }) => record);
  const standing = new Set(visible.map(({ id }) => id));
  const visibleTotals = totals.filter((total) => standing.has(total.record_id));
  return {
    hash: createHash('sha256')
      .update(JSON.stringify([visible, visibleTotals, codes]))
      .digest('hex'),
    sums: {
      units: sumOf(records.map(({ quantity }) => quantity)),
      money: sumsByKind(totals),
      codes: codes.map(({ code }) => code),
      entries: entries.map((entry) => JSON.stringify(entry)),
    },
  };
}

export function sumsByKind(rows: readonly { kind: string; amount: number }[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { kind, amount } of rows) sums[kind] = (sums[kind] ?? 0) + amount;
  const known = Object.entries(sums).filter(([, amount]) => amount !== 0);
  return Object.fromEntries(known.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
