import { ENTRY_KINDS, type EntryKind } from '#domain/entry.ts';
import { METERS } from '#domain/reading.ts';
import type { HistoryRow } from '#contract/ledger.ts';
import type { Formats } from '#ui/formats.ts';
import type { Words } from '#ui/messages/en.ts';

export interface HistoryWords {
  words: Words;
  formats: Formats;
  currency: string;
}

/** What a line of history changed, as "from" and "to"; null on a side where there was nothing. */
export function changeOf(
  line: HistoryRow,
  given: HistoryWords,
): { field: string; before: string | null; after: string | null } {
  const names: Readonly<Record<string, string>> = given.words.history.fields;
  return {
    field: names[line.field] ?? '',
    before: textOf(line.before, given),
    after: textOf(line.after, given),
  };
}

/** The reason of a changed quantity, where one was given. */
export function reasonOf({ after }: HistoryRow, { words }: HistoryWords): string {
  const reasons: Readonly<Record<string, string>> = words.reasons;
  const reason = isFacts(after) ? after['reason'] : undefined;
  return typeof reason === 'string' ? (reasons[reason] ?? reason) : '';
}

function textOf(value: unknown, given: HistoryWords): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return given.formats.number(value);
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join(', ');
  return isFacts(value) ? factsText(value, given) : null;
}

function factsText(
  facts: Readonly<Record<string, unknown>>,
  { words, formats, currency }: HistoryWords,
): string {
  const { kind, amount, occurredOn, name, quantity, meter, value } = facts;
  const day = typeof occurredOn === 'string' ? formats.day(occurredOn) : '';
  const known = METERS.find((one) => one === meter);
  if (known && typeof value === 'number') {
    const { meters, amounts } = words.use;
    return [meters[known], amounts[known](formats.number(value), value), day].filter(Boolean).join(', ');
  }
  if (isKind(kind)) {
    const money = typeof amount === 'number' ? formats.money({ amount, currency }) : '';
    return [words.kinds[kind], money, day].filter(Boolean).join(', ');
  }
  const parts = [
    typeof name === 'string' ? name : '',
    typeof quantity === 'number' ? formats.number(quantity) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function isFacts(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKind(value: unknown): value is EntryKind {
  return ENTRY_KINDS.some((kind) => kind === value);
}
