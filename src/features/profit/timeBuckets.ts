/** What one month of a report says; profit null is unknown. */
export interface MonthFigures {
  /** `2026-11` */
  month: string;
  income: number;
  cost: number;
  profit: number | null;
}

export interface TimeBucket {
  /** `2026-11`, `2026-Q4` or `2026`. */
  key: string;
  income: number;
  cost: number;
  /** Of those months whose profit is known; null where it is of none. */
  profit: number | null;
}

export type BucketSpan = 'month' | 'quarter' | 'year';

/** More bars than this cannot be told apart, or hit. */
const MOST_BUCKETS = 40;

/**
 * Months as bars of a chart: every month between the first and the last with money has its place; where there are
 * too many, quarters or years stand for them.
 */
export function bucketMonths(months: readonly MonthFigures[]): { span: BucketSpan; buckets: TimeBucket[] } {
  // Time goes on after the last entry: a chart of money begins and ends with money.
  const numbers = months
    .filter(({ income, cost }) => income !== 0 || cost !== 0)
    .map(({ month }) => numberOf(month));
  if (numbers.length === 0) return { span: 'month', buckets: [] };
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const count = last - first + 1;
  const span = count <= MOST_BUCKETS ? 'month' : count <= MOST_BUCKETS * 3 ? 'quarter' : 'year';
  const buckets = new Map<string, TimeBucket>();
  for (let number = first; number <= last; number += 1) {
    const key = keyOf(number, span);
    if (!buckets.has(key)) buckets.set(key, { key, income: 0, cost: 0, profit: null });
  }
  for (const { month, income, cost, profit } of months) {
    const key = keyOf(numberOf(month), span);
    const bucket = buckets.get(key);
    if (!bucket) continue;
    buckets.set(key, {
      key,
      income: bucket.income + income,
      cost: bucket.cost + cost,
      profit: profit === null ? bucket.profit : (bucket.profit ?? 0) + profit,
    });
  }
  return { span, buckets: [...buckets.values()] };
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function keyOf(number: number, span: BucketSpan): string {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  if (span === 'year') return year;
  if (span === 'quarter') return `${year}-Q${String(Math.floor((number % 12) / 3) + 1)}`;
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
}
