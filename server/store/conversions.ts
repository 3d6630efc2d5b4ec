import type { EntryKind } from '#domain/entry.ts';
import { type Minor, minor } from '#domain/money.ts';
import { once } from '#domain/once.ts';
import type { Carry } from '#domain/totals.ts';
import { kindLines, kindsText } from './kindsText.ts';
import { insertRows } from './manyRows.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

/** One line of a conversion: what a record got (or, negative, gave) of a kind. */
export interface StoredCarry extends Carry {
  recordId: string;
  operationId: string;
}

/** All that one operation carried to a record (or, negative, away from it). */
export interface Carried {
  recordId: string;
  operationId: string;
  kinds: readonly Carry[];
}

export interface LineageLink {
  operationId: string;
  parentId: string;
  childId: string;
}

/** All that one operation carries; each record's lines are one row. */
export async function insertCarries(transaction: WriteHandle, carries: readonly Carried[]): Promise<void> {
  const textOf = once(kindsText);
  const rows = carries.map(({ recordId, operationId, kinds }) => ({
    record_id: recordId,
    operation_id: operationId,
    kinds: textOf(kinds),
  }));
  await insertRows(transaction, { table: 'carry', rows });
}

/** What one operation carried, record by record; equal lines are the same value. */
export async function listCarriesOf(database: ReadHandle, operationId: string): Promise<Carried[]> {
  const linesOf = once(kindLines);
  const rows = await database
    .selectFrom('carry')
    .selectAll()
    .where('operation_id', '=', operationId)
    .orderBy('record_id')
    .execute();
  return rows.map(({ record_id: recordId, kinds }) => ({ recordId, operationId, kinds: linesOf(kinds) }));
}

/** The lines of one row. */
export function carriesOf(row: Schema['carry']): StoredCarry[] {
  const { record_id: recordId, operation_id: operationId } = row;
  return kindLines(row.kinds).map((line) => ({ ...line, recordId, operationId }));
}

/** What conversions carried to a record in all, per kind: the inherited part of its totals. */
export async function inheritedTotals(
  database: ReadHandle,
  recordId: string,
): Promise<Map<EntryKind, Minor>> {
  const rows = await database.selectFrom('carry').selectAll().where('record_id', '=', recordId).execute();
  const sums = new Map<EntryKind, Minor>();
  for (const { kind, amount } of rows.flatMap(carriesOf))
    sums.set(kind, minor((sums.get(kind) ?? 0) + amount));
  return sums;
}

export async function insertLineage(transaction: WriteHandle, links: readonly LineageLink[]): Promise<void> {
  const rows = links.map(({ operationId, parentId, childId }) => ({
    operation_id: operationId,
    parent_id: parentId,
    child_id: childId,
  }));
  await insertRows(transaction, { table: 'lineage', rows });
}
