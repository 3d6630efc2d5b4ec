import { bookAdder } from './bookFold.ts';
import type { AssetLife } from './bookValue.ts';
import {
  COST,
  INCOME,
  OWN_COST,
  OWN_INCOME,
  SIDE_COUNT,
  directionAdder,
  entryAdder,
  moneyAdder,
  noAdder,
} from './entryFold.ts';
import { KNOWN, LOSING, type LedgerColumns, SERVICED } from './ledgerColumns.ts';
import { eachLoss } from './losses.ts';
import { AMOUNTS_AT, AT, COUNTS_AT, INCOME_KIND_COUNT, type Sums, increase } from './reportSums.ts';

/** What a report looks at, in day numbers. */
export interface ReportView {
  /** Lines of these days count, both included. */
  start: number;
  end: number;
  /** The last day that has passed: time is owned, and value kept, up to it. */
  asOf: number;
  /** Carries count in lifetime figures only: in a period, a line counts where it was posted. */
  isLifetime: boolean;
  /** Of each SKU by its number, where it has one. */
  lives: readonly (AssetLife | null)[];
}

/** What is being looked at, and how. Lives for one report: the columns are changed by later writes. */
export interface Folding {
  columns: LedgerColumns;
  view: ReportView;
  /** The sums that are asked for, where not all are: the others may be anything. */
  parts?: ReadonlySet<number>;
}

/** A folding of all records that are in lists, or of some. */
export interface WholeFolding extends Omit<Folding, 'parts'> {
  isWhole: boolean;
}

/**
 * A function that adds one record's sums to others. It is made once for a report, and called a million times: what
 * every record goes through is written out, because the machine calls no function so cheaply as none.
 */
export function recordAdder(folding: Folding): (place: number, sums: Sums) => void {
  const { columns, view } = folding;
  const { flags, quantity, invested } = columns.facts;
  const asked = askedOf(folding);
  const money = new Float64Array(SIDE_COUNT);
  const addEntries = ENTRY_ADDERS[asked.entries](columns, view, money);
  const addDays = dayAdder(folding);
  const hasCarries = asked.entries !== 'left' && view.isLifetime && columns.carries.length > 0;
  const addBook = asked.hasBook ? bookAdder(folding) : null;
  return (place, sums) => {
    const flag = flags[place] ?? 0;
    addEntries(place, sums);
    if (hasCarries) addCarries(columns, place, { sums, money });
    const income = (money[INCOME] ?? 0) + (money[OWN_INCOME] ?? 0);
    const cost = (money[COST] ?? 0) + (money[OWN_COST] ?? 0);
    sums[AT.income] = (sums[AT.income] ?? 0) + income;
    sums[AT.cost] = (sums[AT.cost] ?? 0) + cost;
    sums[AT.records] = (sums[AT.records] ?? 0) + 1;
    sums[AT.units] = (sums[AT.units] ?? 0) + (quantity[place] ?? 0);
    if ((flag & KNOWN) !== 0) {
      sums[AT.knownIncome] = (sums[AT.knownIncome] ?? 0) + income;
      sums[AT.knownCost] = (sums[AT.knownCost] ?? 0) + cost;
      sums[AT.invested] = (sums[AT.invested] ?? 0) + (invested[place] ?? 0);
    } else sums[AT.unknown] = (sums[AT.unknown] ?? 0) + 1;
    if ((flag & SERVICED) !== 0) sums[AT.servicedRecords] = (sums[AT.servicedRecords] ?? 0) + 1;
    if (asked.hasDays) addDays(place, sums);
    if (asked.hasLosses && (flag & LOSING) !== 0) addLosses(folding, place, sums);
    addBook?.(place, sums);
  };
}

/** How entries are added: each by its kind; by direction alone; as a record's lifetime money was kept; or not at all. */
const ENTRY_ADDERS = { kinds: entryAdder, directions: directionAdder, kept: moneyAdder, left: noAdder };

const BOOK = [AT.bookRecords, AT.bookValue, AT.bookBefore, AT.bookProfit] as const;
const MONEY = [AT.income, AT.cost, AT.knownIncome, AT.knownCost] as const;
const DAYS = [AT.unitDays, AT.knownUnitDays, AT.servicedUnitDays, AT.rentedUnitDays] as const;
const LOSSES = [AT.lostUnits, AT.lostValue, AT.lostUnknown] as const;
/** What is not of a record's entries. */
export const BESIDE_ENTRIES: ReadonlySet<number> = new Set([
  AT.records,
  AT.unknown,
  AT.units,
  AT.invested,
  AT.servicedRecords,
  ...DAYS,
  ...LOSSES,
  ...BOOK,
]);

