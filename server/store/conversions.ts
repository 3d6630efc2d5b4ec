import type { EntryKind } from '#domain/entry.ts';
import { type Minor, minor } from '#domain/money.ts';
import { type KindLine, kindLines, kindsText } from './kindsText.ts';
import { insertRows } from './manyRows.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

/** One line of a conversion: what a record got (or, negative, gave) of a kind. */
export interface StoredCarry extends KindLine {
  recordId: string;
  operationId: string;
}

export interface LineageLink {
  operationId: string;
  parentId: string;
  childId: string;
}

/** All that one operation carries; each record's lines are one row. */
export async function insertCarries(
  transaction: WriteHandle,
  carries: readonly StoredCarry[],
): Promise<void> {
  const lines = Map.groupBy(carries, ({ recordId, operationId }) => `${operationId} ${recordId}`);
  const rows = [...lines.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    return [{ record_id: first.recordId, operation_id: first.operationId, kinds: kindsText(all) }];
  });
  await insertRows(transaction, { table: 'carry', rows });
}

export async function listCarriesOf(database: ReadHandle, operationId: string): Promise<StoredCarry[]> {
  const rows = await database
    .selectFrom('carry')
    .selectAll()
    .where('operation_id', '=', operationId)
    .orderBy('record_id')
    .execute();
  return rows.flatMap(carriesOf);
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
