import { type Day, parseDay } from './day.ts';
import { accept, refuse, type Result } from './result.ts';
import { NOTE_RULE, type TextRefusal, checkText } from './text.ts';

/** What counts use: kilometres and hours are whole ones. */
export const METERS = ['km', 'hours', 'rentals'] as const;
export type Meter = (typeof METERS)[number];

/** One value read off a meter of a record. */
export interface Reading {
  value: number;
  occurredOn: Day;
  /** The meter began anew, or was replaced: what it shows says nothing about what it showed before. */
  isReset: boolean;
}

export interface ReadingDraft {
  value: number;
  occurredOn: string;
  isReset?: boolean | undefined;
  note?: string | undefined;
}

export type ReadingRefusal =
  | { code: 'reading.invalid'; given: string; max: number }
  | { code: 'reading.backwards'; given: number; least: number | null; most: number | null }
  | { code: 'reading.already-void' }
  | { code: 'day.invalid'; given: string }
  | (TextRefusal & { field: 'note' });

const MAX_READING = 10 ** 12;

/**
 * May this be read off a meter that showed `others` (not voided, in the order of days)? It may not be less than what
 * was read before it, nor more than what was read after, unless the meter began anew.
 */
export function checkReading(
  draft: ReadingDraft,
  others: readonly Reading[],
): Result<Reading & { note: string }, ReadingRefusal> {
  const { value, isReset = false } = draft;
  if (!Number.isInteger(value) || value < 0 || value > MAX_READING)
    return refuse({ code: 'reading.invalid', given: String(value), max: MAX_READING });
  const occurredOn = parseDay(draft.occurredOn);
  if (!occurredOn) return refuse({ code: 'day.invalid', given: draft.occurredOn.slice(0, 40) });
  const note = checkText(draft.note ?? '', NOTE_RULE);
  if (!note.ok) return refuse({ ...note.refusal, field: 'note' });
  const before = others.findLast((one) => one.occurredOn <= occurredOn);
  const after = others.find((one) => one.occurredOn > occurredOn);
  const least = before && !isReset ? before.value : null;
  const most = after && !after.isReset ? after.value : null;
  if ((least !== null && value < least) || (most !== null && value > most))
    return refuse({ code: 'reading.backwards', given: value, least, most });
  return accept({ value, occurredOn, isReset, note: note.value });
}

export interface MeterUse {
  used: number;
  /** From the first reading to the last. */
  from: Day;
  to: Day;
}

/** How much was used between the first reading and the last; null where there are not two. */
export function usageOf(readings: readonly Reading[]): MeterUse | null {
  const [first] = readings;
  const last = readings.at(-1);
  if (!first || !last || readings.length < 2) return null;
  let used = 0;
  for (const [index, reading] of readings.entries()) {
    const before = readings[index - 1];
    if (before && !reading.isReset) used += reading.value - before.value;
  }
  return { used, from: first.occurredOn, to: last.occurredOn };
}
