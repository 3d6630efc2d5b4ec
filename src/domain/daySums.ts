import { ENTRY_KINDS } from './entry.ts';
import { OF_KNOWN, addLines } from './entryFold.ts';
import { KIND_MASK, KNOWN, LOSING, type LedgerColumns, SERVICED } from './ledgerColumns.ts';
import { eachLoss } from './losses.ts';
import { monthOfDay } from './period.ts';
import { AT, type Sums, increase, noSums } from './reportSums.ts';

/** What happened on one day: sums of months are made of it, whatever the period. */
export interface DaySums {
  /** Of lines and losses. A record counts on the first day of each month on which it has a line. */
  sums: Sums;
  /** How many lines there are of each kind: one that takes another back counts too. */
  lines: Int32Array;
  /** By how much the units rise or fall whose days are counted, in the order of `DAY_FIELDS`. */
  changes: Float64Array;
}

export type SumsByDay = Map<number, DaySums>;

/** The sums that are made of days. */
export const DAY_FIELDS = [AT.unitDays, AT.knownUnitDays, AT.servicedUnitDays, AT.rentedUnitDays] as const;
const [OWNED, OWNED_KNOWN, OWNED_SERVICED, RENTED] = [0, 1, 2, 3];

/** Adds what happened to a record to the days on which it did, or with `times` −1 takes it away. */
export function addToDays(
  byDay: SumsByDay,
  { columns, place }: { columns: LedgerColumns; place: number },
  times: 1 | -1,
): void {
  const flags = columns.facts.flags[place] ?? 0;
  addEntries(byDay, { columns, place }, times);
  addStays(byDay, { columns, place }, times);
  if ((flags & SERVICED) !== 0) addServices(byDay, { columns, place }, times);
  if ((flags & LOSING) === 0) return;
  eachLoss(columns, place, ({ day, units, value }) => {
    const { sums } = sumsOn(byDay, day);
    increase(sums, AT.lostUnits, times * units);
    if ((flags & KNOWN) !== 0) increase(sums, AT.lostValue, times * value);
    else increase(sums, AT.lostUnknown, times * units);
  });
}

/** The lines of these records by day. */
export function sumsByDay(columns: LedgerColumns, places: Uint32Array): SumsByDay {
  const byDay: SumsByDay = new Map();
  for (const place of places) addToDays(byDay, { columns, place }, 1);
  return byDay;
}

function addEntries(
  byDay: SumsByDay,
  { columns: { facts, entries }, place }: { columns: LedgerColumns; place: number },
  times: 1 | -1,
): void {
  const { day, line, amount } = entries.columns;
  const first = entries.startAt[place] ?? 0;
  const known = ((facts.flags[place] ?? 0) & KNOWN) === 0 ? 0 : OF_KNOWN;
  let seen: number | null = null;
  for (let at = first; at < first + (entries.countAt[place] ?? 0); at += 1) {
    const on = day[at] ?? 0;
    const of = line[at] ?? 0;
    const kind = of & KIND_MASK;
    const { sums, lines } = sumsOn(byDay, on);
    addLines(sums, of | known, { value: times * (amount[at] ?? 0), count: times });
    lines[kind] = (lines[kind] ?? 0) + times;
    // Entries lie in the order of their days, so that a record is counted once a month.
    const month = monthOfDay(on);
    if (month === seen) continue;
    seen = month;
    increase(sums, AT.records, times);
    if (known === 0) increase(sums, AT.unknown, times);
  }
}

function addStays(
  byDay: SumsByDay,
  { columns: { facts, steps }, place }: { columns: LedgerColumns; place: number },
  times: 1 | -1,
): void {
  const flags = facts.flags[place] ?? 0;
  const { day, delta } = steps.columns;
  const first = steps.startAt[place] ?? 0;
  const last = first + (steps.countAt[place] ?? 0);
  let units = 0;
  let counted = 0;
  for (let at = first; at < last; at += 1) {
    units += delta[at] ?? 0;
    const change = times * (Math.max(units, 0) - counted);
    counted = Math.max(units, 0);
    if (change === 0) continue;
    const { changes } = sumsOn(byDay, day[at] ?? 0);
    increase(changes, OWNED, change);
    if ((flags & KNOWN) !== 0) increase(changes, OWNED_KNOWN, change);
    if ((flags & SERVICED) !== 0) increase(changes, OWNED_SERVICED, change);
  }
}

function addServices(
  byDay: SumsByDay,
  { columns: { services }, place }: { columns: LedgerColumns; place: number },
  times: 1 | -1,
): void {
  const { from, to, units } = services.columns;
  const first = services.startAt[place] ?? 0;
  for (let at = first; at < first + (services.countAt[place] ?? 0); at += 1) {
    increase(sumsOn(byDay, from[at] ?? 0).changes, RENTED, times * (units[at] ?? 0));
    increase(sumsOn(byDay, (to[at] ?? 0) + 1).changes, RENTED, -times * (units[at] ?? 0));
  }
}

function sumsOn(byDay: SumsByDay, day: number): DaySums {
  const known = byDay.get(day);
  if (known) return known;
  const made = {
    sums: noSums(),
    lines: new Int32Array(ENTRY_KINDS.length),
    changes: new Float64Array(DAY_FIELDS.length),
  };
  byDay.set(day, made);
  return made;
}
