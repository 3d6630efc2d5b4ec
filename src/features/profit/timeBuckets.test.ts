import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bucketMonths } from './timeBuckets.ts';

const month = fc
  .integer({ min: 1870 * 12, max: 2026 * 12 })
  .map((number) => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`);
const money = fc.integer({ min: -10_000, max: 10_000 });

it('Bars add up to the months, whatever span they stand for, and are never too many to be told apart by years.', () => {
  // A month in which nothing came or went has no profit either.
  const figures = fc
    .record({ month, income: money, cost: money, profit: fc.option(money) })
    .filter(({ income, cost }) => income !== 0 || cost !== 0);
  fc.assert(
    fc.property(fc.uniqueArray(figures, { selector: (one) => one.month, maxLength: 60 }), (months) => {
      const { span, buckets } = bucketMonths(months);
      expect(sum(buckets)).toEqual(sum(months));
      if (span !== 'year') expect(buckets.length).toBeLessThanOrEqual(41);
      expect(buckets.map(({ key }) => key)).toEqual(buckets.map(({ key }) => key).toSorted());
    }),
  );
});

it('A month without lines keeps its place, and unknown stays unknown.', () => {
  const { buckets } = bucketMonths([
    { month: '2025-12', income: 5, cost: 1, profit: null },
    { month: '2026-02', income: 7, cost: 2, profit: 5 },
  ]);
  expect(buckets).toEqual([
    { key: '2025-12', income: 5, cost: 1, profit: null },
    { key: '2026-01', income: 0, cost: 0, profit: null },
    { key: '2026-02', income: 7, cost: 2, profit: 5 },
  ]);
});

function sum(of: readonly { income: number; cost: number; profit: number | null }[]) {
  return {
    income: of.reduce((all, { income }) => all + income, 0),
    cost: of.reduce((all, { cost }) => all + cost, 0),
    profit: of.reduce((all, { profit }) => all + (profit ?? 0), 0),
  };
}
