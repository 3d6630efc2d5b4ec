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
  if (only && keys.length === 1 && end <= MOST_PICKED) return firstLines(only, end).slice(offset);
  return Array.from({ length }, (_, line) => line)
    .toSorted(compare)
    .slice(offset, end);
}

/** Beyond this many, sorting everything is faster than keeping the first in order. */
const MOST_PICKED = 2000;

/**
 * The first so many lines, in order: kept sorted while all are looked at once, because a page is short and lines are
 * many. Of equal lines the earlier number comes first.
 */
function firstLines({ values, isDescending }: SortKey, count: number): number[] {
  const sign = isDescending ? -1 : 1;
  const ranks = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const lines = new Int32Array(count).fill(-1);
  let found = 0;
  for (let line = 0; line < values.length; line += 1) {
    const value = values[line] ?? Number.NaN;
    const rank = Number.isNaN(value) ? UNKNOWN_RANK : sign * value;
    if (found === count && rank >= (ranks[count - 1] ?? 0)) continue;
    let at = Math.min(found, count - 1);
    while (at > 0 && (ranks[at - 1] ?? 0) > rank) {
      ranks[at] = ranks[at - 1] ?? 0;
      lines[at] = lines[at - 1] ?? 0;
      at -= 1;
    }
    ranks[at] = rank;
    lines[at] = line;
    if (found < count) found += 1;
  }
  return Array.from(lines.subarray(0, found));
}

/** After every figure there can be. */
const UNKNOWN_RANK = Number.MAX_VALUE;

function compareValues(left: number, right: number, isDescending: boolean): number {
  if (Number.isNaN(left) || Number.isNaN(right))
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
  return isDescending ? right - left : left - right;
}
