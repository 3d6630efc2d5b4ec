import { DAY_FIELDS, type SumsByDay, sumsByDay } from './daySums.ts';
import { KNOWN, type LedgerColumns } from './ledgerColumns.ts';
import { monthOfDay, firstDayOfMonth, monthOfNumber } from './period.ts';
import type { ReportView, WholeFolding } from './reportFold.ts';
import { AT, type Sums, addDirections, addSums, increase, noSums } from './reportSums.ts';

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
export function foldMonths(folding: WholeFolding, places: Uint32Array): MonthSums[] {
  const { columns, view } = folding;
  const byDay = daysOf(folding, places);
  const range = rangeOf(byDay, view);
  if (!range) return [];
  const first = monthOfDay(range.start);
  const months = Array.from({ length: monthOfDay(range.end) - first + 1 }, noSums);
  const on = (day: number) => months[monthOfDay(day) - first] ?? noSums();
  for (const [day, { sums }] of byDay) if (day >= range.start && day <= range.end) addSums(on(day), sums);
  // A record that has lines in this month before the period begins was counted on one of those days.
  if (view.start > firstDayOfMonth(first)) countAnew({ columns, view }, places, on(range.start));
  addDays(byDay, { start: range.start, end: Math.min(range.end, view.asOf) }, on);
  for (const sums of months) {
    addDirections(sums);
    if ((sums[AT.servicedUnitDays] ?? 0) > 0 || (sums[AT.rentedUnitDays] ?? 0) !== 0)
      sums[AT.servicedRecords] = Math.max(1, sums[AT.records] ?? 0);
  }
  return months.map((sums, index) => ({ month: monthOfNumber(first + index), number: first + index, sums }));
}

function daysOf({ columns, isWhole }: WholeFolding, places: Uint32Array): SumsByDay {
  return isWhole ? columns.kept.byDay : sumsByDay(columns, places);
}

interface DayRange {
  start: number;
  end: number;
}

/** From the first to the last day on which anything of these records is, within the period. */
function rangeOf(byDay: SumsByDay, view: ReportView): DayRange | null {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  const see = (from: number, to: number) => {
    const [seenFrom, seenTo] = [Math.max(from, view.start), Math.min(to, view.end)];
    if (seenFrom > seenTo) return;
    start = Math.min(start, seenFrom);
    end = Math.max(end, seenTo);
  };
  const days = [...byDay.keys()].toSorted((left, right) => left - right);
  const units = new Float64Array(DAY_FIELDS.length);
  for (const [index, day] of days.entries()) {
    const { lines, sums, changes } = byDay.get(day) ?? NOTHING;
    if (lines.some((count) => count > 0) || (sums[AT.lostUnits] ?? 0) > 0) see(day, day);
    for (const [field, change] of changes.entries()) increase(units, field, change);
    const next = days[index + 1] ?? Number.POSITIVE_INFINITY;
    if (units.some((count) => count > 0)) see(day, Math.min(next - 1, view.asOf));
  }
  return start > end ? null : { start, end };
}

const NOTHING = { lines: new Int32Array(0), sums: noSums(), changes: new Float64Array(0) };

/** Counts the records that have lines between the start of the period and the end of that month. */
function countAnew(
  { columns, view }: { columns: LedgerColumns; view: ReportView },
  places: Uint32Array,
  sums: Sums,
): void {
  const { entries, facts } = columns;
  const { day } = entries.columns;
  const end = Math.min(view.end, firstDayOfMonth(monthOfDay(view.start) + 1) - 1);
  sums[AT.records] = 0;
  sums[AT.unknown] = 0;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const first = entries.startAt[place] ?? 0;
    const last = first + (entries.countAt[place] ?? 0);
    let at = first;
    while (at < last && (day[at] ?? 0) < view.start) at += 1;
    if (at === last || (day[at] ?? 0) > end) continue;
    sums[AT.records] = (sums[AT.records] ?? 0) + 1;
    if (((facts.flags[place] ?? 0) & KNOWN) === 0) sums[AT.unknown] = (sums[AT.unknown] ?? 0) + 1;
  }
}

/** Adds the days of the units that there are on each: those that came before the first day are there on it. */
function addDays(byDay: SumsByDay, { start, end }: DayRange, on: (day: number) => Sums): void {
  const units = new Float64Array(DAY_FIELDS.length);
  const change = (day: number) => {
    for (const [field, by] of (byDay.get(day) ?? NOTHING).changes.entries()) increase(units, field, by);
  };
  for (const day of byDay.keys()) if (day < start) change(day);
  for (let day = start; day <= end; day += 1) {
    change(day);
    const sums = on(day);
    for (const [index, at] of DAY_FIELDS.entries()) increase(sums, at, units[index] ?? 0);
  }
}
