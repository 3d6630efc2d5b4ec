import { type InfiniteData, type QueryClient, useInfiniteQuery } from '@tanstack/react-query';
import type { AnswerOf, BodyInput } from '#contract/operation.ts';
import { addReading, listReadings, voidReading } from '#contract/readings.ts';
import { call } from './call.ts';
import { useWrite } from './intent.ts';
import type { ProblemError } from './problemError.ts';
import { recordKeys } from './recordCache.ts';

const PAGE_ROWS = 100;

export type NewReading = BodyInput<typeof addReading>;
type Readings = AnswerOf<typeof listReadings>;

/** What was read off a record's meters, newest first. */
export function useReadings(id: string) {
  return useInfiniteQuery<Readings, ProblemError, InfiniteData<Readings>, readonly string[], number>({
    queryKey: [...recordKeys.about(id), 'readings'],
    queryFn: ({ pageParam, signal }) =>
      call(listReadings, { params: { id }, query: { offset: pageParam, limit: PAGE_ROWS }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return last.rows.length > 0 && loaded < last.total ? loaded : undefined;
    },
  });
}

/** Keeps a value read off a meter of one record. */
export function useAddReading(recordId: string) {
  return useWrite<NewReading, AnswerOf<typeof addReading>>({
    send: (body, key) => call(addReading, { params: { id: recordId }, body, idempotencyKey: key }),
    settled: (client) => outdate(client, recordId),
  });
}

/** Takes a reading of one record back; it stays visible. */
export function useVoidReading(recordId: string) {
  return useWrite<{ id: string; reason: string }, AnswerOf<typeof voidReading>>({
    send: ({ id, reason }, key) =>
      call(voidReading, { params: { id }, body: { reason }, idempotencyKey: key }),
    settled: (client) => outdate(client, recordId),
  });
}

/** The cost of one kilometre and the history go with the readings. */
function outdate(client: QueryClient, recordId: string): void {
  void client.invalidateQueries({ queryKey: recordKeys.about(recordId) });
}
