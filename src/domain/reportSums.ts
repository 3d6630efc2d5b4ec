import { type Direction, ENTRY_KINDS, type EntryKind, directionOf } from './entry.ts';
import { ratioPpm } from './figures.ts';
import { type Minor, minor } from './money.ts';

/**
 * What a line of a report is made of: sums that add up, so that a total is the sum of its lines exactly. What does
 * not add up (margins, averages, shares of time) is derived from them, per line and for the total alike. Each has its place in a
 * vector of sums.
 */
export const AT = {
  // Records, those whose purchase cost is unknown, the units that they stand for now, and all their money.
  records: 0,
  unknown: 1,
  units: 2,
  income: 3,
  cost: 4,
  // Money of the records whose purchase cost is known: profit is theirs alone.
  knownIncome: 5,
  knownCost: 6,
  // What those records cost to buy in all their life: what a return is a return on.
  invested: 7,
  // By whom it is known, per direction.
  ownIncome: 8,
  ownCost: 9,
  inheritedIncome: 10,
  inheritedCost: 11,
  // Time: owned, owned of records whose purchase cost is known, of records with service periods, and rented.
  unitDays: 12,
  knownUnitDays: 13,
  servicedRecords: 14,
  servicedUnitDays: 15,
  rentedUnitDays: 16,
  // Units that left without a buyer, their value, and those of which no purchase cost is known.
  lostUnits: 17,
  lostValue: 18,
  lostUnknown: 19,
  // Where the SKU has a life: what is owned at the end and was owned before, and the profit of just these records.
  bookRecords: 20,
  bookValue: 21,
  bookBefore: 22,
  bookProfit: 23,
} as const;
export type SumField = keyof typeof AT;

/** Behind those fields lie each kind's amount and count. Written out, so that the machine knows each place as a number. */
export const AMOUNTS_AT = Object.keys(AT).length;
export const COUNTS_AT = AMOUNTS_AT + ENTRY_KINDS.length;
const VECTOR_LENGTH = COUNTS_AT + ENTRY_KINDS.length;

/** Income kinds come first in `ENTRY_KINDS`: below this a kind brings money in. */
export const INCOME_KIND_COUNT = ENTRY_KINDS.filter((kind) => directionOf(kind) === 'income').length;

export type Sums = Float64Array;

export function noSums(): Sums {
  return new Float64Array(VECTOR_LENGTH);
}

/** Adds sums to others, or with `times` −1 takes them away again: they are whole numbers, so that nothing is left. */
export function addSums(into: Sums, added: Sums, times: 1 | -1 = 1): void {
  for (let at = 0; at < VECTOR_LENGTH; at += 1) into[at] = (into[at] ?? 0) + times * (added[at] ?? 0);
}

export function increase(sums: Float64Array, at: number, by: number): void {
  sums[at] = (sums[at] ?? 0) + by;
}

export function sumOf(sums: Sums, field: SumField): number {
  return sums[AT[field]] ?? 0;
}

/** Where the amount of a kind lies. */
export function amountAt(kind: EntryKind): number {
  return AMOUNTS_AT + ENTRY_KINDS.indexOf(kind);
}

export function kindAmount(sums: Sums, kind: EntryKind): number {
  return sums[amountAt(kind)] ?? 0;
}

export function kindCount(sums: Sums, kind: EntryKind): number {
  return sums[COUNTS_AT + ENTRY_KINDS.indexOf(kind)] ?? 0;
}

/** Adds up what the kinds of each direction amount to, where the lines were added by kind alone. */
export function addDirections(sums: Sums): void {
  for (const kind of ENTRY_KINDS) increase(sums, AT[directionOf(kind)], kindAmount(sums, kind));
}

