import type { z } from 'zod';
import type { ConversionPlanRow, OperationRow, getLineage } from '#contract/conversions.ts';
import type { ImportReport } from '#contract/imports.ts';
import type { EntryRow, HistoryRow, RecordFigures } from '#contract/ledger.ts';
import type { Problem } from '#contract/problem.ts';
import type { RecordRow, RecordTotals } from '#contract/records.ts';
import type { RecordGroup } from '#contract/recordGroups.ts';
import type { SavedView } from '#contract/views.ts';
import type { UndoBlocker } from '#domain/operation.ts';

/** Every field that is optional or nullable is there: a test that reads one that is missing fails at that place. */
type Full<T> = { [K in keyof T]-?: NonNullable<T[K]> };
type Quantity = { quantity: number };

export type TestRecord = Full<RecordRow>;
/** A line of the inventory, the ledger, the history or the activity. */
export type TestRow = TestRecord &
  EntryRow &
  OperationRow &
  Full<RecordGroup> &
  SavedView &
  Pick<HistoryRow, 'action'> & { before: Quantity | null; after: Quantity };

/** Every field of any answer that some test reads. An answer has those of its own operation only. */
export interface AnswerBody extends TestRecord, z.output<typeof getLineage.answer> {
  rows: TestRow[];
  total: number;
  totals: Full<RecordTotals>;
  ids: string[];
  record: TestRecord;
  added: string[];
  view: SavedView;
  entry: EntryRow;
  byKind: RecordFigures['byKind'];
  operationId: string;
  made: string[];
  plan: ConversionPlanRow;
  state: string;
  faults: ImportReport['faults'];
  willAdd: ImportReport['willAdd'];
  replayedHash: string;
  code: Problem['code'];
  errors: NonNullable<Problem['errors']>;
  ownerId: string;
  current: TestRecord;
  blockers: readonly UndoBlocker[];
}

export function parseAnswer(text: string): AnswerBody {
  // Nothing is checked here: a test compares what it reads, and `contract.test.ts` holds answers to the contract.
  return JSON.parse(text) as AnswerBody;
}

/** The first of a list that has one. */
export function first<T>([item]: readonly T[]): T {
  if (item === undefined) throw new Error('The list is empty');
  return item;
}
