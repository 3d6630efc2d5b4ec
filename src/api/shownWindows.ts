import { CancelledError, type QueryClient, QueryObserver, queryOptions } from '@tanstack/react-query';
import { type RecordRow, type RecordTotals, listRecords } from '#contract/records.ts';
import { call } from './call.ts';
import type { ProblemError } from './problemError.ts';
import {
  type RecordListQuery,
  type RecordWindowAnswer,
  WINDOW_ROWS,
  isOvertaken,
  markRead,
  recordKeys,
} from './recordCache.ts';

/** Rows fetched ahead of the screen, so that scrolling at reading speed meets no empty row. */
const AHEAD_ROWS = 60;

/** Somebody who writes all the time is not waited for. */
const MOST_AGAIN = 3;

/** Windows of rows, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** What a page draws of a list beside its rows. */
export interface ListFacts {
  /** Null before the first rows have come. */
  readonly list: { readonly total: number; readonly totals: RecordTotals } | null;
  readonly problem: ProblemError | null;
}

/**
 * The windows of one list around what is on screen. Rows come and change all day, so they are told beside React: only the facts
 * make it draw the page anew.
 */
export class ShownWindows {
  readonly query: RecordListQuery;
  readonly #client: QueryClient;
  #span: Span;
  #windows = new Map<number, Window>();
  #rows: ReadonlyMap<number, readonly RecordRow[]> = new Map();
  /** Every window that was ever asked for here: of the others nothing has to be looked up, in each frame, for each row. */
  readonly #asked = new Set<number>();
  #facts: ListFacts = { list: null, problem: null };
  #onFacts: (() => void) | null = null;
  readonly #rowListeners = new Set<() => void>();

  constructor(client: QueryClient, query: RecordListQuery, span: Span) {
    this.#client = client;
    this.query = query;
    this.#span = span;
    this.#arrange();
  }

  get span(): Span {
    return this.#span;
  }

  facts = (): ListFacts => this.#facts;

  /** Reads the rows from now on; calls back when the facts are others. Returns the way to stop. */
  subscribe = (onFacts: () => void): (() => void) => {
    this.#onFacts = onFacts;
    for (const window of this.#windows.values()) this.#follow(window);
    // What has come between the first drawing and this moment.
    this.#take();
    return () => {
      this.#onFacts = null;
      for (const window of this.#windows.values()) window.stop?.();
    };
  };

  /** Calls back when rows have come or changed; returns the way to stop. */
  watchRows = (onRows: () => void): (() => void) => {
    this.#rowListeners.add(onRows);
    return () => void this.#rowListeners.delete(onRows);
  };

  rowAt = (index: number): RecordRow | undefined => {
    const window = windowOf(index);
    const rows = this.#rows.get(window) ?? this.#readBefore(window);
    return rows?.[index % WINDOW_ROWS];
  };

  /** Says which rows are on screen, both ends included. */
  show = (first: number, last: number): void => {
    const span = spanOf(first, last);
    if (span.first === this.#span.first && span.last === this.#span.last) return;
    this.#span = span;
    this.#arrange();
  };

  /** Reads these rows, both ends included, for a block that reaches beyond the screen; `rowAt` has them then. */
  loadRows = async (first: number, last: number): Promise<void> => {
    const indexes = indexesOf({ first: windowOf(first), last: windowOf(last) });
    await Promise.all(
      indexes.map((index) => {
        this.#asked.add(index);
        return readWindow(this.#client, this.query, index);
      }),
    );
  };

  /** Left by the screen, or read for a block. */
  #readBefore(window: number): readonly RecordRow[] | undefined {
    if (!this.#asked.has(window)) return undefined;
    return this.#client.getQueryData<RecordWindowAnswer>(recordKeys.window(this.query, window))?.rows;
  }

  #arrange(): void {
    const before = this.#windows;
    this.#windows = new Map(
      indexesOf(this.#span).map((index) => [index, before.get(index) ?? this.#make(index)]),
    );
    if (this.#onFacts !== null) for (const window of this.#windows.values()) this.#follow(window);
    for (const [index, window] of before) if (!this.#windows.has(index)) window.stop?.();
    this.#take();
  }

  #make(index: number): Window {
    this.#asked.add(index);
    return {
      observer: new QueryObserver(this.#client, windowQuery(this.#client, this.query, index)),
      stop: null,
    };
  }

  #follow(window: Window): void {
    if (window.observer.hasListeners()) return;
    window.stop = window.observer.subscribe(() => this.#take());
  }

  #take(): void {
    const rows = new Map<number, readonly RecordRow[]>();
    let first: RecordWindowAnswer | undefined;
    let problem: ProblemError | null = null;
    for (const [index, { observer }] of this.#windows) {
      const { data, error } = observer.getCurrentResult();
      problem ??= error;
      first ??= data;
      if (data !== undefined) rows.set(index, data.rows);
    }
    const list = this.#listOf(first);
    const areFactsOthers = list !== this.#facts.list || problem !== this.#facts.problem;
    const hasNewRows = [...rows].some(([index, one]) => this.#rows.get(index) !== one);
    if (areFactsOthers) this.#facts = { list, problem };
    this.#rows = rows;
    if (hasNewRows) for (const listener of this.#rowListeners) listener();
    if (areFactsOthers) this.#onFacts?.();
  }

  /** A jump to the end leaves every window behind: the list is as long as it was, and its rows are on their way. */
  #listOf(answer: RecordWindowAnswer | undefined): ListFacts['list'] {
    const { list } = this.#facts;
    if (answer === undefined || answer.total === list?.total) return list;
    return { total: answer.total, totals: answer.totals };
  }
}

interface Window {
  readonly observer: QueryObserver<RecordWindowAnswer, ProblemError>;
  stop: (() => void) | null;
}

/** Reads a window for its own sake: scrolling it out of sight meanwhile ends the screen's reading of it, not this one. */
export async function readWindow(
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

export function windowQuery(client: QueryClient, query: RecordListQuery, index: number) {
  return queryOptions<RecordWindowAnswer, ProblemError>({
    queryKey: recordKeys.window(query, index),
    queryFn: async ({ signal }) => {
      const page = { offset: index * WINDOW_ROWS, limit: WINDOW_ROWS };
      const read = () => call(listRecords, { query: { ...query, ...page }, signal });
      let answer = await read();
      // A write that was answered meanwhile changed a row, and perhaps its place.
      for (let again = 0; again < MOST_AGAIN && isOvertaken(client, answer.rows); again += 1)
        answer = await read();
      client.setQueryData(recordKeys.totals(query), answer.totals);
      markRead(client, answer.rows);
      return answer;
    },
    // Read once; edits patch it. Reading it again by itself would move rows under the cursor.
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

export function spanOf(first: number, last: number): Span {
  return { first: windowOf(first - AHEAD_ROWS), last: windowOf(last + AHEAD_ROWS) };
}

export function windowOf(row: number): number {
  return Math.floor(Math.max(0, row) / WINDOW_ROWS);
}

export function indexesOf({ first, last }: Span): number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