/** What has to be worked out for the sums that are asked for. */
function askedOf({ view, parts }: Folding) {
  const asks = (some: readonly number[]) => !parts || some.some((at) => parts.has(at));
  const hasKinds =
    !parts || [...parts].some((at) => !(BESIDE_ENTRIES.has(at) || MONEY.some((one) => one === at)));
  const byDirection = view.isLifetime ? ('kept' as const) : ('directions' as const);
  const entries = hasKinds ? ('kinds' as const) : asks(MONEY) ? byDirection : ('left' as const);
  return { entries, hasDays: asks(DAYS), hasLosses: asks(LOSSES), hasBook: asks(BOOK) };
}

function addCarries(
  columns: LedgerColumns,
  place: number,
  { sums, money }: { sums: Sums; money: Float64Array },
): void {
  const { kind, amount, count } = columns.carries.columns;
  const from = columns.carries.startAt[place] ?? 0;
  const to = from + (columns.carries.countAt[place] ?? 0);
  for (let at = from; at < to; at += 1) {
    const of = kind[at] ?? 0;
    const value = amount[at] ?? 0;
    increase(sums, AMOUNTS_AT + of, value);
    increase(sums, COUNTS_AT + of, count[at] ?? 0);
    if (of < INCOME_KIND_COUNT) {
      increase(sums, AT.inheritedIncome, value);
      increase(money, INCOME, value);
    } else {
      increase(sums, AT.inheritedCost, value);
      increase(money, COST, value);
    }
  }
}

/** Time that has passed: owned, and where there are service periods, rented. */
function dayAdder(folding: Folding): (place: number, sums: Sums) => void {
  const { flags } = folding.columns.facts;
  const ownedDays = dayCounter(folding);
  const rentedDays = serviceCounter(folding);
  return (place, sums) => {
    const flag = flags[place] ?? 0;
    const days = ownedDays(place);
    increase(sums, AT.unitDays, days);
    if ((flag & KNOWN) !== 0) increase(sums, AT.knownUnitDays, days);
    if ((flag & SERVICED) === 0) return;
    increase(sums, AT.servicedUnitDays, days);
    increase(sums, AT.rentedUnitDays, rentedDays(place));
  };
}

/** Unit-days as the domain's `unitDays` counts them, over the days of the period that have passed. */
function dayCounter({ columns, view: { start, end, asOf } }: Folding): (place: number) => number {
  const { startAt, countAt, columns: steps } = columns.steps;
  const { day, delta } = steps;
  const after = Math.min(end, asOf) + 1;
  return (place) => {
    const from = startAt[place] ?? 0;
    const to = from + (countAt[place] ?? 0);
    let units = 0;
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      units += delta[at] ?? 0;
      const since = Math.max(day[at] ?? 0, start);
      const until = at + 1 < to ? Math.min(day[at + 1] ?? 0, after) : after;
      if (units > 0 && until > since) sum += units * (until - since);
    }
    return sum;
  };
}

/** Rented unit-days of the period that have passed; where all of a record's are, they are as they were kept. */
function serviceCounter({ columns, view }: Folding): (place: number) => number {
  const { startAt, countAt, columns: services } = columns.services;
  const { from, to, units } = services;
  const { rented, servedUntil } = columns.facts;
  const { start, end, asOf, isLifetime } = view;
  const before = Math.min(end, asOf) + 1;
  return (place) => {
    if (isLifetime && (servedUntil[place] ?? 0) < before) return rented[place] ?? 0;
    const first = startAt[place] ?? 0;
    const last = first + (countAt[place] ?? 0);
    let sum = 0;
    for (let at = first; at < last; at += 1) {
      const days = Math.min((to[at] ?? 0) + 1, before) - Math.max(from[at] ?? 0, start);
      if (days > 0) sum += days * (units[at] ?? 0);
    }
    return sum;
  };
}

function addLosses({ columns, view: { start, end } }: Folding, place: number, sums: Sums): void {
  const isKnown = ((columns.facts.flags[place] ?? 0) & KNOWN) !== 0;
  eachLoss(columns, place, ({ day, units, value }) => {
    if (day < start || day > end) return;
    increase(sums, AT.lostUnits, units);
    if (isKnown) increase(sums, AT.lostValue, value);
    else increase(sums, AT.lostUnknown, units);
  });
}
