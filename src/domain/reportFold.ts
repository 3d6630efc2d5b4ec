import { type AssetLife, bookValue } from './bookValue.ts';
import { ENTRY_KINDS } from './entry.ts';
import { lostValue } from './figures.ts';
import { HANDED, LOST, type LedgerColumns, OWN, VOIDS } from './ledgerColumns.ts';
import { minor } from './money.ts';
import { AMOUNTS_AT, AT, COUNTS_AT, INCOME_KIND_COUNT, type Sums } from './reportSums.ts';

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

const PURCHASE = ENTRY_KINDS.indexOf('purchase');

/** What is being looked at, and how. Lives for one report: the columns are changed by later writes. */
export interface Folding {
  columns: LedgerColumns;
  view: ReportView;
}

/** A function that adds one record's sums to others. It is made once for a report, and called a million times. */
export function recordAdder(folding: Folding): (place: number, sums: Sums) => void {
  const { columns, view } = folding;
  const { facts } = columns;
  const { quantity, isKnown, isServiced, invested } = facts.columns;
  const addEntries = entryAdder(folding);
  const ownedDays = dayCounter(folding);
  const hasCarries = view.isLifetime && columns.carries.length > 0;
  const hasLives = view.lives.length > 0;
  return (place, sums) => {
    const row = facts.startAt[place] ?? 0;
    const money = addEntries(place, sums);
    if (hasCarries) addCarries(columns, place, { sums, money });
    const { income, cost } = money;
    const days = ownedDays(place);
    increase(sums, AT.records, 1);
    increase(sums, AT.units, quantity[row] ?? 0);
    increase(sums, AT.unitDays, days);
    if (isKnown[row] === 1) {
      increase(sums, AT.knownIncome, income);
      increase(sums, AT.knownCost, cost);
      increase(sums, AT.invested, invested[row] ?? 0);
      increase(sums, AT.knownUnitDays, days);
      if (hasLives) addBookValue(folding, place, { sums, profit: income - cost });
    } else increase(sums, AT.unknown, 1);
    if (isServiced[row] === 1) {
      increase(sums, AT.servicedRecords, 1);
      increase(sums, AT.servicedUnitDays, days);
      increase(sums, AT.rentedUnitDays, rentedDays(folding, place));
    }
    addLosses(folding, place, sums);
  };
}

/** Income and cost of the record that is being added. */
interface RecordMoney {
  income: number;
  cost: number;
}

/** Adds a record's entries by kind; answers its income and cost, in an object that the next call fills anew. */
function entryAdder({ columns, view: { start, end } }: Folding): (place: number, sums: Sums) => RecordMoney {
  const { startAt, countAt, columns: lines } = columns.entries;
  const { day, kind, flags, amount } = lines;
  const money = { income: 0, cost: 0 };
  return (place, sums) => {
    money.income = 0;
    money.cost = 0;
    const from = startAt[place] ?? 0;
    const to = from + (countAt[place] ?? 0);
    for (let at = from; at < to; at += 1) {
      const on = day[at] ?? 0;
      // Entries lie in the order of their days.
      if (on > end) break;
      if (on < start) continue;
      const of = kind[at] ?? 0;
      const value = amount[at] ?? 0;
      addLine(sums, of, { flags: flags[at] ?? 0, amount: value });
      if (of < INCOME_KIND_COUNT) money.income += value;
      else money.cost += value;
    }
    return money;
  };
}

/** Adds an entry to its kind and, where it is the unit's own, to what is known to be so. */
export function addLine(sums: Sums, kind: number, line: { flags: number; amount: number }): void {
  const { flags, amount } = line;
  increase(sums, AMOUNTS_AT + kind, amount);
  increase(sums, COUNTS_AT + kind, (flags & VOIDS) === 0 ? 1 : -1);
  if ((flags & OWN) !== 0) increase(sums, kind < INCOME_KIND_COUNT ? AT.ownIncome : AT.ownCost, amount);
}

export function increase(sums: Sums, at: number, by: number): void {
  sums[at] = (sums[at] ?? 0) + by;
}

function addCarries(
  columns: LedgerColumns,
  place: number,
  { sums, money }: { sums: Sums; money: RecordMoney },
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
      money.income += value;
    } else {
      increase(sums, AT.inheritedCost, value);
      money.cost += value;
    }
  }
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

/** Tells how many units a record stood for from which day until before which other; the last until for ever. */
export function eachStay(
  columns: LedgerColumns,
  place: number,
  tell: (units: number, since: number, until: number) => void,
): void {
  const { day, delta } = columns.steps.columns;
  const from = columns.steps.startAt[place] ?? 0;
  const to = from + (columns.steps.countAt[place] ?? 0);
  let units = 0;
  for (let at = from; at < to; at += 1) {
    units += delta[at] ?? 0;
    const since = day[at] ?? 0;
    const until = at + 1 < to ? (day[at + 1] ?? 0) : Number.MAX_SAFE_INTEGER;
    if (units > 0 && until > since) tell(units, since, until);
  }
}

