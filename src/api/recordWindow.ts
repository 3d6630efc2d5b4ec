import {
  type QueryClient,
  useQueries,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { type RecordRow, type RecordTotals, listRecords } from '#contract/records.ts';
import { call } from './call.ts';
import type { ProblemError } from './problemError.ts';
import {
  type RecordListQuery,
  type RecordWindowAnswer,
  WINDOW_ROWS,
  indexInList,
  isChangedSinceRead,
  recordKeys,
} from './recordCache.ts';
import { ShownWindows, indexesOf, readWindow, spanOf, windowOf, windowQuery } from './shownWindows.ts';

export interface RecordWindow<Row = RecordRow> {
  /** `waiting`: the rows of the question before are still shown. */
  state: 'loading' | 'ready' | 'waiting' | 'failed';
  problem: ProblemError | null;
  /** Rows in the list as it was read; an edit does not change it. */
  total: number;
  /** Over the whole filter, as it is now. */
  totals: RecordTotals | undefined;
  rowAt(index: number): Row | undefined;
  /** Calls back when rows have come or changed without the page being drawn anew for it; returns the way to stop. */
  watchRows?(onRows: () => void): () => void;
  /** Where a record stands, as far as its rows are loaded. */
  indexOf(id: string): number | undefined;
  /** Was it changed since its list was read? Then it may no longer stand where the list would have it now. */
  isChanged(id: string): boolean;
  /** Says which rows are on screen, both ends included. */
  loadWindow(first: number, last: number): void;
  /** Reads these rows, both ends included, for a block that reaches beyond the screen; `rowAt` has them then. */
  loadRows(first: number, last: number): Promise<void>;
  refresh(): void;
}

/**
 * The rows of a list of any length, read in windows around what is on screen. While a changed search or order loads, the
 * rows before stay; once loaded, rows never move until the person refreshes or asks something else.
 */
export function useRecordWindow(asked: RecordListQuery, startRow = 0): RecordWindow {
  const client = useQueryClient();
  const [windows, setWindows] = useState(() => new ShownWindows(client, asked, spanOf(startRow, startRow)));
  const { list, problem } = useSyncExternalStore(windows.subscribe, windows.facts);
  const shown = windows.query;
  const isSame = JSON.stringify(asked) === JSON.stringify(shown);
  // The new list may be shorter than where the person is now: its beginning is always needed.
  const askedIndexes = isSame ? [] : [...new Set([0, ...indexesOf(windows.span)])];
  const newest = useQueries({
    queries: askedIndexes.map((index) => windowQuery(client, asked, index)),
    combine,
  });
  const isLoaded = newest.answers.every((answer) => answer !== undefined);
  if (!isSame && isLoaded) setWindows(new ShownWindows(client, asked, windows.span));

  const newestProblem = isSame ? problem : newest.problem;
  const totals = useTotals(shown, list ?? undefined);
  return {
    state: stateOf({ hasRows: list !== null, isWaiting: !isSame, hasFailed: newestProblem !== null }),
    problem: newestProblem,
    total: list?.total ?? 0,
    totals,
    rowAt: windows.rowAt,
    watchRows: windows.watchRows,
    indexOf: (id) => indexInList(client, shown, id),
    isChanged: (id) => isChangedSinceRead(client, id),
    loadWindow: windows.show,
    loadRows: windows.loadRows,
    refresh() {
      void client.invalidateQueries({ queryKey: recordKeys.all });
    },
  };
}

/** The record before or after one in a list, reading on where the loaded rows end; null at the ends. */
export async function neighbourOf(
  client: QueryClient,
  query: RecordListQuery,
  from: { id: string; step: 1 | -1 },
) {
  const index = indexInList(client, query, from.id);
  if (index === undefined) return null;
  const next = index + from.step;
  if (next < 0) return null;
  const answer = await readWindow(client, query, windowOf(next));
  const row = answer.rows[next % WINDOW_ROWS];
  return row ? { row, index: next } : null;
}

/** The rows a list begins with. */
export function firstRows(client: QueryClient, query: RecordListQuery) {
  return windowQuery(client, query, 0);
}

/** Comes with each window; asked for alone after an edit has made it stale. */
export function useTotals(
  query: RecordListQuery,
  answer: Pick<RecordWindowAnswer, 'totals'> | undefined,
): RecordTotals | undefined {
  const { data } = useQuery({
    queryKey: recordKeys.totals(query),
    queryFn: async ({ signal }) =>
      (await call(listRecords, { query: { ...query, limit: 1 }, signal })).totals,
    enabled: answer !== undefined,
    staleTime: Infinity,
  });
  return data ?? answer?.totals;
}

export function combine(results: UseQueryResult<RecordWindowAnswer, ProblemError>[]) {
  return {
    answers: results.map((result) => result.data),
    problem: results.find((result) => result.error !== null)?.error ?? null,
  };
}

function stateOf(now: { hasRows: boolean; isWaiting: boolean; hasFailed: boolean }): RecordWindow['state'] {
  if (!now.hasRows) return now.hasFailed ? 'failed' : 'loading';
  return now.isWaiting && !now.hasFailed ? 'waiting' : 'ready';
}
