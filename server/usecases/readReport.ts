import { type Day, dayNumber, dayOfInstant } from '#domain/day.ts';
import type { LedgerColumns } from '#domain/ledgerColumns.ts';
import { type Comparison, type GivenPeriod, comparisonOf, dayOfNumber, monthNumber } from '#domain/period.ts';
import type { ReportView } from '#domain/reportFold.ts';
import {
  type Groups,
  type RecordGrouping,
  eachGroup,
  foldPlaces,
  groupRecords,
  placesOf,
} from '#domain/reportGroups.ts';
import { foldMonths } from '#domain/reportMonths.ts';
import { type FigureField, type SortKey, pageOfLines, sortValue } from '#domain/reportSort.ts';
import { type Sums, addSums, noSums } from '#domain/reportSums.ts';
import { sortKey } from '#domain/text.ts';
import { type RecordFilter, isEverything } from '#server/store/recordFilter.ts';
import { listIds } from '#server/store/recordList.ts';
import { type StoredRecord, findRecordsById } from '#server/store/records.ts';
import { listLives } from '#server/store/skuLives.ts';
import type { Context } from './context.ts';
import type { LedgerBook } from './ledgerBook.ts';

export interface ReportRequest {
  filter: RecordFilter;
  by: RecordGrouping | 'month';
  period: GivenPeriod;
  comparison: Comparison | null;
  sort: readonly { field: FigureField | 'label'; isDescending: boolean }[];
  offset: number;
  limit: number;
}

export interface ReportLine {
  key: string;
  /** The record, or the first of a batch; null for other groups. */
  record: StoredRecord | null;
  sums: Sums;
  compared: Sums | null;
}

export interface Report {
  lines: ReportLine[];
  total: number;
  totals: Sums;
  comparedTotals: Sums | null;
  /** The period compared with, where one was asked for and there is one. */
  compared: GivenPeriod | null;
  asOf: Day;
}

/** What earns and what loses, grouped and sorted as asked. */
export async function readReport(
  { store, clock, book }: Context & { book: LedgerBook },
  request: ReportRequest,
): Promise<Report> {
  const asOf = dayOfInstant(clock());
  const choice = await chooseRecords({ store }, request);
  const { from, to } = request.period;
  const compared = from && to && request.comparison ? comparisonOf({ from, to }, request.comparison) : null;
  const folded = await book.read((columns) => {
    const places = choice.placesIn(columns);
    const views = {
      view: viewOf(columns, { period: request.period, asOf, lives: choice.lives }),
      comparedView: compared && viewOf(columns, { period: compared, asOf, lives: choice.lives }),
    };
    return request.by === 'month'
      ? reportMonths({ columns, places, ...views }, request)
      : reportGroups({ columns, places, ...views }, { ...request, by: request.by });
  });
  const hasRecords = request.by === 'record' || request.by === 'batch';
  const records = hasRecords
    ? await findRecordsById(
        store.read,
        folded.lines.map(({ key }) => key),
      )
    : new Map<string, StoredRecord>();
  const lines = folded.lines.map((line) => ({ ...line, record: records.get(line.key) ?? null }));
  return { ...folded, lines, compared, asOf };
}

/** Which records a report is about: asked of the database, answered as places in the columns. */
export async function chooseRecords(
  { store }: Pick<Context, 'store'>,
  { filter, by, sort }: Pick<ReportRequest, 'filter' | 'by' | 'sort'>,
) {
  const isByName = (by === 'record' || by === 'batch') && sort.some(({ field }) => field === 'label');
  const isAll = isEverything(filter) && !isByName;
  const [ids, lives] = await Promise.all([
    isAll ? null : listIds(store.read, { filter, isByName }),
    listLives(store.read),
  ]);
  const placesIn = (columns: LedgerColumns): Uint32Array =>
    ids === null
      ? listedPlaces(columns)
      : Uint32Array.from(ids.flatMap((id) => columns.placeById.get(id) ?? []));
  return { lives, placesIn };
}

/** The places of all records that are in lists. */
export function listedPlaces({ idAt, facts }: LedgerColumns): Uint32Array {
  const places = new Uint32Array(idAt.length);
  let count = 0;
  for (let place = 0; place < idAt.length; place += 1)
    if ((facts.countAt[place] ?? 0) > 0 && facts.columns.isListed[facts.startAt[place] ?? 0] === 1)
      places[count++] = place;
  return places.subarray(0, count);
}

export function viewOf(
  columns: LedgerColumns,
  given: {
    period: GivenPeriod;
    asOf: Day;
    lives: Awaited<ReturnType<typeof listLives>>;
  },
): ReportView {
  const { from, to } = given.period;
  return {
    start: from ? dayNumber(from) : -FAR,
    end: to ? dayNumber(to) : FAR,
    asOf: dayNumber(given.asOf),
    isLifetime: from === null && to === null,
    lives: given.lives.size === 0 ? [] : columns.labels.sku.texts.map((sku) => given.lives.get(sku) ?? null),
  };
}