/** The figures of one line of a report; null is unknown, which is not zero. */
export interface ReportFigures {
  income: Minor;
  cost: Minor;
  /** Income − cost of the records whose purchase cost is known; null where it is known of none. */
  profit: Minor | null;
  /** How many records that leaves out. */
  profitUnknown: number;
  /** Profit / income, of the records whose profit is known. */
  marginPpm: number | null;
  /** The purchases among the lines of this period. */
  acquisitionCost: Minor;
  /** What the records of known purchase cost were bought for in all their life; null where it is known of none. */
  invested: Minor | null;
  /** Profit / invested. */
  roiPpm: number | null;
  unitDays: number;
  /** The unit-days of the records whose profit is known: what profit per unit-day is divided by. */
  knownUnitDays: number;
  /** Rented / owned unit-days, of the records whose entries carry service periods; null where none does. */
  rentedUnitDays: number | null;
  utilisationPpm: number | null;
  utilisationUnknown: number;
  lostUnits: number;
  /** A memo, not a second cost; null where units were lost and of none the purchase cost is known. */
  lostValue: Minor | null;
  /** Of records whose SKU has a life: what is still owned, and cash profit with what that value rose or fell by. */
  bookValue: Minor | null;
  profitWithBookValue: Minor | null;
  bookValueUnknown: number;
  byKind: { kind: EntryKind; amount: Minor; entries: number }[];
  provenance: Record<Direction, { own: Minor; inherited: Minor; shared: Minor }>;
}

export function reportFigures(sums: Sums): ReportFigures {
  const records = sumOf(sums, 'records');
  const unknown = sumOf(sums, 'unknown');
  // Where there is no record at all, nothing came and nothing went.
  const isKnown = records > unknown || records === 0;
  const knownIncome = sumOf(sums, 'knownIncome');
  const profit = isKnown ? minor(knownIncome - sumOf(sums, 'knownCost')) : null;
  const invested = isKnown ? minor(sumOf(sums, 'invested')) : null;
  const servicedDays = sumOf(sums, 'servicedUnitDays');
  const serviced = sumOf(sums, 'servicedRecords');
  const lostUnits = sumOf(sums, 'lostUnits');
  const hasBook = sumOf(sums, 'bookRecords') > 0;
  const bookValue = minor(sumOf(sums, 'bookValue'));
  return {
    income: minor(sumOf(sums, 'income')),
    cost: minor(sumOf(sums, 'cost')),
    profit,
    profitUnknown: unknown,
    marginPpm: profit === null || knownIncome === 0 ? null : ratioPpm(profit, knownIncome),
    acquisitionCost: minor(kindAmount(sums, 'purchase')),
    invested,
    roiPpm: profit === null || invested === null || invested === 0 ? null : ratioPpm(profit, invested),
    unitDays: sumOf(sums, 'unitDays'),
    knownUnitDays: sumOf(sums, 'knownUnitDays'),
    rentedUnitDays: serviced > 0 ? sumOf(sums, 'rentedUnitDays') : null,
    utilisationPpm:
      serviced > 0 && servicedDays > 0 ? ratioPpm(sumOf(sums, 'rentedUnitDays'), servicedDays) : null,
    utilisationUnknown: records - serviced,
    lostUnits,
    lostValue:
      lostUnits > 0 && lostUnits === sumOf(sums, 'lostUnknown') ? null : minor(sumOf(sums, 'lostValue')),
    bookValue: hasBook ? bookValue : null,
    profitWithBookValue: hasBook
      ? minor(sumOf(sums, 'bookProfit') + bookValue - sumOf(sums, 'bookBefore'))
      : null,
    bookValueUnknown: records - sumOf(sums, 'bookRecords'),
    byKind: ENTRY_KINDS.flatMap((kind) => {
      const [amount, entries] = [kindAmount(sums, kind), kindCount(sums, kind)];
      return amount === 0 && entries === 0 ? [] : [{ kind, amount: minor(amount), entries }];
    }),
    provenance: { income: splitOf(sums, 'income'), cost: splitOf(sums, 'cost') },
  };
}

/** Shared is what is neither this unit's own nor carried to it: a pool's, of which one unit has an average. */
function splitOf(sums: Sums, direction: Direction) {
  const [own, inherited] =
    direction === 'income'
      ? [sumOf(sums, 'ownIncome'), sumOf(sums, 'inheritedIncome')]
      : [sumOf(sums, 'ownCost'), sumOf(sums, 'inheritedCost')];
  return {
    own: minor(own),
    inherited: minor(inherited),
    shared: minor(sumOf(sums, direction) - own - inherited),
  };
}
