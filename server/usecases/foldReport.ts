import { type Day, dayNumber } from '#domain/day.ts';
import { idAt } from '#domain/idPlaces.ts';
import { keepUntil } from '#domain/keptSums.ts';
import type { LedgerColumns } from '#domain/ledgerColumns.ts';
import { type GivenPeriod, monthOfDay } from '#domain/period.ts';
import type { ReportView } from '#domain/reportFold.ts';
import {
  type Groups,
  type RecordGrouping,
  foldGroups,
  foldPlaces,
  foldTotals,
  groupRecords,
  placesOf,
} from '#domain/reportGroups.ts';
import { foldMonths } from '#domain/reportMonths.ts';
import { type FigureField, type SortKey, pageOfLines, sortFigure } from '#domain/reportSort.ts';
import { type Sums, noSums } from '#domain/reportSums.ts';
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
  if (folding.isWhole) keepUntil(folding.columns, folding.view);
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
  /** These are all that are in lists. */
  isWhole: boolean;
  /** The places that the page shows, where the database has sorted. */
  page: readonly number[] | null;
  view: ReportView;
  comparedView: ReportView | null;
}

function reportGroups(
  { columns, places, isWhole, page, view, comparedView }: ReportFolding,
  { by, sort, offset, limit }: LinesAsked & { by: RecordGrouping },
): FoldedReport {
  const groups = groupRecords(columns, { places, by });
  const { length } = groups.numbers;
  const fields = sort.flatMap(({ field }) => (field === 'label' ? [] : [field]));
  const { totals, values, kept } = foldGroups({ columns, view, isWhole }, groups, fields);
  const keys = sort.map(({ field, isDescending }) => ({
    isDescending,
    values: (field === 'label' ? null : values[fields.indexOf(field)]) ?? labelRanks(columns, groups, by),
  }));
  const shown = page ? groupsOf(groups, page) : pageOfLines(keys, { length, offset, limit });
  // Of many groups, those of the page are added up again.
  const placesShown = kept && !comparedView ? [] : placesOf(groups, shown);
  return {
    total: length,
    totals,
    comparedTotals: comparedView && foldTotals({ columns, view: comparedView, isWhole }, places),
    lines: shown.map((group, index) => ({
      key: keyOf(columns, { by, number: groups.numbers[group] ?? 0 }),
      sums: kept?.[group] ?? foldPlaces({ columns, view }, placesShown[index] ?? []),
      compared: comparedView && foldPlaces({ columns, view: comparedView }, placesShown[index] ?? []),
    })),
  };
}

/** The groups of these numbers, in their order, as far as there are any. */
function groupsOf({ numbers }: Groups, asked: readonly number[]): number[] {
  const wanted = new Set(asked);
  const groupOf = new Map<number, number>();
  for (let group = 0; group < numbers.length; group += 1) {
    const number = numbers[group] ?? 0;
    if (wanted.has(number)) groupOf.set(number, group);
  }
  return asked.flatMap((number) => groupOf.get(number) ?? []);
}

function keyOf(columns: LedgerColumns, { by, number }: { by: RecordGrouping; number: number }): string {
  if (by === 'record' || by === 'batch') return idAt(columns.ids, number);
  return columns.labels[by].texts[number] ?? '';
}

/** Where each group comes by its label; a record's, and a batch's, by the order in which the database gave the records. */
function labelRanks(columns: LedgerColumns, { numbers, groupAt }: Groups, by: RecordGrouping): Float64Array {
  const ranks = new Float64Array(numbers.length);
  if (by === 'record' || by === 'batch') {
    // The last that is written is the least.
    for (let index = groupAt.length - 1; index >= 0; index -= 1) ranks[groupAt[index] ?? 0] = index;
    return ranks;
  }
  const texts = Array.from(numbers, (number) => columns.labels[by].texts[number] ?? '');
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
  const { columns, places, isWhole } = folding;
  const view = { ...folding.view, isLifetime: false, lives: [] };
  const comparedView = folding.comparedView && { ...folding.comparedView, lives: [] };
  const months = foldMonths({ columns, view, isWhole }, places);
  const keys = request.sort.map(({ field, isDescending }): SortKey => ({
    isDescending,
    values: Float64Array.from(months, ({ sums }, index) =>
      field === 'label' ? index : sortFigure(field).of(sums),
    ),
  }));
  const comparedMonths = comparedView ? foldMonths({ columns, view: comparedView, isWhole }, places) : [];
  const shift = comparedView ? monthOfDay(view.start) - monthOfDay(comparedView.start) : 0;
  const comparedOf = (month: number) =>
    comparedView && (comparedMonths.find(({ number }) => number === month - shift)?.sums ?? noSums());
  const page = pageOfLines(keys, { length: months.length, offset: request.offset, limit: request.limit });
  return {
    total: months.length,
    // Its lines add up to these in money and time; each record counts once.
    totals: foldTotals({ columns, view, isWhole }, places),
    comparedTotals: comparedView && foldTotals({ columns, view: comparedView, isWhole }, places),
    lines: page.flatMap((index) => {
      const month = months[index];
      return month ? [{ key: month.month, sums: month.sums, compared: comparedOf(month.number) }] : [];
    }),
  };
}
