import { type Direction, ENTRY_KINDS, type EntryKind, directionOf } from './entry.ts';
import { MAX_MINOR, type Minor, ZERO, minor } from './money.ts';
import { once } from './once.ts';

/** The sum of one kind, and over how many entries it stands; a void counts −1, so a voided entry leaves nothing. */
export interface KindTotal {
  amount: Minor;
  count: number;
}

/** Money by kind: what stored totals, reports and carries are all made of. */
export type KindTotals = Readonly<Partial<Record<EntryKind, KindTotal>>>;

export const NO_TOTALS: KindTotals = {};

interface Posted {
  kind: EntryKind;
  amount: Minor;
  voids: string | null;
}

/** What a conversion carries of one kind, and how many entries stand behind it. */
export interface Carry extends KindTotal {
  kind: EntryKind;
}

/** The totals after one more line. Adding an entry and then its void gives the totals from before. */
export function addEntry(totals: KindTotals, entry: Posted): KindTotals {
  return addCarry(totals, { ...entry, count: entry.voids === null ? 1 : -1 });
}

/**
 * The totals after a conversion's line: an amount, and how many entries stand behind it, carried here or away.
 * A kind of which nothing is left is not there, so that equal totals are equal values.
 */
export function addCarry(totals: KindTotals, carry: Carry): KindTotals {
  const { kind, ...added } = carry;
  const { [kind]: before = { amount: ZERO, count: 0 }, ...others } = totals;
  const amount = minor(before.amount + added.amount);
  const count = before.count + added.count;
  return amount === 0 && count === 0 ? others : { ...others, [kind]: { amount, count } };
}

/** The fold from nothing: what every stored figure must equal. */
export function sumEntries(entries: Iterable<Posted>): KindTotals {
  let totals = NO_TOTALS;
  for (const entry of entries) totals = addEntry(totals, entry);
  return totals;
}

export function addTotals(left: KindTotals, right: KindTotals): KindTotals {
  let sum = left;
  for (const kind of ENTRY_KINDS) {
    const added = right[kind];
    if (added) sum = addCarry(sum, { kind, ...added });
  }
  return sum;
}

/** Adds carries to totals; the same carries to the same totals are added once, and give the same value. */
export function addingOnce(): (before: KindTotals, carries: readonly Carry[]) => KindTotals {
  const after = once((before: KindTotals) =>
    once((carries: readonly Carry[]) => carries.reduce(addCarry, before)),
  );
  return (before, carries) => after(before)(carries);
}

export function amountOf(totals: KindTotals, kind: EntryKind): Minor {
  return totals[kind]?.amount ?? ZERO;
}

export function directionTotal(totals: KindTotals, direction: Direction): Minor {
  let sum = 0;
  for (const kind of ENTRY_KINDS) if (directionOf(kind) === direction) sum += amountOf(totals, kind);
  return minor(sum);
}

/** Would these totals still be exact? Beyond 10^15 they are refused before they are stored. */
export function isWithinLimit(totals: KindTotals): boolean {
  return (
    Math.abs(directionTotal(totals, 'income')) <= MAX_MINOR &&
    Math.abs(directionTotal(totals, 'cost')) <= MAX_MINOR
  );
}
