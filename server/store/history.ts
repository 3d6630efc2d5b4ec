import { type Selectable, sql } from 'kysely';
import type { Instant } from '#domain/day.ts';
import type { HistoryAction } from '#domain/operation.ts';
import { insertRows } from './manyRows.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

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
  await insertRows(transaction, { table: 'history_line', rows });
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

/** Every line that one operation left. */
export async function listHistoryOf(database: ReadHandle, operationId: string): Promise<HistoryLine[]> {
  const rows = await database
    .selectFrom('history_line')
    .selectAll()
    .where('operation_id', '=', operationId)
    .orderBy('id')
    .execute();
  return rows.map(historyOf);
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
