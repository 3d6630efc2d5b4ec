import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { listCategories, listLocations, listSkus } from '#contract/catalogue.ts';
import type { AnswerOf, BodyInput } from '#contract/operation.ts';
import { type RecordRow, createRecords, getRecord } from '#contract/records.ts';
import { call } from './call.ts';
import { useWrite } from './intent.ts';
import type { ProblemError } from './problemError.ts';
import { knownRecord, recordKeys } from './recordCache.ts';

export type NewRecord = Exclude<BodyInput<typeof createRecords>, { records: unknown }>;

const LABELS = { categories: listCategories, locations: listLocations, skus: listSkus };

/** One record with all its codes; what a list already knows is shown meanwhile. */
export function useRecord(id: string) {
  const client = useQueryClient();
  return useQuery<RecordRow, ProblemError>({
    queryKey: recordKeys.one(id),
    queryFn: ({ signal }) => call(getRecord, { params: { id }, signal }),
    placeholderData: () => knownRecord(client, id),
  });
}

/** Labels in use, for suggestions. */
export function useLabels(of: keyof typeof LABELS) {
  return useQuery(
    queryOptions({
      queryKey: [...recordKeys.labels, of],
      queryFn: async ({ signal }) => (await call(LABELS[of], { signal })).rows.map((label) => label.name),
      staleTime: 60_000,
    }),
  );
}

/** Makes a record. The list is read anew: the person expects to see it there. */
export function useCreateRecord() {
  return useWrite<NewRecord, AnswerOf<typeof createRecords>>({
    send: (body, key) => call(createRecords, { body, idempotencyKey: key }),
    step: (_asked, { ids }) => ({ recordId: ids[0] ?? '', columnId: 'name', isMaking: true }),
    settled: (client) => {
      void client.invalidateQueries({ queryKey: recordKeys.all });
      void client.invalidateQueries({ queryKey: recordKeys.labels });
    },
  });
}

/** What a change of a record makes stale besides the record itself. Rows stay; totals and the drawer are read again. */
export function outdate(client: QueryClient, id: string): void {
  outdateSums(client);
  void client.invalidateQueries({ queryKey: recordKeys.about(id) });
}

/** Somebody who types down a column changes the sums with each key: they are read again this often at most. */
const SUMS_MS = 250;
const sumsWaiting = new WeakSet<QueryClient>();

function outdateSums(client: QueryClient): void {
  if (sumsWaiting.has(client)) return;
  sumsWaiting.add(client);
  setTimeout(() => {
    sumsWaiting.delete(client);
    void client.invalidateQueries({ queryKey: recordKeys.allTotals });
    void client.invalidateQueries({ queryKey: recordKeys.allGroups });
  }, SUMS_MS);
}
