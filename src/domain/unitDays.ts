import { type AdjustmentReason, LOSS_REASONS } from './adjustment.ts';
import { type Day, dayNumber } from './day.ts';
import type { Known } from './figures.ts';
import type { Minor } from './money.ts';

export interface DatedAdjustment {
  delta: number;
  reason: AdjustmentReason;
  occurredOn: Day;
}

export interface Period {
  /** Both days are part of the period. */
  from: Day;
  to: Day;
}

/**
 * Quantity integrated over the days of a period. A unit counts from the day it came, and no longer on the day it left:
 * two skis bought on the 1st, one sold on the 4th, are 7 unit-days by the end of the 4th.
 * An adjustment that was dated before the units came cannot make a day negative: such a day counts nothing.
 */
export function unitDays(adjustments: readonly DatedAdjustment[], period: Period): number {
  const end = dayNumber(period.to) + 1;
  const start = dayNumber(period.from);
  const ordered = adjustments.toSorted(
    (left, right) => dayNumber(left.occurredOn) - dayNumber(right.occurredOn),
  );
  let sum = 0;
  let quantity = 0;
  let since = start;
  for (const { delta, occurredOn } of ordered) {
    const day = Math.min(Math.max(dayNumber(occurredOn), start), end);
    sum += Math.max(quantity, 0) * (day - since);
    since = day;
    quantity += delta;
  }
  return sum + Math.max(quantity, 0) * Math.max(end - since, 0);
}

/** What one unit made per day it was owned: makes a batch that grew and a single car comparable. */
export interface PerUnitDay {
  amount: Minor;
  unitDays: number;
}

export function perUnitDay(amount: Minor, days: number): Known<PerUnitDay> {
  return days === 0
    ? { known: false, why: 'no-unit-days' }
    : { known: true, value: { amount, unitDays: days } };
}

/** Units that came in, and units that left without a buyer, over a record's life. */
export function unitsAcquiredAndLost(adjustments: readonly DatedAdjustment[]): {
  acquired: number;
  lost: number;
} {
  let acquired = 0;
  let lost = 0;
  for (const { delta, reason } of adjustments) {
    if (delta > 0) acquired += delta;
    else if (LOSS_REASONS.includes(reason)) lost -= delta;
  }
  return { acquired, lost };
}
