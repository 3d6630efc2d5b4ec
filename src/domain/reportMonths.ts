import { dayNumber, knownDay } from './day.ts';
import { dayOfNumber, monthNumber, monthOfNumber } from './period.ts';
import { type Folding, addLine, eachLoss, eachStay, increase } from './reportFold.ts';
import { AT, INCOME_KIND_COUNT, type Sums, noSums } from './reportSums.ts';

/** One month of a report; its counts of records are of those that have lines in it. */
export interface MonthSums {
  month: string;
  /** Counted from year 0. */
  number: number;
  sums: Sums;
}

/**
 * A report by month: every month from the first in which something was owned or posted to the last, empty ones too.
 * Lines count in the month in which they were posted, carries in none: over all records they sum to zero.
 */
export function foldMonths({ columns, view }: Folding, places: Iterable<number>): MonthSums[] {
  const chosen = [...places];
  const range = rangeOf({ columns, view }, chosen);
  if (!range) return [];
  const first = monthNumber(dayOfNumber(range.start));
  const monthOf = monthIndex(range, first);
  const months = Array.from({ length: monthOf(range.end) + 1 }, noSums);
  const on = (day: number) => months[monthOf(day)] ?? noSums();
  const days = dayCounts(range);
  for (const place of chosen) {
    addEntries({ columns, view }, place, on);
    const row = columns.facts.startAt[place] ?? 0;
    const isKnown = columns.facts.columns.isKnown[row] === 1;
    const isServiced = columns.facts.columns.isServiced[row] === 1;
    eachStay(columns, place, (units, since, until) => {
      const stay = { units, from: since, until: Math.min(until, Math.min(view.end, view.asOf) + 1) };
      days.add(AT.unitDays, stay);
      if (isKnown) days.add(AT.knownUnitDays, stay);
      if (isServiced) days.add(AT.servicedUnitDays, stay);
    });
    if (isServiced) addServices({ columns, view }, place, days.add);
    eachLoss(columns, place, ({ day, units, value }) => {
      if (day < view.start || day > view.end) return;
      increase(on(day), AT.lostUnits, units);
      if (isKnown) increase(on(day), AT.lostValue, value);
      else increase(on(day), AT.lostUnknown, units);
    });
  }
  days.addTo(on);
  for (const sums of months)
    if ((sums[AT.servicedUnitDays] ?? 0) > 0 || (sums[AT.rentedUnitDays] ?? 0) !== 0)
      sums[AT.servicedRecords] = Math.max(1, sums[AT.records] ?? 0);
  return months.map((sums, index) => ({
    month: monthOfNumber(first + index),
    number: first + index,
    sums,
  }));
}

interface DayRange {
  start: number;
  end: number;
}

/** From the first to the last day on which anything of these records is, within the period. */
function rangeOf({ columns, view }: Folding, places: readonly number[]): DayRange | null {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  const see = (from: number, to: number) => {
    const [seenFrom, seenTo] = [Math.max(from, view.start), Math.min(to, view.end)];
    if (seenFrom > seenTo) return;
    start = Math.min(start, seenFrom);
    end = Math.max(end, seenTo);
  };
  for (const place of places) {
    const { entries, services } = columns;
    const first = entries.startAt[place] ?? 0;
    const count = entries.countAt[place] ?? 0;
    for (let at = first; at < first + count; at += 1) {
      const day = entries.columns.day[at] ?? 0;
      see(day, day);
    }
    for (let index = 0; index < (services.countAt[place] ?? 0); index += 1) {
      const at = (services.startAt[place] ?? 0) + index;
      see(services.columns.from[at] ?? 0, Math.min(services.columns.to[at] ?? 0, view.asOf));
    }
    eachStay(columns, place, (_, since, until) => see(since, Math.min(until - 1, view.asOf)));
    eachLoss(columns, place, ({ day }) => see(day, day));
  }
  return start > end ? null : { start, end };
}

/** The place of a day's month, looked up: a division of the calendar for each of a million lines would be slow. */
function monthIndex({ start, end }: DayRange, first: number): (day: number) => number {
  const indexByDay = new Uint16Array(end - start + 1);
  let month = first;
  let next = firstDayOfMonth(month + 1);
  for (let day = start; day <= end; day += 1) {
    if (day >= next) {
      month += 1;
      next = firstDayOfMonth(month + 1);
    }
    indexByDay[day - start] = month - first;
  }
  return (day) => indexByDay[day - start] ?? 0;
}

function firstDayOfMonth(month: number): number {
  return dayNumber(knownDay(`${monthOfNumber(month)}-01`));
}

function addEntries({ columns, view }: Folding, place: number, on: (day: number) => Sums): void {
  const { day, kind, flags, amount } = columns.entries.columns;
  const first = columns.entries.startAt[place] ?? 0;
  const last = first + (columns.entries.countAt[place] ?? 0);
  const isKnown = columns.facts.columns.isKnown[columns.facts.startAt[place] ?? 0] === 1;
  let seen: Sums | null = null;
  // Entries lie in the order of their days, so that a record is counted once a month.
  for (let at = first; at < last; at += 1) {
    const posted = day[at] ?? 0;
    if (posted < view.start || posted > view.end) continue;
    const sums = on(posted);
    const line = { kind: kind[at] ?? 0, flags: flags[at] ?? 0, amount: amount[at] ?? 0 };
    addLine(sums, line.kind, line);
    if (isKnown) increase(sums, line.kind < INCOME_KIND_COUNT ? AT.knownIncome : AT.knownCost, line.amount);
    if (sums === seen) continue;
    seen = sums;
    increase(sums, AT.records, 1);
    if (!isKnown) increase(sums, AT.unknown, 1);
  }
}

type AddStay = (field: number, stay: { units: number; from: number; until: number }) => void;

function addServices({ columns, view }: Folding, place: number, add: AddStay): void {
  const { from, to, units } = columns.services.columns;
  const first = columns.services.startAt[place] ?? 0;
  const last = first + (columns.services.countAt[place] ?? 0);
  for (let at = first; at < last; at += 1) {
    const until = Math.min(to[at] ?? 0, view.end, view.asOf) + 1;
    add(AT.rentedUnitDays, { units: units[at] ?? 0, from: from[at] ?? 0, until });
  }
}

/** Units by day, kept as what comes and what goes each day: a stay of years costs as little as one of a day. */
function dayCounts({ start, end }: DayRange) {
  const changesByField = new Map<number, Float64Array>();
  const add: AddStay = (field, { units, from, until }) => {
    const [since, before] = [Math.max(from, start), Math.min(until, end + 1)];
    if (before <= since) return;
    const changes = changesByField.get(field) ?? new Float64Array(end - start + 2);
    changesByField.set(field, changes);
    increase(changes, since - start, units);
    increase(changes, before - start, -units);
  };
  const addTo = (on: (day: number) => Sums) => {
    for (const [field, changes] of changesByField) {
      let units = 0;
      for (let day = start; day <= end; day += 1) {
        units += changes[day - start] ?? 0;
        increase(on(day), field, units);
      }
    }
  };
  return { add, addTo };
}
