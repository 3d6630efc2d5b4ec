import { type Day, dayNumber, knownDay } from './day.ts';
import { once } from './once.ts';
import type { Period } from './unitDays.ts';

export const COMPARISONS = ['previous', 'year'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A period as somebody asked for it; an open end reaches as far as there is anything. */
export interface GivenPeriod {
  from: Day | null;
  to: Day | null;
}

/** The calendar day of a day number: 0 is 1970-01-01. The inverse of `dayNumber`, by the same source. */
export function dayOfNumber(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return knownDay(`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`);
}

/**
 * The period to compare with. `previous`: as many days, ending the day before. `year`: the same days a year earlier,
 * where 29 February answers to 28. Null where that would be before the year 1.
 */
export function comparisonOf({ from, to }: Period, comparison: Comparison): Period | null {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  if (comparison === 'year') {
    if (from < '0002') return null;
    return { from: yearBefore(from), to: yearBefore(to) };
  }
  const first = start - (end - start + 1);
  return first < FIRST_DAY ? null : { from: dayOfNumber(first), to: dayOfNumber(start - 1) };
}

const FIRST_DAY = dayNumber(knownDay('0001-01-01'));

function yearBefore(day: Day): Day {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  const rest = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4);
  return knownDay(`${year}${rest}`);
}

/** Months are counted from year 0, so that they can be subtracted: '2026-11' is 2026 × 12 + 10. */
function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** `2026-11` */
export function monthOfNumber(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${twoDigits((month % 12) + 1)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** The month of a day number. Millions of lines fall on a few thousand days: each is worked out once. */
export const monthOfDay: (day: number) => number = once((day) => monthNumber(dayOfNumber(day)));

/** The day number of a month's first day. */
export function firstDayOfMonth(month: number): number {
  return dayNumber(knownDay(`${monthOfNumber(month)}-01`));
}
