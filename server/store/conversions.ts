import { sql } from 'kysely';
import type { EntryKind } from '#domain/entry.ts';
import { type Minor, minor } from '#domain/money.ts';
import { insertRows } from './manyRows.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

/** One line of a conversion: what a record got (or, negative, gave) of a kind. */
export interface StoredCarry {
  id: string;
  recordId: string;
  operationId: string;
  kind: EntryKind;
  amount: Minor;
  count: number;
}

export interface LineageLink {
  operationId: string;
  parentId: string;
  childId: string;
}

export async function insertCarries(
  transaction: WriteHandle,
  carries: readonly StoredCarry[],
): Promise<void> {
  const rows = carries.map(({ id, recordId, operationId, kind, amount, count }) => ({
    id,
    record_id: recordId,
    operation_id: operationId,
    kind,
    amount,
    count,
  }));
  await insertRows(transaction, { table: 'carry', rows });
}

export async function listCarriesOf(database: ReadHandle, operationId: string): Promise<StoredCarry[]> {
  const rows = await database
    .selectFrom('carry')
    .selectAll()
    .where('operation_id', '=', operationId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    recordId: row.record_id,
    operationId: row.operation_id,
    kind: row.kind,
    amount: minor(row.amount),
    count: row.count,
  }));
}

/** What conversions carried to a record in all, per kind: the inherited part of its totals. */
export async function inheritedTotals(
  database: ReadHandle,
  recordId: string,
): Promise<Map<EntryKind, Minor>> {
  const rows = await database
    .selectFrom('carry')
    .select(['kind', sql<string>`cast(sum(amount) as text)`.as('amount')])
    .where('record_id', '=', recordId)
    .groupBy('kind')
    .execute();
  return new Map(rows.map((row) => [row.kind, minor(Number(row.amount))]));
}

export async function insertLineage(transaction: WriteHandle, links: readonly LineageLink[]): Promise<void> {
  const rows = links.map(({ operationId, parentId, childId }) => ({
    operation_id: operationId,
    parent_id: parentId,
    child_id: childId,
  }));
  await insertRows(transaction, { table: 'lineage', rows });
}

export interface LineageNode {
  recordId: string;
  name: string;
  quantity: number;
  operationId: string;
  operationType: string;
  at: string;
  isUndone: boolean;
}

/** The records that a record was made from (`parents`) or that were made from it (`children`), newest first. */
export async function listLineage(
  database: ReadHandle,
  { recordId, side, limit }: { recordId: string; side: 'parents' | 'children'; limit: number },
): Promise<{ nodes: LineageNode[]; total: number }> {
  const [own, other] =
    side === 'parents' ? (['child_id', 'parent_id'] as const) : (['parent_id', 'child_id'] as const);
  const links = database.selectFrom('lineage').where(`lineage.${own}`, '=', recordId);
  const rows = await links
    .innerJoin('record', 'record.id', `lineage.${other}`)
    .innerJoin('operation', 'operation.id', 'lineage.operation_id')
    .select([
      'record.id',
      'record.name',
      'record.quantity',
      'operation.id as operation_id',
      'operation.type',
      'operation.at',
      'operation.is_undone',
    ])
    .orderBy('operation.id', 'desc')
    .orderBy('record.id')
    .limit(limit)
    .execute();
  const { total } = await links.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const nodes = rows.map((row) => ({
    recordId: row.id,
    name: row.name,
    quantity: row.quantity,
    operationId: row.operation_id,
    operationType: row.type,
    at: row.at,
    isUndone: row.is_undone === 1,
  }));
  return { nodes, total };
}
