import { type InfiniteData, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { addEntry, getFigures, listEntries, listHistory, voidEntry } from '#contract/ledger.ts';
import type { AnswerOf, BodyInput } from '#contract/operation.ts';
import { call } from './call.ts';
import { useWrite } from './intent.ts';
import type { ProblemError } from './problemError.ts';
import { putRecord, recordKeys } from './recordCache.ts';
import { outdate } from './records.ts';

const PAGE_ROWS = 200;

export type NewEntry = BodyInput<typeof addEntry>;

/** The ledger of one record, newest first. */
export function useEntries(id: string) {
  return useInfiniteQuery<AnswerOf<typeof listEntries>, ProblemError, LedgerPages, readonly string[], number>(
    {
      queryKey: recordKeys.entries(id),
      queryFn: ({ pageParam, signal }) =>
        call(listEntries, { params: { id }, query: { offset: pageParam, limit: PAGE_ROWS }, signal }),
      initialPageParam: 0,
      getNextPageParam: nextOffset,
    },
  );
}

/** What the record earned and cost, and how each figure is known. Only asked by those who may see money. */
export function useFigures(id: string, isAllowed: boolean) {
  return useQuery<AnswerOf<typeof getFigures>, ProblemError>({
    queryKey: recordKeys.figures(id),
    queryFn: ({ signal }) => call(getFigures, { params: { id }, signal }),
    enabled: isAllowed,
  });
}

/** Who changed what, newest first. */
export function useHistory(id: string) {
  return useInfiniteQuery<
    AnswerOf<typeof listHistory>,
    ProblemError,
    HistoryPages,
    readonly string[],
    number
  >({
    queryKey: recordKeys.history(id),
    queryFn: ({ pageParam, signal }) =>
      call(listHistory, { params: { id }, query: { offset: pageParam, limit: PAGE_ROWS }, signal }),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
  });
}

/** Posts a cost or income of one record. */
export function useAddEntry(id: string) {
  return useWrite<NewEntry, AnswerOf<typeof addEntry>>({
    send: (body, key) => call(addEntry, { params: { id }, body, idempotencyKey: key }),
    step: () => ({ recordId: id, columnId: 'name' }),
    settled: posted,
  });
}

/** Takes an entry back by a second line. */
export function useVoidEntry() {
  return useWrite<{ id: string; reason: string }, AnswerOf<typeof voidEntry>>({
    send: ({ id, reason }, key) => call(voidEntry, { params: { id }, body: { reason }, idempotencyKey: key }),
    step: (_asked, { record }) => ({ recordId: record.id, columnId: 'name' }),
    settled: posted,
  });
}

type LedgerPages = InfiniteData<AnswerOf<typeof listEntries>, number>;
type HistoryPages = InfiniteData<AnswerOf<typeof listHistory>, number>;

/** The row shows the new money at once; the ledger, figures and history are read again: a back-dated line moves totals. */
function posted(client: QueryClient, { record }: AnswerOf<typeof addEntry>): void {
  putRecord(client, record);
  outdate(client, record.id);
}

function nextOffset(
  last: { rows: readonly unknown[]; total: number },
  pages: readonly { rows: readonly unknown[] }[],
) {
  const read = pages.reduce((sum, page) => sum + page.rows.length, 0);
  return last.rows.length > 0 && read < last.total ? read : undefined;
}
