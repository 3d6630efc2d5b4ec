import { type Selectable, sql } from 'kysely';
import type { AdjustmentReason } from '#domain/adjustment.ts';
import { type Day, type Instant, knownDay } from '#domain/day.ts';
import { once } from '#domain/once.ts';
import type { DatedAdjustment } from '#domain/unitDays.ts';
import { insertRows, isOneOf } from './manyRows.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

export interface StoredOperation {
  id: string;
  type: string;
  personId: string;
  personName: string;
  at: Instant;
  /** The operation that this one took back, and the one that took this one back. */
  undoes: string | null;
  undoneBy: string | null;
  /** Taken back, and not done again since. */
  isUndone: boolean;
  /** What it was about: the first record's name, and how many records. */
  subject: string;
  recordCount: number;
}

export interface StoredAdjustment extends DatedAdjustment {
  id: string;
  recordId: string;
  operationId: string;
  /** The record's quantity afterwards. */
  quantity: number;
  recordedAt: Instant;
  note: string;
  /** The line of a ledger file that said so; brought in again, it is passed over. */
  externalRef?: string | null;
}

export async function insertOperation(transaction: WriteHandle, operation: StoredOperation): Promise<void> {
  const { id, type, at, undoes, subject } = operation;
  await transaction
    .insertInto('operation')
    .values({
      id,
      type,
      person_id: operation.personId,
      person_name: operation.personName,
      at,
      undoes,
      undone_by: operation.undoneBy,
      is_undone: operation.isUndone ? 1 : 0,
      subject,
      record_count: operation.recordCount,
      // Writes happen one after the other, so that the next number is free until this one is committed.
      number: sql<number>`(select coalesce(max(number), 0) + 1 from operation)`,
    })
    .execute();
}

export async function findOperation(database: ReadHandle, id: string): Promise<StoredOperation | null> {
  const row = await database.selectFrom('operation').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? operationOf(row) : null;
}

export async function findOperations(
  database: ReadHandle,
  ids: readonly string[],
): Promise<StoredOperation[]> {
  if (ids.length === 0) return [];
  const query = database
    .selectFrom('operation')
    .selectAll()
    .where(isOneOf(database, 'id', ids));
  return (await query.orderBy('id', 'desc').execute()).map(operationOf);
}

/** The last of the chain that began with an operation: itself, what undid it, what did it again, and so on. */
export async function lastOfChain(
  database: ReadHandle,
  operation: StoredOperation,
): Promise<StoredOperation> {
  const next = operation.undoneBy === null ? null : await findOperation(database, operation.undoneBy);
  return next ? lastOfChain(database, next) : operation;
}

/** Lengthens the chain, and says of its first operation whether it is undone now. */
export async function lengthenChain(
  transaction: WriteHandle,
  { first, last, next }: { first: StoredOperation; last: StoredOperation; next: string },
): Promise<void> {
  await transaction.updateTable('operation').set({ undone_by: next }).where('id', '=', last.id).execute();
  const isUndone = first.isUndone ? 0 : 1;
  await transaction
    .updateTable('operation')
    .set({ is_undone: isUndone })
    .where('id', '=', first.id)
    .execute();
}

export interface OperationFilter {
  types?: readonly string[];
  personId?: string;
}

/** One window of all operations, newest first. */
export async function listOperations(
  database: ReadHandle,
  { types, personId, offset, limit }: OperationFilter & { offset: number; limit: number },
): Promise<{ rows: StoredOperation[]; total: number }> {
  let operations = database.selectFrom('operation');
  if (types) operations = operations.where('type', 'in', types);
  if (personId !== undefined) operations = operations.where('person_id', '=', personId);
  const rows = await operations.selectAll().orderBy('id', 'desc').offset(offset).limit(limit).execute();
  const { total } = await operations.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  return { rows: rows.map(operationOf), total };
}

export async function insertAdjustments(
  transaction: WriteHandle,
  adjustments: readonly StoredAdjustment[],
): Promise<void> {
  const rows = adjustments.map((adjustment) => ({
    id: adjustment.id,
    record_id: adjustment.recordId,
    operation_id: adjustment.operationId,
    delta: adjustment.delta,
    quantity: adjustment.quantity,
    reason: adjustment.reason,
    occurred_on: adjustment.occurredOn,
    recorded_at: adjustment.recordedAt,
    note: adjustment.note,
    external_ref: adjustment.externalRef ?? null,
  }));
  await insertRows(transaction, { table: 'adjustment', rows });
}

/** A record's changes of quantity, in the order in which they were recorded. */
export async function listAdjustments(database: ReadHandle, recordId: string): Promise<StoredAdjustment[]> {
  const rows = await database
    .selectFrom('adjustment')
    .selectAll()
    .where('record_id', '=', recordId)
    .orderBy('id')
    .execute();
  return rows.map(adjustmentOf);
}

/** Which of these lines of ledger files have moved stock already. */
export async function findExitRefs(database: ReadHandle, refs: readonly string[]): Promise<Set<string>> {
  if (refs.length === 0) return new Set();
  const rows = await database
    .selectFrom('adjustment')
    .select('external_ref')
    .where(isOneOf(database, 'external_ref', refs))
    .execute();
  return new Set(rows.map((row) => row.external_ref ?? ''));
}

/** By how much one operation changed the quantity of each record, and when. */
export async function listDeltasOf(
  database: ReadHandle,
  operationId: string,
): Promise<Map<string, { delta: number; occurredOn: Day }>> {
  const dayOf = once(knownDay);
  const rows = await database
    .selectFrom('adjustment')
    .select(['record_id', 'delta', 'occurred_on'])
    .where('operation_id', '=', operationId)
    .orderBy('id')
    .execute();
  const deltas = new Map<string, { delta: number; occurredOn: Day }>();
  for (const { record_id: id, delta, occurred_on: day } of rows) {
    const before = deltas.get(id);
    deltas.set(id, { delta: (before?.delta ?? 0) + delta, occurredOn: before?.occurredOn ?? dayOf(day) });
  }
  return deltas;
}

function operationOf(row: Selectable<Schema['operation']>): StoredOperation {
  return {
    id: row.id,
    type: row.type,
    personId: row.person_id,
    personName: row.person_name,
    at: row.at,
    undoes: row.undoes,
    undoneBy: row.undone_by,
    isUndone: row.is_undone === 1,
    subject: row.subject,
    recordCount: row.record_count,
  };
}

function adjustmentOf(row: Selectable<Schema['adjustment']>): StoredAdjustment {
  return {
    id: row.id,
    recordId: row.record_id,
    operationId: row.operation_id,
    delta: row.delta,
    quantity: row.quantity,
    reason: row.reason satisfies AdjustmentReason,
    occurredOn: knownDay(row.occurred_on) satisfies Day,
    recordedAt: row.recorded_at,
    note: row.note,
  };
}
