import { type Selectable, sql } from 'kysely';
import type { AdjustmentReason } from '#domain/adjustment.ts';
import { type Day, type Instant, knownDay } from '#domain/day.ts';
import type { DatedAdjustment } from '#domain/unitDays.ts';
import { inChunks } from './chunks.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

export interface StoredOperation {
  id: string;
  type: string;
  personId: string;
  personName: string;
  at: Instant;
}

export interface StoredAdjustment extends DatedAdjustment {
  id: string;
  recordId: string;
  operationId: string;
  /** The record's quantity afterwards. */
  quantity: number;
  recordedAt: Instant;
  note: string;
}

export const HISTORY_ACTIONS = [
  'created',
  'described',
  'quantity',
  'codes',
  'entry',
  'void',
  'import',
] as const;
export type HistoryAction = (typeof HISTORY_ACTIONS)[number];

/** Who changed what from what to what. `before` and `after` are plain JSON values. */
export interface HistoryLine {
  id: string;
  operationId: string;
  recordId: string;
  at: Instant;
  personId: string;
  personName: string;
  action: HistoryAction;
  field: string;
  before: unknown;
  after: unknown;
  note: string;
}

export async function insertOperation(transaction: WriteHandle, operation: StoredOperation): Promise<void> {
  const { id, type, personId, personName, at } = operation;
  await transaction
    .insertInto('operation')
    .values({ id, type, person_id: personId, person_name: personName, at })
    .execute();
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
  }));
  await inChunks(rows, (chunk) => transaction.insertInto('adjustment').values(chunk).execute());
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

export async function insertHistory(transaction: WriteHandle, lines: readonly HistoryLine[]): Promise<void> {
  const rows = lines.map((line) => ({
    id: line.id,
    operation_id: line.operationId,
    record_id: line.recordId,
    at: line.at,
    person_id: line.personId,
    person_name: line.personName,
    action: line.action,
    field: line.field,
    before: JSON.stringify(line.before ?? null),
    after: JSON.stringify(line.after ?? null),
    note: line.note,
  }));
  await inChunks(rows, (chunk) => transaction.insertInto('history_line').values(chunk).execute());
}

/** One window of a record's history, newest first. `hiddenActions` are left out of rows and count alike. */
export async function listHistory(
  database: ReadHandle,
  query: { recordId: string; hiddenActions: readonly HistoryAction[]; offset: number; limit: number },
): Promise<{ rows: HistoryLine[]; total: number }> {
  let lines = database.selectFrom('history_line').where('record_id', '=', query.recordId);
  if (query.hiddenActions.length > 0) lines = lines.where('action', 'not in', query.hiddenActions);
  const rows = await lines
    .selectAll()
    .orderBy('id', 'desc')
    .offset(query.offset)
    .limit(query.limit)
    .execute();
  const { total } = await lines.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  return { rows: rows.map(historyOf), total };
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

function historyOf(row: Selectable<Schema['history_line']>): HistoryLine {
  return {
    id: row.id,
    operationId: row.operation_id,
    recordId: row.record_id,
    at: row.at,
    personId: row.person_id,
    personName: row.person_name,
    action: row.action as HistoryAction, // written by insertHistory, which takes no other
    field: row.field,
    before: JSON.parse(row.before),
    after: JSON.parse(row.after),
    note: row.note,
  };
}
