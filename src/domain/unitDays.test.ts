import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADJUSTMENT_REASONS, LOSS_REASONS } from './adjustment.ts';
import { type Day, knownDay } from './day.ts';
import { minor } from './money.ts';
import { type DatedAdjustment, perUnitDay, unitDays, unitsAcquiredAndLost } from './unitDays.ts';

const at = (
  occurredOn: string,
  delta: number,
  reason: DatedAdjustment['reason'] = 'count',
): DatedAdjustment => ({
  delta,
  reason,
  occurredOn: knownDay(occurredOn),
});
const period = (from: string, to: string) => ({ from: knownDay(from), to: knownDay(to) });

describe('Unit-days', () => {
  test.each([
    [
      'two skis bought on the 1st, one sold on the 4th, by the end of the 4th',
      [at('2026-01-01', 2), at('2026-01-04', -1)],
      period('2026-01-01', '2026-01-04'),
      7,
    ],
    ['a unit counts on the day it came', [at('2026-01-05', 1)], period('2026-01-01', '2026-01-05'), 1],
    [
      'a unit does not count on the day it left',
      [at('2026-01-01', 1), at('2026-01-03', -1)],
      period('2026-01-01', '2026-01-31'),
      2,
    ],
    [
      'what was there before the period counts through it',
      [at('2020-01-01', 3)],
      period('2026-01-01', '2026-01-02'),
      6,
    ],
    ['what comes after it does not', [at('2026-02-01', 3)], period('2026-01-01', '2026-01-31'), 0],
    ['a leap year has 366 days', [at('2023-12-31', 1)], period('2024-01-01', '2024-12-31'), 366],
    [
      'the order in which adjustments are given does not matter',
      [at('2026-01-04', -1), at('2026-01-01', 2)],
      period('2026-01-01', '2026-01-04'),
      7,
    ],
    [
      'units that left before they came make no day negative',
      [at('2026-01-01', -5), at('2026-01-03', 5)],
      period('2026-01-01', '2026-01-10'),
      0,
    ],
    ['without adjustments there are none', [], period('2026-01-01', '2026-12-31'), 0],
  ])('%s', (_, adjustments, days, sum) => expect(unitDays(adjustments, days)).toBe(sum));

  test('equal a count of each day by itself', () => {
    const adjustment = fc.record({
      delta: fc.integer({ min: -20, max: 20 }),
      reason: fc.constant('count' as const),
      occurredOn: fc.integer({ min: -30, max: 90 }).map(dayOf),
    });
    fc.assert(
      fc.property(
        fc.array(adjustment, { maxLength: 20 }),
        fc.nat(60),
        fc.nat(60),
        (adjustments, first, length) => {
          let sum = 0;
          for (let day = first; day <= first + length; day += 1) {
            const quantity = adjustments
              .filter(({ occurredOn }) => occurredOn <= dayOf(day))
              .reduce((units, { delta }) => units + delta, 0);
            sum += Math.max(quantity, 0);
          }
          expect(unitDays(adjustments, { from: dayOf(first), to: dayOf(first + length) })).toBe(sum);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('of two periods that follow one another add up to those of both', () => {
    const days = ['2026-01-01', '2026-01-10', '2026-01-11', '2026-01-31'] as const;
    const adjustments = [
      at('2025-06-01', 4),
      at('2026-01-10', -1),
      at('2026-01-11', 7),
      at('2026-01-30', -10),
    ];
    const [first, middle, next, last] = days;
    const parts = unitDays(adjustments, period(first, middle)) + unitDays(adjustments, period(next, last));
    expect(parts).toBe(unitDays(adjustments, period(first, last)));
  });
});

test('Per unit-day there is an amount and its days, undivided; without days it is unknown', () => {
  expect(perUnitDay(minor(1000), 3)).toEqual({ known: true, value: { amount: 1000, unitDays: 3 } });
  expect(perUnitDay(minor(1000), 0)).toEqual({ known: false, why: 'no-unit-days' });
});

describe('Units acquired and lost', () => {
  test('What came in was acquired; what left without a buyer was lost', () => {
    const adjustments = [
      at('2026-01-01', 10, 'purchase'),
      at('2026-01-02', 2, 'found'),
      at('2026-01-03', -1, 'lost'),
      at('2026-01-04', -2, 'damaged'),
      at('2026-01-05', -3, 'scrapped'),
      at('2026-01-06', -4, 'sold'),
      at('2026-01-07', -1, 'count'),
    ];
    expect(unitsAcquiredAndLost(adjustments)).toEqual({ acquired: 12, lost: 6 });
  });

  test.each(ADJUSTMENT_REASONS)(
    'A unit that left as "%s" is lost only where nobody got anything for it',
    (reason) => {
      const { lost } = unitsAcquiredAndLost([at('2026-01-01', 5, 'opening'), at('2026-01-02', -1, reason)]);
      expect(lost).toBe(LOSS_REASONS.includes(reason) ? 1 : 0);
    },
  );
});

function dayOf(number: number): Day {
  return knownDay(new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10));
}
