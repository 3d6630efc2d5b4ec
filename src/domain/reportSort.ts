import { type SumField, type Sums, directionSum, kindAmount, sumOf } from './reportSums.ts';

/** What a line is sorted by; NaN is unknown. */
const VALUE_OF = {
  records: field('records'),
  units: field('units'),
  income: (sums: Sums) => directionSum(sums, 'income'),
  cost: (sums: Sums) => directionSum(sums, 'cost'),
  profit: profitOf,
  margin: (sums: Sums) => ratio(profitOf(sums), sumOf(sums, 'knownIncome')),
  roi: (sums: Sums) => ratio(profitOf(sums), sumOf(sums, 'invested')),
  acquisitionCost: (sums: Sums) => kindAmount(sums, 'purchase'),
  unitDays: field('unitDays'),
  incomePerUnitDay: (sums: Sums) => ratio(directionSum(sums, 'income'), sumOf(sums, 'unitDays')),
  costPerUnitDay: (sums: Sums) => ratio(directionSum(sums, 'cost'), sumOf(sums, 'unitDays')),
  profitPerUnitDay: (sums: Sums) => ratio(profitOf(sums), sumOf(sums, 'knownUnitDays')),
  utilisation: (sums: Sums) => ratio(sumOf(sums, 'rentedUnitDays'), sumOf(sums, 'servicedUnitDays')),
  lostValue: field('lostValue'),
  bookValue: (sums: Sums) => (sumOf(sums, 'bookRecords') > 0 ? sumOf(sums, 'bookValue') : Number.NaN),
  profitWithBookValue: (sums: Sums) =>
    sumOf(sums, 'bookRecords') > 0
      ? sumOf(sums, 'bookProfit') + sumOf(sums, 'bookValue') - sumOf(sums, 'bookBefore')
      : Number.NaN,
} as const;

export type FigureField = keyof typeof VALUE_OF;

/** The figure of this name as a number to sort by; NaN where it is unknown. */
export function sortValue(sums: Sums, by: FigureField): number {
  return VALUE_OF[by](sums);
}

function field(name: SumField) {
  return (sums: Sums) => sumOf(sums, name);
}

function profitOf(sums: Sums): number {
  const records = sumOf(sums, 'records');
  const isUnknown = records > 0 && records === sumOf(sums, 'unknown');
  return isUnknown ? Number.NaN : sumOf(sums, 'knownIncome') - sumOf(sums, 'knownCost');
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
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
  const compare = (left: number, right: number) => {
    for (const { values, isDescending } of keys) {
      const order = compareValues(values[left] ?? Number.NaN, values[right] ?? Number.NaN, isDescending);
      if (order !== 0) return order;
    }
    return left - right;
  };
  const [only] = keys;
  const end = Math.min(offset + limit, length);
  const lines =
    only && keys.length === 1 && length > WORTH_PICKING
      ? firstLines(only, end)
      : Array.from({ length }, (_, line) => line);
  return lines.toSorted(compare).slice(offset, end);
}

/** Below this, sorting everything is as fast. */
const WORTH_PICKING = 2000;

/** The first so many lines, in any order: those better than the last of them, and as many of its equals as are needed. */
function firstLines({ values, isDescending }: SortKey, count: number): number[] {
  if (count === 0) return [];
  const sign = isDescending ? -1 : 1;
  const rank = (value: number) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : sign * value);
  const ranks = values.map(rank);
  const last = ranks.toSorted()[count - 1] ?? 0;
  const better: number[] = [];
  const equal: number[] = [];
  for (const [line, value] of ranks.entries()) {
    if (value < last) better.push(line);
    else if (value === last && equal.length < count) equal.push(line);
  }
  return [...better, ...equal.slice(0, count - better.length)];
}

function compareValues(left: number, right: number, isDescending: boolean): number {
  if (Number.isNaN(left) || Number.isNaN(right))
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
  return isDescending ? right - left : left - right;
}