function rentedDays({ columns, view: { start, end, asOf } }: Folding, place: number): number {
  const { from, to, units } = columns.services.columns;
  const first = columns.services.startAt[place] ?? 0;
  const last = first + (columns.services.countAt[place] ?? 0);
  let sum = 0;
  for (let at = first; at < last; at += 1) {
    const days = Math.min(to[at] ?? 0, end, asOf) - Math.max(from[at] ?? 0, start) + 1;
    if (days > 0) sum += days * (units[at] ?? 0);
  }
  return sum;
}

/** A loss, at the average cost of all that the record ever had; together they are worth what the domain's `lostValue` says. */
export interface Loss {
  day: number;
  units: number;
  value: number;
}

export function eachLoss(columns: LedgerColumns, place: number, tell: (loss: Loss) => void): void {
  const { day, delta, flags } = columns.steps.columns;
  const from = columns.steps.startAt[place] ?? 0;
  const to = from + (columns.steps.countAt[place] ?? 0);
  const row = columns.facts.startAt[place] ?? 0;
  const { acquired, invested } = columns.facts.columns;
  const valueOf = (unitsLost: number) => {
    const acquisitionCost = minor(invested[row] ?? 0);
    const value = lostValue({ acquisitionCost, unitsAcquired: acquired[row] ?? 0, unitsLost });
    return value.known ? value.value : 0;
  };
  let lost = 0;
  for (let at = from; at < to; at += 1) {
    const units = -(delta[at] ?? 0);
    if (((flags[at] ?? 0) & LOST) === 0 || units <= 0) continue;
    tell({ day: day[at] ?? 0, units, value: valueOf(lost + units) - valueOf(lost) });
    lost += units;
  }
}

function addLosses({ columns, view: { start, end } }: Folding, place: number, sums: Sums): void {
  const isKnown = columns.facts.columns.isKnown[columns.facts.startAt[place] ?? 0] === 1;
  eachLoss(columns, place, ({ day, units, value }) => {
    if (day < start || day > end) return;
    increase(sums, AT.lostUnits, units);
    if (isKnown) increase(sums, AT.lostValue, value);
    else increase(sums, AT.lostUnknown, units);
  });
}

function addBookValue(
  { columns, view }: Folding,
  place: number,
  { sums, profit }: { sums: Sums; profit: number },
): void {
  const { facts } = columns;
  const life = view.lives[facts.columns.sku[facts.startAt[place] ?? 0] ?? 0] ?? null;
  if (!life) return;
  const valueOn = (asOf: number) =>
    bookValue(purchasesOf(columns, place), { life, asOf, units: unitsOn(columns, place, asOf) });
  increase(sums, AT.bookRecords, 1);
  increase(sums, AT.bookValue, valueOn(Math.min(view.end, view.asOf)));
  if (!view.isLifetime) increase(sums, AT.bookBefore, valueOn(view.start - 1));
  increase(sums, AT.bookProfit, profit);
}

/** Purchases by their own day; what a conversion carried, by the first day of the units it was carried to. */
function* purchasesOf(columns: LedgerColumns, place: number) {
  const { entries, carries, facts } = columns;
  for (let index = 0; index < (entries.countAt[place] ?? 0); index += 1) {
    const at = (entries.startAt[place] ?? 0) + index;
    if (entries.columns.kind[at] === PURCHASE)
      yield { day: entries.columns.day[at] ?? 0, amount: entries.columns.amount[at] ?? 0 };
  }
  for (let index = 0; index < (carries.countAt[place] ?? 0); index += 1) {
    const at = (carries.startAt[place] ?? 0) + index;
    const day = facts.columns.originDay[facts.startAt[place] ?? 0] ?? 0;
    if (carries.columns.kind[at] === PURCHASE) yield { day, amount: carries.columns.amount[at] ?? 0 };
  }
}

function unitsOn(columns: LedgerColumns, place: number, asOf: number) {
  const { day, delta, flags } = columns.steps.columns;
  const from = columns.steps.startAt[place] ?? 0;
  const to = from + (columns.steps.countAt[place] ?? 0);
  let owned = 0;
  let acquired = 0;
  for (let at = from; at < to; at += 1) {
    if ((day[at] ?? 0) > asOf) break;
    const change = delta[at] ?? 0;
    owned += change;
    if (change > 0 || ((flags[at] ?? 0) & HANDED) !== 0) acquired += change;
  }
  return { owned, acquired };
}
