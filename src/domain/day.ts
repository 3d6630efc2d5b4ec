import { invariant } from './result.ts';

/** A calendar day, `2026-11-23`. No time zone: the day it was where it happened. */
export type Day = string & { readonly __brand: 'Day' };

/** A moment, RFC 3339 in UTC with milliseconds. Text order is time order. */
export type Instant = string;

/** The day a text names, or null if it names none: '1911-02-29' is no day, nor is '1911-11'. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  // Checked just above: the one place where a text becomes a Day.
  return text as Day;
}

/** The last day of a month or year that is all somebody knows ('1917-03' is 1917-03-31), or null if it is none. */
export function lastDayOf(partial: string): Day | null {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(partial);
  if (!match) return null;
  const month = Number(match[2] ?? 12);
  const day = month >= 1 && month <= 12 ? daysInMonth(Number(match[1]), month) : 0;
  return parseDay(`${match[1]}-${match[2] ?? '12'}-${String(day).padStart(2, '0')}`);
}

/** A day known to be right when the program was written, or already checked by the database. */
export function knownDay(text: string): Day {
  const day = parseDay(text);
  invariant(day !== null, `'${text}' is a day`);
  return day;
}

/** The UTC day of an instant. */
export function dayOfInstant(instant: Instant): Day {
  return knownDay(instant.slice(0, 10));
}

/** Days since 1970-01-01, so that days can be subtracted. Howard Hinnant, "chrono-compatible date algorithms". */
export function dayNumber(day: Day): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  );
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
