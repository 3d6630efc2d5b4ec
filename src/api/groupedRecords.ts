import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useQueries,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '#contract/operation.ts';
import { type GroupField, type RecordGroup, listRecordGroups } from '#contract/recordGroups.ts';
import type { RecordRow } from '#contract/records.ts';
import { call } from './call.ts';
import { type OpenGroup, lineOfPlace, linesOf, placeOfLine } from './groupPlaces.ts';
import type { ProblemError } from './problemError.ts';
import { type RecordListQuery, WINDOW_ROWS, isChangedSinceRead, recordKeys } from './recordCache.ts';
import { type RecordWindow, combine, useTotals } from './recordWindow.ts';
import { windowOf, windowQuery } from './shownWindows.ts';

/** The line of a group, or of a record in one that is open. */
export type GroupedRow = RecordRow | GroupLine;

export interface GroupLine extends RecordGroup {
  by: GroupField;
  isOpen: boolean;
}

export function isGroupLine(row: GroupedRow): row is GroupLine {
  return 'label' in row;
}

/** The record that a line shows; undefined for a group's line and one that is still loading. */
export function recordOf(row: GroupedRow | undefined): RecordRow | undefined {
  return row === undefined || isGroupLine(row) ? undefined : row;
}

interface Asked {
  query: RecordListQuery;
  by: GroupField;
  /** The labels of the groups whose records are shown. */
  open: readonly string[];
}

type GroupsAnswer = AnswerOf<typeof listRecordGroups>;

/** Lines fetched ahead of the screen. */
const AHEAD_LINES = 60;

/**
 * The records of a list in groups, read in windows around what is on screen. A group of one is the record itself. Lines stay
 * where they are until the person refreshes: an edit changes a group's figures, not its place.
 */
export function useGroupedRecords(asked: Asked, startLine = 0): RecordWindow<GroupedRow> {
  const { query, by, open } = asked;
  const client = useQueryClient();
  const [span, setSpan] = useState({ first: startLine, last: startLine });
  const [generation, setGeneration] = useState(0);
  const key = recordKeys.groups(query, by, generation);
  const opened = openGroups(client, { key, open });
  const groupOf = (line: number) => placeOfLine(Math.max(0, line), opened).group;
  const indexes = range(
    windowOf(groupOf(span.first - AHEAD_LINES)),
    windowOf(groupOf(span.last + AHEAD_LINES)),
  );
  const groups = useQueries({
    queries: indexes.map((index) => groupsQuery(client, { ...asked, key, index })),
    combine: combineGroups,
  });
  const groupAt = (group: number) =>
    groups.answers[indexes.indexOf(windowOf(group))]?.rows[group % WINDOW_ROWS];
  const total = groups.answers.find((answer) => answer !== undefined)?.total ?? 0;
  const lines = linesOf(total, opened);
  const wanted = itemWindows({ span, lines, opened, labelOf: (group) => groupAt(group)?.label });
  const items = useQueries({
    queries: wanted.map(({ label, index }) => windowQuery(client, { ...query, [by]: [label] }, index)),
    combine,
  });
  const totals = useTotals(query, groups.answers[0]);

  function itemAt(label: string, item: number): RecordRow | undefined {
    const place = wanted.findIndex((one) => one.label === label && one.index === windowOf(item));
    return items.answers[place]?.rows[item % WINDOW_ROWS];
  }

  return {
    state: total === 0 && groups.isLoading ? 'loading' : stateOf(groups),
    problem: groups.problem ?? items.problem,
    total: lines,
    totals,
    rowAt(line) {
      const { group: index, item } = placeOfLine(line, opened);
      const group = groupAt(index);
      if (group === undefined) return undefined;
      if (item !== null) return itemAt(group.label, item);
      return group.only ?? { ...group, by, isOpen: open.includes(group.label) };
    },
    indexOf(id) {
      for (const [place, { label, index }] of wanted.entries()) {
        const row = items.answers[place]?.rows.findIndex((one) => one.id === id) ?? -1;
        const group = opened.find((one) => groupAt(one.index)?.label === label);
        if (row >= 0 && group)
          return lineOfPlace({ group: group.index, item: index * WINDOW_ROWS + row }, opened);
      }
      return undefined;
    },
    // Where an open group's records stand is known on screen only: a block reaches as far as its lines have been read.
    loadRows: () => Promise.resolve(),
    isChanged: (id) => isChangedSinceRead(client, id),
    loadWindow(first, last) {
      setSpan((before) => (before.first === first && before.last === last ? before : { first, last }));
    },
    refresh() {
      setGeneration((before) => before + 1);
      void client.invalidateQueries({ queryKey: recordKeys.windows });
      void client.invalidateQueries({ queryKey: recordKeys.allTotals });
    },
  };
}

