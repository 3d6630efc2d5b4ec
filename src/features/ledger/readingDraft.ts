import type { ProblemError } from '#api/problemError.ts';
import type { NewReading } from '#api/readings.ts';
import { type Meter, checkReading } from '#domain/reading.ts';
import { accept, refuse, type Result } from '#domain/result.ts';
import type { LanguageContext } from '#ui/useLanguage.ts';
import { explain } from '#ui/explain.ts';

/** The form as it is on the screen: what was typed, unread. */
export interface ReadingFields {
  meter: Meter;
  value: string;
  occurredOn: string;
  note: string;
  isReset: boolean;
}

export interface ReadingFault {
  field: 'value' | 'occurredOn' | 'note' | 'root';
  code: string;
  facts: Readonly<Record<string, unknown>>;
}

/** What the fields say to the server, or what is wrong. Digits may be grouped as people write them: 48 210, 48,210. */
export function readReading(fields: ReadingFields): Result<NewReading, ReadingFault> {
  const digits = fields.value.replaceAll(/[\s.,'’]/g, '');
  const value = /^\d+$/.test(digits) && isGrouped(fields.value.trim()) ? Number(digits) : Number.NaN;
  const { meter, occurredOn, isReset, note } = fields;
  // Whether it runs backwards only the server knows: it has all that were read.
  const checked = checkReading({ value, occurredOn, note, isReset }, []);
  if (!checked.ok) return refuse(faultOf(checked.refusal.code, { ...checked.refusal }));
  return accept({ meter, value, occurredOn, isReset, note: checked.value.note });
}

export function faultOfProblem({ code, facts }: ProblemError): ReadingFault {
  return faultOf(code, facts);
}

/** What is wrong, in words with the figures it is about. */
export function readingFaultText({ code, facts }: ReadingFault, language: LanguageContext): string {
  const { words, formats } = language;
  const { least, most, max } = facts;
  if (code === 'reading.invalid') return words.use.badValue(formats.number(Number(max ?? 0)));
  if (code === 'reading.backwards' && typeof least === 'number' && Number(facts['given']) < least)
    return words.use.backwards.least(formats.number(least));
  if (code === 'reading.backwards' && typeof most === 'number')
    return words.use.backwards.most(formats.number(most));
  return explain({ code, facts }, language);
}

function faultOf(code: string, facts: Readonly<Record<string, unknown>>): ReadingFault {
  if (code.startsWith('reading.')) return { field: 'value', code, facts };
  if (code === 'day.invalid') return { field: 'occurredOn', code, facts };
  return { field: code.startsWith('text.') ? 'note' : 'root', code, facts };
}

/** 48.210 is forty-eight thousand, 48.2 is no whole number. */
function isGrouped(text: string): boolean {
  return /^(?:\d+|\d{1,3}(?:[\s.,'’]\d{3})+)$/.test(text);
}
