import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { listCategories, listLocations, listSkus } from '#contract/catalogue.ts';
import type { AnswerOf, BodyInput } from '#contract/operation.ts';
import { type RecordRow, createRecords, describeRecord, getRecord } from '#contract/records.ts';
import { call } from './call.ts';
import { useWrite } from './intent.ts';
import type { ProblemError } from './problemError.ts';
import { foretellRecord, knownRecord, putCurrent, putRecord, recordKeys } from './recordCache.ts';
import { inOrder } from './recordOrder.ts';

/** A change of one record, and the version of it that the person saw. */
export interface RecordChange<Body> {
  id: string;
  version: number;
  body: Body;
}

export type DescriptionChange = RecordChange<BodyInput<typeof describeRecord>>;
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

/** Changes name, SKU, category, location, notes or reference; shown at once. */
export function useDescribeRecord() {
  return useWrite<DescriptionChange, AnswerOf<typeof describeRecord>>({
    send: ({ id, version, body }, key, client) =>
      inOrder(id, () => {
        const ifMatch = versionToName(client, id, version);
        return call(describeRecord, { params: { id }, body, ifMatch, idempotencyKey: key });
      }),
    foretell: (client, { id, body }) => {
      const given = Object.entries(body).filter(([, text]) => text !== undefined);
      return foretellRecord(client, id, Object.fromEntries(given));
    },
    refused: putCurrent,
    step: ({ id: recordId, body }) => ({ recordId, columnId: Object.keys(body)[0] ?? 'name' }),
    settled: (client, { record }) => {
      putRecord(client, record);
      outdate(client, record.id);
      void client.invalidateQueries({ queryKey: recordKeys.labels });
    },
  });
}

/** Makes a record. The list is read anew: the person expects to see it there. */
export function useCreateRecord() {
  return useWrite<NewRecord, AnswerOf<typeof createRecords>>({
    send: (body, key) => call(createRecords, { body, idempotencyKey: key }),
    settled: (client) => {
      void client.invalidateQueries({ queryKey: recordKeys.all });
      void client.invalidateQueries({ queryKey: recordKeys.labels });
    },
  });
}

/** What a change of a record makes stale besides the record itself. Rows stay; totals and the drawer are read again. */
export function outdate(client: QueryClient, id: string): void {
  void client.invalidateQueries({ queryKey: recordKeys.allTotals });
  void client.invalidateQueries({ queryKey: recordKeys.about(id) });
}

/** The version the person saw, or the newer one that their own earlier change has made meanwhile. */
function versionToName(client: QueryClient, id: string, seen: number): number {
  return Math.max(seen, knownRecord(client, id)?.version ?? seen);
}
