import { type Order, selectFirst } from './selection.ts';
import { AT, type Sums, amountAt } from './reportSums.ts';

/** A figure to sort by: the sums that it is made of, where each lies, and how. */
export interface SortFigure {
  parts: readonly number[];
  /** NaN where it is unknown. Sums that are not among its parts are not looked at. */
  of: (sums: Sums) => number;
}

const PROFIT = [AT.records, AT.unknown, AT.knownIncome, AT.knownCost] as const;
const BOOK = [AT.bookRecords, AT.bookValue, AT.bookBefore, AT.bookProfit] as const;
const profit: SortFigure = { parts: PROFIT, of: profitOf };

const FIGURES = {
  records: sumAt(AT.records),
  units: sumAt(AT.units),
  income: sumAt(AT.income),
  cost: sumAt(AT.cost),
  profit,
  margin: ratioOf(profit, AT.knownIncome),
  roi: ratioOf(profit, AT.invested),
  acquisitionCost: sumAt(amountAt('purchase')),
  unitDays: sumAt(AT.unitDays),
  incomePerUnitDay: ratioOf(sumAt(AT.income), AT.unitDays),
  costPerUnitDay: ratioOf(sumAt(AT.cost), AT.unitDays),
  profitPerUnitDay: ratioOf(profit, AT.knownUnitDays),
  utilisation: ratioOf(sumAt(AT.rentedUnitDays), AT.servicedUnitDays),
  lostValue: sumAt(AT.lostValue),
  bookValue: { parts: BOOK, of: (sums) => (hasBook(sums) ? (sums[AT.bookValue] ?? 0) : Number.NaN) },
  profitWithBookValue: {
    parts: BOOK,
    of: (sums) =>
      hasBook(sums)
        ? (sums[AT.bookProfit] ?? 0) + (sums[AT.bookValue] ?? 0) - (sums[AT.bookBefore] ?? 0)
        : Number.NaN,
  },
} as const satisfies Record<string, SortFigure>;

export type FigureField = keyof typeof FIGURES;

/** All names of figures. */
export const FIGURE_FIELDS = Object.keys(FIGURES) as FigureField[]; // those just above

/** What a line is sorted by, by the figure's name. */
export function sortFigure(field: FigureField): SortFigure {
  return FIGURES[field];
}

function sumAt(at: number): SortFigure {
  return { parts: [at], of: (sums) => sums[at] ?? 0 };
}

function ratioOf({ parts, of }: SortFigure, wholeAt: number): SortFigure {
  return {
    parts: [...parts, wholeAt],
    of: (sums) => {
      const whole = sums[wholeAt] ?? 0;
      return whole === 0 ? Number.NaN : of(sums) / whole;
    },
  };
}

function profitOf(sums: Sums): number {
  const records = sums[AT.records] ?? 0;
  const isUnknown = records > 0 && records === sums[AT.unknown];
  return isUnknown ? Number.NaN : (sums[AT.knownIncome] ?? 0) - (sums[AT.knownCost] ?? 0);
}

function hasBook(sums: Sums): boolean {
  return (sums[AT.bookRecords] ?? 0) > 0;
}

export interface SortKey {
  /** One value for each line; NaN is unknown and comes last whichever way one sorts. */
  values: Float64Array;
  isDescending: boolean;
}

/**
 * The numbers of the lines of one page. The order is total: equal lines stay in the order of their numbers, so that
 * paging shows each exactly once.
 */
export function pageOfLines(
  keys: readonly SortKey[],
  { length, offset, limit }: { length: number; offset: number; limit: number },
): number[] {
  const compare = orderOf(keys.map(ranksOf));
  const end = Math.min(offset + limit, length);
  const lines = candidates(length, end, compare);
  // A page is short and lines are many: what comes before and after it is kept apart, and not sorted.
  selectFirst(lines, end, compare);
  selectFirst(lines.subarray(0, end), offset, compare);
  return Array.from(lines.subarray(offset, end)).toSorted(compare);
}

/** Some lines that have the first `end` among them: most of a million come after one that so many came before. */
function candidates(length: number, end: number, compare: Order): Uint32Array {
  const lines = new Uint32Array(Math.min(Math.max(end * 2, LEAST_CANDIDATES), length));
  let count = 0;
  let bar: number | null = null;
  for (let line = 0; line < length; line += 1) {
    if (bar !== null && compare(line, bar) > 0) continue;
    if (count === lines.length) {
      selectFirst(lines, end, compare);
      bar = lines.subarray(0, end).reduce((last, next) => (compare(next, last) > 0 ? next : last));
      count = end;
      if (compare(line, bar) > 0) continue;
    }
    lines[count] = line;
    count += 1;
  }
  return lines.subarray(0, count);
}

const LEAST_CANDIDATES = 4096;

function orderOf([first, ...others]: readonly Float64Array[]): Order {
  if (!first) return (left, right) => left - right;
  return (left, right) => {
    const order = (first[left] ?? 0) - (first[right] ?? 0);
    if (order !== 0) return order;
    for (const ranks of others) {
      const next = (ranks[left] ?? 0) - (ranks[right] ?? 0);
      if (next !== 0) return next;
    }
    return left - right;
  };
}

/** Numbers that go up as one reads down the page. */
function ranksOf({ values, isDescending }: SortKey): Float64Array {
  const ranks = new Float64Array(values.length);
  const sign = isDescending ? -1 : 1;
  for (let line = 0; line < ranks.length; line += 1) {
    const value = values[line] ?? Number.NaN;
    ranks[line] = Number.isNaN(value) ? UNKNOWN_RANK : sign * value;
  }
  return ranks;
}

/** After every figure there can be. */
const UNKNOWN_RANK = Number.MAX_VALUE;
