import { type Direction, ENTRY_KINDS, type EntryKind, directionOf } from '#domain/entry.ts';
import { type Day, dayOfInstant, knownDay, lastDayOf } from '#domain/day.ts';
import type { LedgerColumns } from '#domain/ledgerColumns.ts';
import { type Minor, minor } from '#domain/money.ts';
import { type GivenPeriod, dayOfNumber } from '#domain/period.ts';
import type { ReportView } from '#domain/reportFold.ts';
import { type FigureLine, type FigureLinesQuery, listFigureLines } from '#server/store/figureLines.ts';
import type { Context } from './context.ts';
import type { LedgerBook } from './ledgerBook.ts';
import { type ReportRequest, chooseRecords, viewOf } from './readReport.ts';

export interface FigureRequest extends Pick<ReportRequest, 'filter' | 'by' | 'period' | 'offset' | 'limit'> {
  /** Of the group; null: the lines behind the totals. */
  key: string | null;
  direction: Direction | null;
  kind: EntryKind | null;
}

export interface FigureLines {
  rows: FigureLine[];
  total: number;
  income: Minor;
  cost: Minor;
}

/** Below this many, the records of a group are named one by one: their lines are found by record, not by day. */
const FEW_RECORDS = 500;

/** The lines that a figure is the sum of: counted and added up in the columns, which say on which days a page lies. */
export async function readFigureLines(
  { store, clock, book }: Context & { book: LedgerBook },
  request: FigureRequest,
): Promise<FigureLines> {
  const { filter, by, key } = request;
  const period = by === 'month' && key !== null ? monthWithin(key, request.period) : request.period;
  const choice = await chooseRecords({ store }, { filter, by, sort: [] });
  const kinds = ENTRY_KINDS.filter(
    (kind) =>
      (request.kind === null || kind === request.kind) &&
      (request.direction === null || directionOf(kind) === request.direction),
  );
  // By month a line counts where it was posted, and a carry nowhere.
  const hasCarries = by !== 'month' && period.from === null && period.to === null;
  const found = await book.read((columns) => {
    const places = placesOfKey(columns, { places: choice.placesIn(columns), by, key });
    const view = viewOf(columns, { period, asOf: dayOfInstant(clock()), lives: new Map() });
    const counted = countLines({ columns, places, view: { ...view, isLifetime: hasCarries } }, kinds);
    const recordIds =
      places.length <= FEW_RECORDS ? Array.from(places, (place) => columns.idAt[place] ?? '') : null;
    return { ...counted, recordIds, window: windowOf(counted.countByDay, request) };
  });
  const { income, cost, total, window, recordIds } = found;
  if (!window) return { rows: [], total, income, cost };
  const group = groupOf(by, key);
  const rows = await listFigureLines(store.read, {
    filter,
    group,
    recordIds,
    kinds,
    hasCarries,
    ...window,
    limit: request.limit,
  });
  return { rows, total, income, cost };
}

function monthWithin(key: string, { from, to }: GivenPeriod): GivenPeriod {
  const last = lastDayOf(key);
  // Not a month: nothing was posted in it.
  if (!last || key.length !== 7) return { from: knownDay('0001-01-02'), to: knownDay('0001-01-01') };
  const first = knownDay(`${key}-01`);
  return { from: from && from > first ? from : first, to: to && to < last ? to : last };
}

function groupOf(by: FigureRequest['by'], key: string | null): FigureLinesQuery['group'] {
  if (key === null || by === 'month') return null;
  return { column: COLUMN_BY_GROUPING[by], key };
}

const COLUMN_BY_GROUPING = {
  record: 'id',
  batch: 'batch_id',
  sku: 'sku',
  category: 'category',
  location: 'location',
} as const;

function placesOfKey(
  columns: LedgerColumns,
  { places, by, key }: { places: Uint32Array; by: FigureRequest['by']; key: string | null },
): Uint32Array {
  if (key === null || by === 'month') return places;
  const { startAt, columns: facts } = columns.facts;
  const isPlace = by === 'record' || by === 'batch';
  const number = isPlace ? columns.placeById.get(key) : columns.labels[by].numberByText.get(key);
  if (number === undefined) return new Uint32Array(0);
  if (by === 'record') return places.includes(number) ? Uint32Array.of(number) : new Uint32Array(0);
  return places.filter((place) => facts[by][startAt[place] ?? 0] === number);
}

function countLines(
  { columns, places, view }: { columns: LedgerColumns; places: Uint32Array; view: ReportView },
  kinds: readonly EntryKind[],
) {
  const isAsked = ENTRY_KINDS.map((kind) => kinds.includes(kind));
  const isIncome = ENTRY_KINDS.map((kind) => directionOf(kind) === 'income');
  const countByDay = new Map<number, number>();
  const sums = { income: 0, cost: 0 };
  let total = 0;
  const lines = view.isLifetime ? [columns.entries, columns.carries] : [columns.entries];
  for (const { startAt, countAt, columns: line } of lines)
    for (const place of places) {
      const first = startAt[place] ?? 0;
      const last = first + (countAt[place] ?? 0);
      for (let at = first; at < last; at += 1) {
        const day = line.day[at] ?? 0;
        const kind = line.kind[at] ?? 0;
        if (day < view.start || day > view.end || !isAsked[kind]) continue;
        sums[isIncome[kind] ? 'income' : 'cost'] += line.amount[at] ?? 0;
        countByDay.set(day, (countByDay.get(day) ?? 0) + 1);
        total += 1;
      }
    }
  return { total, countByDay, income: minor(sums.income), cost: minor(sums.cost) };
}

/** The days on which a page's lines lie, and how many lines of these days come before it. */
function windowOf(
  countByDay: ReadonlyMap<number, number>,
  { offset, limit }: { offset: number; limit: number },
): { from: Day; to: Day; offset: number } | null {
  const days = [...countByDay.keys()].toSorted((left, right) => right - left);
  let before = 0;
  let newest: number | null = null;
  let skipped = 0;
  for (const day of days) {
    const count = countByDay.get(day) ?? 0;
    if (newest === null && before + count > offset) {
      newest = day;
      skipped = before;
    }
    before += count;
    if (newest !== null && before >= offset + limit)
      return { from: dayOfNumber(day), to: dayOfNumber(newest), offset: offset - skipped };
  }
  const oldest = days.at(-1);
  if (newest === null || oldest === undefined) return null;
  return { from: dayOfNumber(oldest), to: dayOfNumber(newest), offset: offset - skipped };
}
