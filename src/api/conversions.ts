import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import {
  convertRecords,
  getLineage,
  listActivity,
  redoOperation,
  undoOperation,
} from '#contract/conversions.ts';
import type { AnswerOf, BodyInput } from '#contract/operation.ts';
import { type RecordRow, getRecord, listRecords } from '#contract/records.ts';
import type { OperationType } from '#domain/operation.ts';
import { call } from './call.ts';
import { useWrite } from './intent.ts';
import { ProblemError } from './problemError.ts';
import { knownRecord, putCurrent, recordKeys } from './recordCache.ts';

export type Conversion = BodyInput<typeof convertRecords>;
export type Converted = AnswerOf<typeof convertRecords>;
export type Lineage = AnswerOf<typeof getLineage>;

type Activity = AnswerOf<typeof listActivity>;

const PAGE_ROWS = 100;
/** Records of one kind that are offered to go along. */
const LIKE_ROWS = 100;

const activityKeys = {
  all: ['activity'] as const,
  list: (type: OperationType | null) => ['activity', 'list', type] as const,
};
const previewKey = ['conversion-preview'] as const;

/** What a conversion would do, as the server plans it now; what was planned before stays until the next is there. */
export function useConversionPreview(conversion: Conversion | null) {
  return useQuery<Converted['plan'], ProblemError>({
    queryKey: [...previewKey, conversion],
    queryFn: async ({ signal, client }) => {
      if (!conversion) return null;
      try {
        const query = { preview: 'true' } as const;
        return (await call(convertRecords, { body: conversion, query, signal })).plan;
      } catch (fault) {
        // Read again, the record gives the preview its newer version by itself.
        const isStale = fault instanceof ProblemError && fault.code === 'version.stale';
        if (isStale) void client.invalidateQueries({ queryKey: ['records', 'one'] });
        throw fault;
      }
    },
    enabled: conversion !== null,
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 10_000,
  });
}

/** Does a conversion. Whatever was read before may be older than it: the rows are read again. */
export function useConvert() {
  return useWrite<Conversion, Converted>({
    send: (body, key) => call(convertRecords, { body, idempotencyKey: key }),
    step: (body) => ({
      recordId: ('record' in body ? body.record.id : body.records[0]?.id) ?? '',
      columnId: 'quantity',
      isMaking: true,
    }),
    refused: (client, problem) => {
      putCurrent(client, problem);
      void client.invalidateQueries({ queryKey: ['records', 'one'] });
    },
    settled: outdateAll,
  });
}

/** Takes a whole operation back. */
export function useUndo() {
  return useWrite<string, AnswerOf<typeof undoOperation>>({
    send: (id, key) => call(undoOperation, { params: { id }, idempotencyKey: key }),
    settled: outdateAll,
  });
}

/** Does again what was undone. */
export function useRedo() {
  return useWrite<string, AnswerOf<typeof redoOperation>>({
    send: (id, key) => call(redoOperation, { params: { id }, idempotencyKey: key }),
    settled: outdateAll,
  });
}

/** All operations, newest first. */
export function useActivity(type: OperationType | null) {
  return useInfiniteQuery<
    Activity,
    ProblemError,
    InfiniteData<Activity, number>,
    readonly (string | null)[],
    number
  >({
    queryKey: activityKeys.list(type),
    queryFn: ({ pageParam, signal }) => {
      const query = { offset: pageParam, limit: PAGE_ROWS, ...(type ? { type } : {}) };
      return call(listActivity, { query, signal });
    },
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length > 0 && read < last.total ? read : undefined;
    },
  });
}

/** What a record was made from and what was made from it; nothing is asked without an id. */
export function useLineage(id: string | null) {
  return useQuery<Lineage, ProblemError>({
    queryKey: ['record', id, 'lineage'],
    queryFn: ({ signal }) => call(getLineage, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
  });
}

/** Several records with all their codes, in the order of the ids; what a list already knows is shown meanwhile. */
export function useRecords(ids: readonly string[]) {
  const client = useQueryClient();
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: recordKeys.one(id),
      queryFn: ({ signal }: { signal: AbortSignal }) => call(getRecord, { params: { id }, signal }),
      placeholderData: () => knownRecord(client, id),
    })),
    combine: (results) => ({
      records: results.flatMap(({ data }) => data ?? []),
      isLoading: results.some(({ data, error }) => !data && !error),
      problem: results.find(({ data, error }) => !data && error !== null)?.error ?? null,
      refetch: () => {
        for (const result of results) void result.refetch();
      },
    }),
  });
}

/** Open records of the same SKU or, where there is none, of the same name. */
export function useRecordsLike(record: RecordRow | undefined) {
  const of = record && (record.sku === '' ? { q: record.name } : { sku: [record.sku] });
  return useQuery<RecordRow[], ProblemError>({
    queryKey: [...recordKeys.all, 'like', of],
    queryFn: async ({ signal }) => {
      const tracking = ['serialized', 'bulk'] as const;
      const query = { ...of, tracking: [...tracking], limit: LIKE_ROWS };
      return (await call(listRecords, { query, signal })).rows;
    },
    enabled: record !== undefined,
  });
}

export interface StandsInTheWay {
  recordId: string;
  recordName: string;
  blockers: readonly { what: string; detail: string }[];
}

/** The later work that an undo was refused for, and on which record; null when it was refused for something else. */
export function standsInTheWay({ code, facts }: ProblemError): StandsInTheWay | null {
  const { recordId, recordName, blockers } = facts;
  if (code !== 'operation.superseded' || typeof recordId !== 'string') return null;
  return {
    recordId,
    recordName: typeof recordName === 'string' ? recordName : '',
    blockers: (Array.isArray(blockers) ? blockers : []).flatMap((blocker: unknown) =>
      isBlocker(blocker) ? [{ what: blocker.what, detail: blocker.detail }] : [],
    ),
  };
}

function isBlocker(given: unknown): given is { what: string; detail: string } {
  if (typeof given !== 'object' || given === null) return false;
  return (
    'what' in given && typeof given.what === 'string' && 'detail' in given && typeof given.detail === 'string'
  );
}

/** One operation may touch ten thousand records: everything shown of any of them is read again. */
function outdateAll(client: QueryClient): void {
  client.removeQueries({ queryKey: previewKey });
  void client.invalidateQueries({ queryKey: recordKeys.all });
  outdateOperations(client);
}

/** What any operation makes stale besides the rows of the table, which whoever did it has put right. */
export function outdateOperations(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: recordKeys.allTotals });
  void client.invalidateQueries({ queryKey: ['record'] });
  void client.invalidateQueries({ queryKey: activityKeys.all });
  void client.invalidateQueries({ queryKey: recordKeys.labels });
}
