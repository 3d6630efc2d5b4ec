import type { BulkChange } from '#domain/bulkChange.ts';
import { CELL_VERDICTS, type CellEdit, type CellVerdict, type QuantityAnswers } from '#domain/cellEdit.ts';
import { type Fault, fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import type { RecordFilter } from '#server/store/recordFilter.ts';
import { countRecords, listIds } from '#server/store/recordList.ts';
import { type RecordWithCodes, findRecordsWithCodes } from '#server/store/records.ts';
import type { ReadHandle } from '#server/store/store.ts';
import { type BatchPlan, type BatchProblem, planBulk, planEdits } from './batchPlan.ts';
import { writeBatch } from './batchWrite.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { writeOnce } from './writeOnce.ts';

/** Which cells, or which records with one change for all of them. */
export type BatchAsked =
  | { edits: readonly (CellEdit & { recordId: string })[] }
  | { recordIds: readonly string[]; change: BulkChange }
  | { filter: RecordFilter; change: BulkChange; seen: number | null };

export interface Batch {
  asked: BatchAsked;
  answers: QuantityAnswers;
  /** `all`: nothing is written while any edit is refused. */
  mode: 'all' | 'valid';
}

export interface BatchDone {
  /** Null for a preview, and when nothing was to change. */
  operationId: string | null;
  counts: Record<CellVerdict, number>;
  verdicts: CellVerdict[];
  problems: BatchProblem[];
  changed: number;
  /** The first of those that changed. */
  changedIds: string[];
  added: number;
}

/** The most records that one filter may change at once: more would keep everybody else waiting for too long. */
const MAX_BULK_RECORDS = 100_000;
const MOST_TOLD = 1000;

/** What a batch would do; nothing is written. */
export async function previewBatch(database: ReadHandle, batch: Batch): Promise<Outcome<BatchDone>> {
  const planned = await planBatch(database, batch);
  if (!planned.ok) return planned;
  const plan = planned.value;
  return accept(
    answerOf(batch, { plan, operationId: null, changedIds: [], changed: plan.changes.length, added: 0 }),
  );
}

/** Does a whole batch as one operation: what it changes is one step of history and is taken back as one. */
export function editBatch(
  context: Context,
  request: WriteRequest & { batch: Batch; signal: AbortSignal },
): Promise<Outcome<BatchDone>> {
  const { batch, signal } = request;
  return writeOnce<BatchDone>(context, { ...request, type: 'batch' }, async (operation) => {
    const planned = await planBatch(operation.transaction, batch);
    if (!planned.ok) return planned;
    const plan = planned.value;
    if (batch.mode === 'all' && plan.problems.length > 0) return refuse(faultsOf(batch, plan));
    const { changedIds, addedIds } = await writeBatch(operation, plan.changes);
    // Whoever left before it is kept shall find nothing changed. Going away is told between two turns of the event loop.
    if (!('edits' in batch.asked)) await nextTurn();
    if (signal.aborted) return refuse([fault({ code: 'request.cancelled' })]);
    const isDone = changedIds.length + addedIds.length > 0;
    return accept(
      answerOf(batch, {
        plan,
        operationId: isDone ? operation.id : null,
        changedIds: changedIds.slice(0, MOST_TOLD),
        changed: changedIds.length,
        added: addedIds.length,
      }),
    );
  });
}

async function planBatch(database: ReadHandle, { asked, answers }: Batch): Promise<Outcome<BatchPlan>> {
  if ('edits' in asked) {
    const records = await findRecordsWithCodes(database, [
      ...new Set(asked.edits.map(({ recordId }) => recordId)),
    ]);
    const edits = asked.edits.map(({ recordId, ...edit }) => ({
      recordId,
      record: records.get(recordId) ?? null,
      edit,
    }));
    return accept(await planEdits(database, { asked: edits, answers }));
  }
  const { change } = asked;
  const records = await findBulk(database, asked);
  return records.ok ? accept(await planBulk(database, { records: records.value, change, answers })) : records;
}

async function findBulk(
  database: ReadHandle,
  asked: Exclude<BatchAsked, { edits: unknown }>,
): Promise<Outcome<RecordWithCodes[]>> {
  if ('recordIds' in asked) {
    const found = await findRecordsWithCodes(database, [...new Set(asked.recordIds)]);
    const missing = asked.recordIds.find((id) => !found.has(id));
    if (missing !== undefined) return refuse([fault({ code: 'record.missing', id: missing })]);
    return accept([...found.values()]);
  }
  const { filter, seen } = asked;
  const current = await countRecords(database, filter);
  if (current > MAX_BULK_RECORDS)
    return refuse([fault({ code: 'batch.too-many', given: current, max: MAX_BULK_RECORDS })]);
  if (seen !== null && seen !== current) return refuse([fault({ code: 'batch.moved', seen, current })]);
  return accept([
    ...(await findRecordsWithCodes(database, await listIds(database, { filter, order: null }))).values(),
  ]);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function faultsOf(batch: Batch, { verdicts, problems }: BatchPlan): Fault[] {
  const refused = problems.length;
  const whole = fault({ code: 'batch.refused', edits: verdicts.length, refused });
  const list = 'edits' in batch.asked ? '/edits' : '/records';
  return [
    whole,
    ...problems.slice(0, MOST_TOLD).map(({ index, refusal }) => fault(refusal, `${list}/${index}`)),
  ];
}

function answerOf(
  { asked }: Batch,
  {
    plan,
    ...done
  }: { plan: BatchPlan } & Pick<BatchDone, 'operationId' | 'changed' | 'changedIds' | 'added'>,
): BatchDone {
  const isBulk = !('edits' in asked);
  const counts = Object.fromEntries(CELL_VERDICTS.map((verdict) => [verdict, 0])) as BatchDone['counts']; // each verdict has its zero
  for (const verdict of plan.verdicts) counts[verdict] += 1;
  return {
    ...done,
    counts,
    verdicts: isBulk ? [] : plan.verdicts,
    problems: isBulk ? plan.problems.slice(0, MOST_TOLD) : plan.problems,
  };
}
