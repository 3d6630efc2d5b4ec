import {
  CancelledError,
  type QueryClient,
  queryOptions,
  useQueries,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useState } from 'react';
import { type RecordRow, type RecordTotals, listRecords } from '#contract/records.ts';
import { call } from './call.ts';
import type { ProblemError } from './problemError.ts';
import {
  type RecordListQuery,
  type RecordWindowAnswer,
  WINDOW_ROWS,
  indexInList,
  isChangedSinceRead,
  markRead,
  recordKeys,
} from './recordCache.ts';

/** Rows fetched ahead of the screen, so that scrolling at reading speed meets no empty row. */
const AHEAD_ROWS = 60;

export interface RecordWindow<Row = RecordRow> {
  /** `waiting`: the rows of the question before are still shown. */
  state: 'loading' | 'ready' | 'waiting' | 'failed';
  problem: ProblemError | null;
  /** Rows in the list as it was read; an edit does not change it. */
  total: number;
  /** Over the whole filter, as it is now. */
  totals: RecordTotals | undefined;
  rowAt(index: number): Row | undefined;
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

interface Span {
  first: number;
  last: number;
}

/**
 * The rows of a list of any length, read in windows around what is on screen. While a changed search or order loads, the
 * rows before stay; once loaded, rows never move until the person refreshes or asks something else.
 */
export function useRecordWindow(asked: RecordListQuery, startRow = 0): RecordWindow {
  const client = useQueryClient();
  const [span, setSpan] = useState(() => spanOf(startRow, startRow));
  const [shown, setShown] = useState(asked);
  const isSame = JSON.stringify(asked) === JSON.stringify(shown);
  const shownIndexes = indexesOf(span);
  // The new list may be shorter than where the person is now: its beginning is always needed.
  const askedIndexes = isSame ? [] : [...new Set([0, ...shownIndexes])];
  const shownState = useQueries({
    queries: shownIndexes.map((index) => windowQuery(client, shown, index)),
    combine,
  });
  const askedState = useQueries({
    queries: askedIndexes.map((index) => windowQuery(client, asked, index)),
    combine,
  });
  const newest = isSame ? shownState : askedState;
  const isLoaded = newest.answers.every((answer) => answer !== undefined);
  if (!isSame && isLoaded) setShown(asked);

  // A jump to the end leaves every loaded window behind: the list is as long as it was, and its rows are on their way.
  const first = shownState.answers.find((answer) => answer !== undefined) ?? knownWindow(client, shown);
  const totals = useTotals(shown, first);
  const byIndex = new Map(shownIndexes.map((index, place) => [index, shownState.answers[place]?.rows]));
  return {
    state: stateOf({ hasRows: first !== undefined, isWaiting: !isSame, hasFailed: newest.problem !== null }),
    problem: newest.problem,
    total: first?.total ?? 0,
    totals,
    rowAt(index) {
      const window = windowOf(index);
      const rows =
        byIndex.get(window) ??
        client.getQueryData<RecordWindowAnswer>(recordKeys.window(shown, window))?.rows;
      return rows?.[index % WINDOW_ROWS];
    },
    indexOf: (id) => indexInList(client, shown, id),
    isChanged: (id) => isChangedSinceRead(client, id),
    loadWindow(from, to) {
      const next = spanOf(from, to);
      // Asked for here, because setting what is set already would draw the page once more.
      if (span.first !== next.first || span.last !== next.last) setSpan(next);
    },
    async loadRows(from, to) {
      const windows = indexesOf({ first: windowOf(from), last: windowOf(to) });
      await Promise.all(windows.map((index) => readWindow(client, shown, index)));
    },
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

/** Reads a window for its own sake: scrolling it out of sight meanwhile ends the screen's reading of it, not this one. */
async function readWindow(
  client: QueryClient,
  query: RecordListQuery,
  index: number,
): Promise<RecordWindowAnswer> {
  try {
    return await client.query(windowQuery(client, query, index));
  } catch (fault) {
    if (fault instanceof CancelledError) return readWindow(client, query, index);
    throw fault;
  }
}

/** The rows a list begins with. */
export function firstRows(client: QueryClient, query: RecordListQuery) {
  return windowQuery(client, query, 0);
}

export function windowQuery(client: QueryClient, query: RecordListQuery, index: number) {
  return queryOptions<RecordWindowAnswer, ProblemError>({
    queryKey: recordKeys.window(query, index),
    queryFn: async ({ signal }) => {
      const page = { offset: index * WINDOW_ROWS, limit: WINDOW_ROWS };
      const answer = await call(listRecords, { query: { ...query, ...page }, signal });
      client.setQueryData(recordKeys.totals(query), answer.totals);
      markRead(client, answer.rows);
      return answer;
    },
    // Read once; edits patch it. Reading it again by itself would move rows under the cursor.
    staleTime: Infinity,
    gcTime: 60_000,
  });
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

function knownWindow(client: QueryClient, query: RecordListQuery): RecordWindowAnswer | undefined {
  const known = client.getQueriesData<RecordWindowAnswer>({ queryKey: recordKeys.list(query) });
  return known.find(([, answer]) => answer !== undefined)?.[1];
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

function spanOf(first: number, last: number): Span {
  return { first: windowOf(first - AHEAD_ROWS), last: windowOf(last + AHEAD_ROWS) };
}

export function windowOf(row: number): number {
  return Math.floor(Math.max(0, row) / WINDOW_ROWS);
}

function indexesOf({ first, last }: Span): number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