/** Beyond any day that a ledger can name. */
const FAR = 10_000_000;

interface Folding {
  columns: LedgerColumns;
  places: Uint32Array;
  view: ReportView;
  comparedView: ReportView | null;
}

type Folded = Pick<Report, 'total' | 'totals' | 'comparedTotals'> & { lines: Omit<ReportLine, 'record'>[] };

function reportGroups(
  { columns, places, view, comparedView }: Folding,
  request: ReportRequest & { by: RecordGrouping },
): Folded {
  const groups = groupRecords(columns, { places, by: request.by });
  const length = groups.numbers.length;
  const keys = request.sort.map(({ field, isDescending }) => ({
    field,
    isDescending,
    values:
      field === 'label' ? labelRanks(columns, { groups, places, by: request.by }) : new Float64Array(length),
  }));
  const totals = noSums();
  // Few groups are kept; of many, those of the page are added up again.
  const kept: Sums[] | null = length <= KEPT_GROUPS ? [] : null;
  eachGroup({ columns, view }, groups, (sums, group) => {
    addSums(totals, sums);
    kept?.push(sums.slice());
    for (const { field, values } of keys) if (field !== 'label') values[group] = sortValue(sums, field);
  });
  const page = pageOfLines(keys, { length, offset: request.offset, limit: request.limit });
  return {
    total: length,
    totals,
    comparedTotals: comparedView && foldPlaces({ columns, view: comparedView }, places),
    lines: page.map((group) => ({
      key: keyOf(columns, { by: request.by, number: groups.numbers[group] ?? 0 }),
      sums: kept?.[group] ?? foldPlaces({ columns, view }, placesOf(groups, group)),
      compared: comparedView && foldPlaces({ columns, view: comparedView }, placesOf(groups, group)),
    })),
  };
}

const KEPT_GROUPS = 2000;

function keyOf(columns: LedgerColumns, { by, number }: { by: RecordGrouping; number: number }): string {
  const text = by === 'record' || by === 'batch' ? columns.idAt[number] : columns.labels[by].texts[number];
  return text ?? '';
}

/** Where each group comes by its label; a record's, and a batch's, by the order in which the database gave the records. */
function labelRanks(
  columns: LedgerColumns,
  { groups, places, by }: { groups: Groups; places: Uint32Array; by: RecordGrouping },
): Float64Array {
  const ranks = new Float64Array(groups.numbers.length);
  if (by === 'record' || by === 'batch') {
    const rankOf = new Float64Array(columns.idAt.length);
    places.forEach((place, rank) => (rankOf[place] = rank));
    return ranks.map((_, group) =>
      placesOf(groups, group).reduce(
        (least, place) => Math.min(least, rankOf[place] ?? 0),
        Number.POSITIVE_INFINITY,
      ),
    );
  }
  const texts = Array.from(groups.numbers, (number) => columns.labels[by].texts[number] ?? '');
  orderOf(texts).forEach((group, rank) => (ranks[group] = rank));
  return ranks;
}

function orderOf(texts: readonly string[]): number[] {
  const keys = texts.map((text, group) => ({ group, key: sortKey(text), text }));
  return keys
    .toSorted((left, right) => compareTexts(left.key, right.key) || compareTexts(left.text, right.text))
    .map(({ group }) => group);
}

function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function reportMonths(folding: Folding, request: ReportRequest): Folded {
  // What is still owned is a value of a day, not of a month's lines: it would not add up.
  const { columns, places } = folding;
  const view = { ...folding.view, isLifetime: false, lives: [] };
  const comparedView = folding.comparedView && { ...folding.comparedView, lives: [] };
  const months = foldMonths({ columns, view }, places);
  const keys = request.sort.map(({ field, isDescending }): SortKey => ({
    isDescending,
    values: Float64Array.from(months, ({ sums }, index) =>
      field === 'label' ? index : sortValue(sums, field),
    ),
  }));
  const comparedMonths = comparedView ? foldMonths({ columns, view: comparedView }, places) : [];
  const shift = comparedView ? monthOfDay(view.start) - monthOfDay(comparedView.start) : 0;
  const comparedOf = (month: number) =>
    comparedView && (comparedMonths.find(({ number }) => number === month - shift)?.sums ?? noSums());
  const page = pageOfLines(keys, { length: months.length, offset: request.offset, limit: request.limit });
  return {
    total: months.length,
    // Lines add up to it in money and time; a record is counted once, however many months have lines of it.
    totals: foldPlaces({ columns, view }, places),
    comparedTotals: comparedView && foldPlaces({ columns, view: comparedView }, places),
    lines: page.flatMap((index) => {
      const month = months[index];
      return month ? [{ key: month.month, sums: month.sums, compared: comparedOf(month.number) }] : [];
    }),
  };
}

function monthOfDay(day: number): number {
  return monthNumber(dayOfNumber(day));
}
