import { type Minor, minor } from './money.ts';
import { invariant } from './result.ts';

export const DEPRECIATION_METHODS = ['straight-line', 'declining'] as const;
export type DepreciationMethod = (typeof DEPRECIATION_METHODS)[number];

/** How the things of one SKU lose value. */
export interface AssetLife {
  months: number;
  /** What is left at the end of life, in millionths of the purchase. */
  residualPpm: number;
  method: DepreciationMethod;
}

export const MAX_LIFE_MONTHS = 1200;
const DAYS_PER_MONTH = 365.25 / 12;
const WHOLE_PPM = 1_000_000;
/** Falling by a constant share never reaches zero: a residual of nothing counts as this, one part in a thousand. */
const LEAST_DECLINING_PPM = 1000;

/**
 * The part of a purchase that is left after so many days, 1 on the day itself and never below the residual.
 * Straight-line falls evenly over the life; declining falls by the same share each day and ends at the residual.
 */
export function remainingShare(life: AssetLife, ageDays: number): number {
  const residual = life.residualPpm / WHOLE_PPM;
  const age = Math.min(Math.max(ageDays, 0) / (life.months * DAYS_PER_MONTH), 1);
  if (age === 1) return residual;
  if (life.method === 'straight-line') return 1 - (1 - residual) * age;
  const end = Math.max(residual, LEAST_DECLINING_PPM / WHOLE_PPM);
  return Math.max(residual, end ** age);
}

/** A purchase, by the number of its day. */
export interface DatedPurchase {
  day: number;
  amount: number;
}

/** The units of a record on the day asked for, and all that ever came in and were not handed to another record. */
export interface UnitsOwned {
  owned: number;
  acquired: number;
}

/**
 * What is still owned, as of a day: each purchase depreciates from its own day, and units that were sold, lost or
 * scrapped take their part with them. 3 of 4 units left of a purchase of 400.00 half-way through life: 150.00.
 * Awkward case: a batch whose units all became records of their own while its cost stayed with it keeps its value.
 */
export function bookValue(
  purchases: readonly DatedPurchase[],
  given: { life: AssetLife; asOf: number; units: UnitsOwned },
): Minor {
  const { life, asOf, units } = given;
  invariant(life.months > 0, 'a life has some months');
  let value = 0;
  for (const { day, amount } of purchases)
    if (day <= asOf) value += amount * remainingShare(life, asOf - day);
  const share = units.acquired > 0 ? Math.min(Math.max(units.owned, 0) / units.acquired, 1) : 1;
  return minor(Math.round(value * share));
}
