import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { editBatch } from '#contract/batch.ts';
import type { AnswerOf, BodyInput } from '#contract/operation.ts';
import type { RecordRow } from '#contract/records.ts';
import { call } from './call.ts';
import { outdateOperations } from './conversions.ts';
import { useWrite } from './intent.ts';
import { foretellRecords, putRecords, recordKeys } from './recordCache.ts';
import { inOrderOfAll } from './recordOrder.ts';
import type { StepPlace } from './steps.ts';
import { holdPage, untilAnswered } from './untilAnswered.ts';

export type Batch = BodyInput<typeof editBatch>;
export type CellBatch = Extract<Batch, { edits: unknown }>;
export type BulkBatch = Exclude<Batch, { edits: unknown }>;
export type BatchAnswer = AnswerOf<typeof editBatch>;

/** A block of cells to be written, and how its rows will look. */
export interface BlockToWrite {
  body: CellBatch;
  /** Of this intent: an attempt after a reload repeats it. */
  key: string;
  place: StepPlace;
  foretold: readonly { row: RecordRow; change: (row: RecordRow) => RecordRow }[];
}

/** Writes a block of cells as one operation: shown at once, put back when it is refused. */
export function useWriteBlock() {
  return useWrite<BlockToWrite, BatchAnswer>({
    fingerprint: ({ key }) => key,
    send: ({ body, key }) =>
      inOrderOfAll(
        body.edits.map(({ record }) => record),
        () => untilAnswered(() => call(editBatch, { body, idempotencyKey: key })),
      ),
    foretell: (client, { foretold }) => foretellRecords(client, foretold),
    step: ({ place }, { added }) => ({ ...place, isMaking: added > 0 }),
    settled: (client, answer, { foretold }) => {
      // Of very many the answer tells the first; the others are shown as foretold until the list has been read anew.
      if (answer.changed > answer.records.length)
        putRecords(
          client,
          foretold.map(({ row, change }) => change(row)),
        );
      show(client, answer);
    },
  });
}

/** Shows how rows will look before they can be sent; leaving the page asks until that is taken back. */
export function useForetellBlock(): (foretold: BlockToWrite['foretold']) => () => void {
  const client = useQueryClient();
  return (foretold) => {
    const putBack = foretellRecords(client, foretold);
    const letGo = holdPage();
    return () => {
      putBack();
      letGo();
    };
  };
}

/** Changes all records of a filter or a selection alike, as one operation. */
export function useWriteBulk() {
  return useWrite<{ body: BulkBatch; place: StepPlace; signal: AbortSignal }, BatchAnswer>({
    send: ({ body, signal }, key) => call(editBatch, { body, idempotencyKey: key, signal }),
    step: ({ place }, { added }) => ({ ...place, isMaking: added > 0 }),
    settled: show,
  });
}

/** What a batch would do, with a verdict for each cell; nothing is written. */
export function previewBatch(body: Batch, signal?: AbortSignal): Promise<BatchAnswer> {
  return call(editBatch, { body, query: { preview: 'true' }, signal });
}

function show(client: QueryClient, { records, changed, added }: BatchAnswer): void {
  putRecords(client, records);
  if (changed > records.length || added > 0) void client.invalidateQueries({ queryKey: recordKeys.windows });
  outdateOperations(client);
}
