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
  putRecords(client, [record]);
}

/** The same for many: each list is gone through once. */
export function putRecords(client: QueryClient, records: readonly RecordRow[]): void {
  const foretold = foretoldBy(client);
  const told = toldByClient.get(client) ?? new Map<string, number>();
  toldByClient.set(client, told);
  for (const record of records) {
    const known = foretold.get(record.id);
    if (known) known.stored = record;
    told.set(record.id, Math.max(told.get(record.id) ?? 0, record.version));
  }
  showRecords(client, records);
}

/** The newest version that was told of each record beside its lists: by the answer to a write, or by a read of the record alone. */
const toldByClient = new WeakMap<QueryClient, Map<string, number>>();

/** Were these rows read before one of them was written, and answered after? */
export function isOvertaken(
  client: QueryClient,
  rows: readonly Pick<RecordRow, 'id' | 'version'>[],
): boolean {
  const told = toldByClient.get(client);
  return told !== undefined && rows.some(({ id, version }) => (told.get(id) ?? 0) > version);
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
  const row = storedRecord(client, id);
  return row ? foretellRecords(client, [{ row, change }]) : () => undefined;
}

/** The same for many, each with the row that is shown now. */
export function foretellRecords(
  client: QueryClient,
  changes: readonly { row: RecordRow; change: RowChange | Partial<RecordRow> }[],
): () => void {
  const records = foretoldBy(client);
  const applied = new Map<string, RowChange>();
  const shown: RecordRow[] = [];
  for (const { row, change } of changes) {
    const foretold = records.get(row.id) ?? { stored: row, changes: [] };
    const apply: RowChange = typeof change === 'function' ? change : (before) => ({ ...before, ...change });
    records.set(row.id, foretold);
    foretold.changes.push(apply);
    applied.set(row.id, apply);
    shown.push(foretold.stored);
  }
  showRecords(client, shown);
  return () => {
    const newest = newestOf(client, new Set(applied.keys()));
    for (const [id, apply] of applied) {
      const foretold = records.get(id);
      if (!foretold) continue;
      foretold.changes = foretold.changes.filter((other) => other !== apply);
      if (foretold.changes.length === 0) records.delete(id);
    }
    showRecords(client, newest);
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

/** Of these records what the server told last: in a list read anew, or kept while something is foretold of them. */
function newestOf(client: QueryClient, ids: ReadonlySet<string>): RecordRow[] {
  const listed = new Map<string, RecordRow>();
  for (const [, answer] of client.getQueriesData<RecordWindowAnswer>({ queryKey: recordKeys.windows })) {
    for (const row of answer?.rows ?? []) if (ids.has(row.id)) listed.set(row.id, row);
  }
  const foretold = foretoldBy(client);
  return [...ids].flatMap((id) => {
    const stored = foretold.get(id)?.stored;
    const known = client.getQueryData<RecordRow>(recordKeys.one(id)) ?? listed.get(id);
    if (!stored) return known ?? [];
    return known && known.version > stored.version ? known : stored;
  });
}

function showRecords(client: QueryClient, stored: readonly RecordRow[]): void {
  const foretold = foretoldBy(client);
  const shown = new Map<string, RecordRow>();
  for (const one of stored) {
    changedIn(client).add(one.id);
    const changes = foretold.get(one.id)?.changes ?? [];
    const record = changes.reduce((row, change) => change(row), one);
    const isLong = record.codes.length > ROW_CODES;
    shown.set(one.id, isLong ? { ...record, codes: record.codes.slice(0, ROW_CODES) } : record);
    client.setQueryData<RecordRow>(recordKeys.one(one.id), (known) => known && record);
  }
  client.setQueriesData<RecordWindowAnswer>({ queryKey: recordKeys.windows }, (answer) => {
    if (!answer?.rows.some((row) => shown.has(row.id))) return answer;
    return { ...answer, rows: answer.rows.map((row) => shown.get(row.id) ?? row) };
  });
  client.setQueriesData<AnswerOf<typeof listRecordGroups>>({ queryKey: recordKeys.allGroups }, (answer) => {
    if (!answer?.rows.some(({ only }) => only && shown.has(only.id))) return answer;
    const rows = answer.rows.map((group) => {
      const only = group.only && shown.get(group.only.id);
      return only ? { ...group, only } : group;
    });
    return { ...answer, rows };
  });
}

function filterOf({ sort: _sort, ...filter }: RecordListQuery): Omit<RecordListQuery, 'sort'> {
  return filter;
}
