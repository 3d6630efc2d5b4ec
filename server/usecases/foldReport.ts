import { type Day, dayNumber } from '#domain/day.ts';
import type { LedgerColumns } from '#domain/ledgerColumns.ts';
import { type GivenPeriod, dayOfNumber, monthNumber } from '#domain/period.ts';
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
import type { listLives } from '#server/store/skuLives.ts';

/** How the lines of a report are made and which of them are shown. */
export interface LinesAsked {
  by: RecordGrouping | 'month';
  sort: readonly { field: FigureField | 'label'; isDescending: boolean }[];
  offset: number;
  limit: number;
}

export interface FoldedLine {
  key: string;
  sums: Sums;
  compared: Sums | null;
}

export interface FoldedReport {
  lines: FoldedLine[];
  total: number;
  totals: Sums;
  comparedTotals: Sums | null;
}

/** The report over these records: grouped, added up, sorted, and the page that was asked for. */
export function foldReport(folding: ReportFolding, asked: LinesAsked): FoldedReport {
  const { by } = asked;
  return by === 'month' ? reportMonths(folding, asked) : reportGroups(folding, { ...asked, by });
}

/** What a report looks at, of its own period or of the one it is compared with. */
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

export interface ReportFolding {
  columns: LedgerColumns;
  places: Uint32Array;
  /** The places that the page shows, where the database has sorted. */
  page: readonly number[] | null;
  view: ReportView;
  comparedView: ReportView | null;
}

function reportGroups(
  { columns, places, page, view, comparedView }: ReportFolding,
  request: LinesAsked & { by: RecordGrouping },
): FoldedReport {
  const groups = groupRecords(columns, { places, by: request.by });
  const length = groups.numbers.length;
  const keys = request.sort.map(({ field, isDescending }) => ({
    field,
    isDescending,
    values:
      field === 'label' && !page
        ? labelRanks(columns, { groups, places, by: request.by })
        : new Float64Array(length),
  }));
  const totals = noSums();
  // Few groups are kept; of many, those of the page are added up again.
  const kept: Sums[] | null = length <= KEPT_GROUPS ? [] : null;
  eachGroup({ columns, view }, groups, (sums, group) => {
    addSums(totals, sums);
    kept?.push(sums.slice());
    for (const { field, values } of keys) if (field !== 'label') values[group] = sortValue(sums, field);
  });
  const shown = page
    ? page.map((place) => groups.numbers.indexOf(place)).filter((group) => group >= 0)
    : pageOfLines(keys, { length, offset: request.offset, limit: request.limit });
  return {
    total: length,
    totals,
    comparedTotals: comparedView && foldPlaces({ columns, view: comparedView }, places),
    lines: shown.map((group) => ({
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

function reportMonths(folding: ReportFolding, request: LinesAsked): FoldedReport {
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
