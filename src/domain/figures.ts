import { type Day, dayNumber } from './day.ts';
import { type Direction, type EntryKind, directionOf } from './entry.ts';
import { type Minor, minor } from './money.ts';
import { invariant } from './result.ts';
import { type KindTotals, amountOf, directionTotal } from './totals.ts';

/** A figure, or why there is none. Unknown is never zero. */
export type Known<T> = { known: true; value: T } | { known: false; why: UnknownReason };

export type UnknownReason =
  | 'no-purchase-cost'
  | 'no-income'
  | 'no-acquisition-cost'
  | 'no-units'
  | 'no-unit-days'
  | 'not-earned-back';

export interface Figures {
  income: Minor;
  cost: Minor;
  /** The purchase entries; unknown when none was posted (a gift at no cost cannot be told from a forgotten bill). */
  acquisitionCost: Known<Minor>;
  /** Income − cost; unknown without a purchase cost, because income alone is not profit. */
  profit: Known<Minor>;
  /** Profit / income, in millionths, rounded half away from zero. */
  marginPpm: Known<number>;
  /** Profit / acquisition cost, in millionths. */
  roiPpm: Known<number>;
}

/** What a record or a group earned and cost. */
export function figuresOf(totals: KindTotals): Figures {
  const income = directionTotal(totals, 'income');
  const cost = directionTotal(totals, 'cost');
  const hasPurchase = (totals.purchase?.count ?? 0) > 0;
  if (!hasPurchase) {
    const unknown = { known: false, why: 'no-purchase-cost' } as const;
    return { income, cost, acquisitionCost: unknown, profit: unknown, marginPpm: unknown, roiPpm: unknown };
  }
  const profit = minor(income - cost);
  const acquisitionCost = amountOf(totals, 'purchase');
  return {
    income,
    cost,
    acquisitionCost: known(acquisitionCost),
    profit: known(profit),
    marginPpm: income === 0 ? { known: false, why: 'no-income' } : known(ratioPpm(profit, income)),
    roiPpm:
      acquisitionCost === 0
        ? { known: false, why: 'no-acquisition-cost' }
        : known(ratioPpm(profit, acquisitionCost)),
  };
}

/** The sums a record keeps, and the figures made of them, so that a table sorts by them without a scan; null is unknown. */
export interface RecordMoney {
  totals: KindTotals;
  income: Minor;
  cost: Minor;
  acquisitionCost: Minor | null;
  profit: Minor | null;
  marginPpm: number | null;
}

export function recordMoney(totals: KindTotals): RecordMoney {
  const { income, cost, acquisitionCost, profit, marginPpm } = figuresOf(totals);
  return {
    totals,
    income,
    cost,
    acquisitionCost: valueOrNull(acquisitionCost),
    profit: valueOrNull(profit),
    marginPpm: valueOrNull(marginPpm),
  };
}

/** A thousand-million-fold: what is beyond says nothing more, and would not fit a 64-bit integer. */
export const MAX_RATIO_PPM = 10 ** 15;

/** A ratio in millionths, rounded half away from zero; exact for any two amounts, held at ±10^15. */
export function ratioPpm(part: number, whole: number): number {
  invariant(whole !== 0, 'a ratio has something to divide by');
  const numerator = BigInt(part) * 1_000_000n;
  const divisor = BigInt(whole);
  const isNegative = numerator < 0n !== divisor < 0n;
  const size = absolute(numerator);
  const by = absolute(divisor);
  const rounded = Math.min(Number((size * 2n + by) / (by * 2n)), MAX_RATIO_PPM);
  return isNegative && rounded !== 0 ? -rounded : rounded;
}

/** What one unit of a pool makes on average. An average, never one unit's own figure: the screen says which. */
export function averagePerUnit(amount: Minor, quantity: number): Known<Minor> {
  if (quantity === 0) return { known: false, why: 'no-units' };
  return known(minor(Number(roundedDivision(BigInt(amount), BigInt(quantity)))));
}

/** Units lost, damaged or scrapped at their average acquisition cost: a memo, not a second cost. */
export function lostValue(input: {
  acquisitionCost: Minor;
  unitsAcquired: number;
  unitsLost: number;
}): Known<Minor> {
  if (input.unitsAcquired === 0) return { known: false, why: 'no-units' };
  const cost = BigInt(input.acquisitionCost) * BigInt(input.unitsLost);
  return known(minor(Number(roundedDivision(cost, BigInt(input.unitsAcquired)))));
}

/** Money that came or went on one day. */
export interface DayAmount {
  day: Day;
  kind: EntryKind;
  amount: Minor;
}

/** Cumulative profit at the end of each day on which something happened, in the order of days. */
export function profitCurve(lines: readonly DayAmount[]): { day: Day; profit: Minor }[] {
  const byDay = new Map<Day, number>();
  for (const line of lines)
    byDay.set(line.day, (byDay.get(line.day) ?? 0) + signed(directionOf(line.kind), line.amount));
  let profit = 0;
  return [...byDay.entries()]
    .toSorted(([left], [right]) => dayNumber(left) - dayNumber(right))
    .map(([day, change]) => ({ day, profit: minor((profit += change)) }));
}

/**
 * The payback day: the first day, from the first purchase on, at whose end lifetime profit is not negative.
 * Without a purchase cost there is nothing to earn back. A purchase that was voided is no purchase.
 */
export function paybackDay(lines: readonly DayAmount[]): Known<Day> {
  const purchasesByDay = new Map<Day, number>();
  for (const { kind, day, amount } of lines)
    if (kind === 'purchase') purchasesByDay.set(day, (purchasesByDay.get(day) ?? 0) + amount);
  const bought = [...purchasesByDay].filter(([, amount]) => amount > 0);
  const total = [...purchasesByDay.values()].reduce((sum, amount) => sum + amount, 0);
  if (total <= 0) return { known: false, why: 'no-purchase-cost' };
  const acquired = Math.min(...bought.map(([day]) => dayNumber(day)));
  const found = profitCurve(lines).find(({ day, profit }) => dayNumber(day) >= acquired && profit >= 0);
  return found ? known(found.day) : { known: false, why: 'not-earned-back' };
}

function known<T>(value: T): { known: true; value: T } {
  return { known: true, value };
}

function valueOrNull<T>(figure: Known<T>): T | null {
  return figure.known ? figure.value : null;
}

function signed(direction: Direction, amount: Minor): number {
  return direction === 'income' ? amount : -amount;
}

function roundedDivision(amount: bigint, by: bigint): bigint {
  const rounded = (absolute(amount) * 2n + by) / (by * 2n);
  return amount < 0n ? -rounded : rounded;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
