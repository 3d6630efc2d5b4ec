import { type Direction, ENTRY_KINDS, type EntryKind, directionOf } from '#domain/entry.ts';
import { dayOfInstant, knownDay, lastDayOf } from '#domain/day.ts';
import { figureDays, placesWithin } from '#domain/figureDays.ts';
import { findPlace, idAt } from '#domain/idPlaces.ts';
import type { LedgerColumns } from '#domain/ledgerColumns.ts';
import { type Minor, minor } from '#domain/money.ts';
import { type GivenPeriod, dayOfNumber } from '#domain/period.ts';
import { type FigureLine, type FigureLinesQuery, listFigureLines } from '#server/store/figureLines.ts';
import type { Context } from './context.ts';
import { viewOf } from './foldReport.ts';
import type { LedgerBook } from './ledgerBook.ts';
import { type ReportRequest, chooseRecords, listedPlaces } from './readReport.ts';

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

/**
 * Up to this many records with lines on a page's days are named one by one: their lines are found by record, where those
 * of everybody on these days would have to be looked through.
 */
const FEW_RECORDS = 2000;

/** The lines that a figure is the sum of: counted and added up in the columns, which say on which days a page lies. */
export async function readFigureLines(
  { store, clock, book }: Context & { book: LedgerBook },
  request: FigureRequest,
): Promise<FigureLines> {
  const { filter, by, key } = request;
  const period = by === 'month' && key !== null ? monthWithin(key, request.period) : request.period;
  const choice = await chooseRecords(store.read, { filter, by, sort: [] });
  const kinds = ENTRY_KINDS.filter(
    (kind) =>
      (request.kind === null || kind === request.kind) &&
      (request.direction === null || directionOf(kind) === request.direction),
  );
  // By month a line counts where it was posted, and a carry nowhere.
  const hasCarries = by !== 'month' && period.from === null && period.to === null;
  const found = await book.read((columns) => {
    const isWhole = choice === listedPlaces && (key === null || by === 'month');
    const places = placesOfKey(columns, { places: choice(columns), by, key });
    const view = {
      ...viewOf(columns, { period, asOf: dayOfInstant(clock()), lives: new Map() }),
      isLifetime: hasCarries,
    };
    const { countByDay, ...counted } = figureDays({ columns, view, isWhole }, places, kinds);
    const window = windowOf(countByDay, request);
    const within =
      isWhole || !window ? null : placesWithin(columns, places, { ...window, most: FEW_RECORDS });
    return {
      ...counted,
      window,
      recordIds: within && within.map((place) => idAt(columns.ids, place)),
      hasCarries: hasCarries && columns.carries.length > 0,
    };
  });
  const { total, window, recordIds } = found;
  const [income, cost] = [minor(found.income), minor(found.cost)];
  if (!window) return { rows: [], total, income, cost };
  const group = groupOf(by, key);
  const rows = await listFigureLines(store.read, {
    filter,
    group,
    recordIds,
    kinds,
    hasCarries: found.hasCarries,
    from: dayOfNumber(window.from),
    to: dayOfNumber(window.to),
    offset: window.offset,
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
  const numberAt = by === 'record' ? null : columns.facts[by];
  const isPlace = by === 'record' || by === 'batch';
  const number = isPlace ? findPlace(columns.ids, key) : columns.labels[by].numberByText.get(key);
  if (number === undefined) return new Uint32Array(0);
  if (!numberAt) return places.includes(number) ? Uint32Array.of(number) : new Uint32Array(0);
  return places.filter((place) => numberAt[place] === number);
}

/** The days on which a page's lines lie, and how many lines of these days come before it. */
function windowOf(
  countByDay: ReadonlyMap<number, number>,
  { offset, limit }: { offset: number; limit: number },
): { from: number; to: number; offset: number } | null {
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
      return { from: day, to: newest, offset: offset - skipped };
  }
  const oldest = days.at(-1);
  if (newest === null || oldest === undefined) return null;
  return { from: oldest, to: newest, offset: offset - skipped };
}
