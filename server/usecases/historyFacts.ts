import type { Instant } from '#domain/day.ts';
import { DESCRIPTION_FIELDS, type DescriptionField } from '#domain/inventoryRecord.ts';
import { codeKey } from '#domain/stockCode.ts';
import type { HistoryLine } from '#server/store/history.ts';

/** What a history line's `before` or `after` may say of a record; each operation writes the parts it changed. */
export interface HistoryFacts {
  quantity?: number;
  individualSince?: Instant | null;
  codes?: string[];
}

/** Reads a stored `before` or `after`: written by our own use cases, so that only its shape is looked at. */
export function factsOf(value: unknown): HistoryFacts {
  if (Array.isArray(value)) return { codes: value.map(String) };
  return typeof value === 'object' && value !== null ? value : {};
}

/** The code list from before these lines of one record, or null where they changed none. */
export function codesBefore(lines: readonly HistoryLine[]): string[] | null {
  for (const { action, before } of lines) {
    if (action === 'created') return [];
    const { codes } = factsOf(before);
    if (codes) return codes;
  }
  return null;
}

/**
 * The codes that a record has once these lines are taken back, or null where they changed none. What it got since stays,
 * what it gave away since does not come back: [a, b] that became [b] and then [b, c] is [a, b, c] again.
 */
export function codesPutBack(lines: readonly HistoryLine[], current: readonly string[]): string[] | null {
  const before = codesBefore(lines);
  const after = lines.map((line) => factsOf(line.after).codes).findLast((codes) => codes !== undefined);
  if (before === null || after === undefined || isSameList(before, after)) return null;
  const [left, now] = [after, current].map((codes) => new Set(codes.map(codeKey)));
  const gone = after.filter((text) => !now?.has(codeKey(text))).map(codeKey);
  const got = current.filter((text) => !left?.has(codeKey(text)));
  return [...before.filter((text) => !gone.includes(codeKey(text))), ...got];
}

export function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}

/** The part of a description that a line is about. */
export function describedField(field: string): DescriptionField | undefined {
  return DESCRIPTION_FIELDS.find((one) => one === field);
}
