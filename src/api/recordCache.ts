import type { QueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/operation.ts';
import type { listRecordGroups } from '#contract/recordGroups.ts';
import { type RecordQueryInput, type RecordRow, type listRecords, recordRow } from '#contract/records.ts';
import type { ProblemError } from './problemError.ts';

/** What a list shows: its filter and order. */
export type RecordListQuery = Omit<RecordQueryInput, 'offset' | 'limit'>;
export type RecordWindowAnswer = AnswerOf<typeof listRecords>;

/** Rows come in windows of this many; each is one entry in the cache. */
export const WINDOW_ROWS = 200;
/** Of very many codes a row in a list carries the first fifty. */
const ROW_CODES = 50;

export const recordKeys = {
  all: ['records'] as const,
  windows: ['records', 'window'] as const,
  list: (query: RecordListQuery) => ['records', 'window', query] as const,
  window: (query: RecordListQuery, index: number) => ['records', 'window', query, index] as const,
  allGroups: ['records', 'groups'] as const,
  groups: (query: RecordListQuery, by: string, generation: number) =>
    ['records', 'groups', query, by, generation] as const,
  allTotals: ['records', 'totals'] as const,
  totals: (query: RecordListQuery) => ['records', 'totals', filterOf(query)] as const,
  one: (id: string) => ['records', 'one', id] as const,
  about: (id: string) => ['record', id] as const,
  entries: (id: string) => ['record', id, 'entries'] as const,
  figures: (id: string) => ['record', id, 'figures'] as const,
  history: (id: string) => ['record', id, 'history'] as const,
  labels: ['labels'] as const,
};

/** The newest that is known of a record, from wherever it was read. */
export function knownRecord(client: QueryClient, id: string): RecordRow | undefined {
  const one = client.getQueryData<RecordRow>(recordKeys.one(id));
  if (one) return one;
  for (const [, answer] of client.getQueriesData<RecordWindowAnswer>({ queryKey: recordKeys.windows })) {
    const found = answer?.rows.find((row) => row.id === id);
    if (found) return found;
  }
  return undefined;
}

/** A record as the server last told it, without what is foretold. */
export function storedRecord(client: QueryClient, id: string): RecordRow | undefined {
  const known = knownRecord(client, id);
  const stored = foretoldBy(client).get(id)?.stored;
  return stored && known && stored.version >= known.version ? stored : known;
}

/** Puts a newer record where it is shown. Rows stay where they are; only this row becomes another object. */
export function putRecord(client: QueryClient, record: RecordRow): void {
  const foretold = foretoldBy(client).get(record.id);
  if (foretold) foretold.stored = record;
  showRecord(client, record);
}

/**
 * Shows a change before it is answered, over whatever the server tells meanwhile. The returned function takes it back:
 * when it is refused, and when it has become true.
 */
export function foretellRecord(
  client: QueryClient,
  id: string,
  change: RowChange | Partial<RecordRow>,
): () => void {
  const stored = storedRecord(client, id);
  if (!stored) return () => undefined;
  const records = foretoldBy(client);
  const foretold = records.get(id) ?? { stored, changes: [] };
  const apply: RowChange = typeof change === 'function' ? change : (row) => ({ ...row, ...change });
  records.set(id, foretold);
  foretold.changes.push(apply);
  showRecord(client, stored);
  return () => {
    const newest = storedRecord(client, id) ?? foretold.stored;
    foretold.changes = foretold.changes.filter((other) => other !== apply);
    if (foretold.changes.length === 0) records.delete(id);
    showRecord(client, newest);
  };
}

/** A refusal because of somebody else's change carries the present record: show it. */
export function putCurrent(client: QueryClient, problem: ProblemError): void {
  const current = recordRow.safeParse(problem.facts['current'] ?? problem.facts['record']);
  if (current.success) putRecord(client, current.data);
}

/** Where a record stands in a list, as far as its windows are loaded. */
export function indexInList(client: QueryClient, query: RecordListQuery, id: string): number | undefined {
  for (const [key, answer] of client.getQueriesData<RecordWindowAnswer>({
    queryKey: recordKeys.list(query),
  })) {
    const index = answer?.rows.findIndex((row) => row.id === id) ?? -1;
    if (index >= 0) return Number(key[3]) * WINDOW_ROWS + index;
  }
  return undefined;
}

const changedByClient = new WeakMap<QueryClient, Set<string>>();

/** Records that were changed since their list was read: they may no longer stand where it would have them now. */
function changedIn(client: QueryClient): Set<string> {
  const known = changedByClient.get(client) ?? new Set<string>();
  changedByClient.set(client, known);
  return known;
}

export function isChangedSinceRead(client: QueryClient, id: string): boolean {
  return changedIn(client).has(id);
}

/** These rows were just read with their list. */
export function markRead(client: QueryClient, rows: readonly RecordRow[]): void {
  const changed = changedIn(client);
  for (const { id } of rows) changed.delete(id);
}

type RowChange = (row: RecordRow) => RecordRow;

/** A record with changes that wait for their answer, oldest first. */
interface Foretold {
  stored: RecordRow;
  changes: RowChange[];
}

const foretoldByClient = new WeakMap<QueryClient, Map<string, Foretold>>();

function foretoldBy(client: QueryClient): Map<string, Foretold> {
  const known = foretoldByClient.get(client) ?? new Map<string, Foretold>();
  foretoldByClient.set(client, known);
  return known;
}

function showRecord(client: QueryClient, stored: RecordRow): void {
  changedIn(client).add(stored.id);
  const changes = foretoldBy(client).get(stored.id)?.changes ?? [];
  const record = changes.reduce((row, change) => change(row), stored);
  const isLong = record.codes.length > ROW_CODES;
  const row = isLong ? { ...record, codes: record.codes.slice(0, ROW_CODES) } : record;
  changeRow(client, record.id, () => row);
  client.setQueryData<RecordRow>(recordKeys.one(record.id), (known) => known && record);
}

function changeRow(client: QueryClient, id: string, change: (row: RecordRow) => RecordRow): void {
  client.setQueriesData<RecordWindowAnswer>({ queryKey: recordKeys.windows }, (answer) => {
    const index = answer?.rows.findIndex((row) => row.id === id) ?? -1;
    const row = answer?.rows[index];
    if (!answer || !row) return answer;
    return { ...answer, rows: answer.rows.with(index, change(row)) };
  });
  client.setQueriesData<AnswerOf<typeof listRecordGroups>>({ queryKey: recordKeys.allGroups }, (answer) => {
    const index = answer?.rows.findIndex(({ only }) => only?.id === id) ?? -1;
    const group = answer?.rows[index];
    if (!answer || !group?.only) return answer;
    return { ...answer, rows: answer.rows.with(index, { ...group, only: change(group.only) }) };
  });
}

function filterOf({ sort: _sort, ...filter }: RecordListQuery): Omit<RecordListQuery, 'sort'> {
  return filter;
}