interface GroupsAsked extends Asked {
  key: readonly unknown[];
  index: number;
}

function groupsQuery(client: QueryClient, { query, by, key, index }: GroupsAsked) {
  const queryKey = [...key, index];
  return queryOptions<GroupsAnswer, ProblemError>({
    queryKey,
    queryFn: async ({ signal }) => {
      const page = { offset: index * WINDOW_ROWS, limit: WINDOW_ROWS };
      const answer = await call(listRecordGroups, { query: { ...query, by, ...page }, signal });
      return inOrderOf(client.getQueryData<GroupsAnswer>(queryKey), answer);
    },
    staleTime: Infinity,
    // Where an open group stands decides where every line below it is: it may not be forgotten while somebody scrolls.
    gcTime: 30 * 60_000,
    placeholderData: keepPreviousData,
  });
}

/** Read again after an edit, the groups stay in the order in which they were shown. */
function inOrderOf(before: GroupsAnswer | undefined, after: GroupsAnswer): GroupsAnswer {
  const byLabel = new Map(after.rows.map((row) => [row.label, row]));
  const rows = before?.rows.flatMap(({ label }) => byLabel.get(label) ?? []) ?? [];
  return rows.length === after.rows.length ? { ...after, rows } : after;
}

/** The open groups that are known so far; one further down opens when its line is read. A group of one has nothing to open. */
function openGroups(
  client: QueryClient,
  { key, open }: { key: readonly unknown[]; open: readonly string[] },
): OpenGroup[] {
  const wanted = new Set(open);
  if (wanted.size === 0) return [];
  const windows = client.getQueriesData<GroupsAnswer>({ queryKey: key });
  const found = windows.flatMap(([windowKey, answer]) =>
    (answer?.rows ?? []).flatMap(({ label, only, records }, place) =>
      wanted.has(label) && only === null
        ? [{ index: Number(windowKey.at(-1)) * WINDOW_ROWS + place, items: records }]
        : [],
    ),
  );
  return found.toSorted((left, right) => left.index - right.index);
}

interface ItemsWanted {
  span: { first: number; last: number };
  lines: number;
  opened: readonly OpenGroup[];
  labelOf(group: number): string | undefined;
}

/** The windows of records that the lines on screen lie in. */
function itemWindows({ span, lines, opened, labelOf }: ItemsWanted): { label: string; index: number }[] {
  if (opened.length === 0) return [];
  const windows = new Map<string, { label: string; index: number }>();
  const from = Math.max(0, span.first - AHEAD_LINES);
  const to = Math.min(lines - 1, span.last + AHEAD_LINES);
  for (const line of range(from, to)) {
    const { group, item } = placeOfLine(line, opened);
    const label = item === null ? undefined : labelOf(group);
    if (label === undefined || item === null) continue;
    const index = windowOf(item);
    windows.set(`${index} ${label}`, { label, index });
  }
  return [...windows.values()];
}

function combineGroups(
  results: {
    data: GroupsAnswer | undefined;
    error: ProblemError | null;
    isPlaceholderData: boolean;
    isLoading: boolean;
  }[],
) {
  return {
    answers: results.map((result) => result.data),
    problem: results.find((result) => result.error !== null)?.error ?? null,
    isWaiting: results.some((result) => result.isPlaceholderData),
    isLoading: results.some((result) => result.isLoading),
  };
}

function stateOf({ answers, problem, isWaiting }: ReturnType<typeof combineGroups>): RecordWindow['state'] {
  if (!answers.some((answer) => answer !== undefined)) return problem ? 'failed' : 'loading';
  return isWaiting && !problem ? 'waiting' : 'ready';
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
}
