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
 * Awkward case: [b, c] that became [b] and then [a, b] is [a, b, c]: what came first stays first, as it is on the label.
 * `known` is an order from before all that, of codes that went and came several times: those stand as they stood there.
 */
export function codesPutBack(
  { lines, known }: { lines: readonly HistoryLine[]; known: readonly string[] },
  current: readonly string[],
): string[] | null {
  const before = codesBefore(lines);
  const after = codesAfter(lines);
  if (before === null || after === null || isSameList(before, after)) return null;
  if (isSameList(after, current)) return before;
  const [left, now] = [after, current].map((codes) => new Set(codes.map(codeKey)));
  const back = before.filter((text) => now?.has(codeKey(text)) || !left?.has(codeKey(text)));
  return inOrderOf(known, withCodesSince(back, { current, left: left ?? new Set() }));
}

/** Each code that it got since stands behind the one it stood behind: the first one first, and last where none of those it stood among is left. */
function withCodesSince(
  back: readonly string[],
  { current, left }: { current: readonly string[]; left: ReadonlySet<string> },
): string[] {
  const kept = new Set<string>(back.map(codeKey));
  const since = new Map<string | null, string[]>();
  const add = (at: string | null, text: string) => {
    const group = since.get(at);
    if (group) group.push(text);
    else since.set(at, [text]);
  };
  let behind: string | null = current.some((text) => kept.has(codeKey(text))) ? FIRST : null;
  for (const text of current) {
    const key = codeKey(text);
    if (kept.has(key)) behind = key;
    else if (left.has(key)) behind = behind === FIRST ? null : behind;
    else add(behind, text);
  }
  const standing = back.flatMap((text) => [text, ...(since.get(codeKey(text)) ?? [])]);
  return [...(since.get(FIRST) ?? []), ...standing, ...(since.get(null) ?? [])];
}

/** The codes that are in a known list stand in its order, at the places that they have among the others. */
function inOrderOf(known: readonly string[], codes: readonly string[]): string[] {
  const place = new Map<string, number>(known.map((text, index) => [codeKey(text), index]));
  const placeOf = (text: string) => place.get(codeKey(text)) ?? -1;
  const ordered = codes
    .filter((text) => placeOf(text) >= 0)
    .toSorted((left, right) => placeOf(left) - placeOf(right))
    .values();
  return codes.map((text) => (placeOf(text) >= 0 ? (ordered.next().value ?? text) : text));
}

/** The place before all codes: no code is empty. */
const FIRST = '';

/** The code list that these lines of one record left, or null where they changed none. */
export function codesAfter(lines: readonly HistoryLine[]): string[] | null {
  return lines.map((line) => factsOf(line.after).codes).findLast((codes) => codes !== undefined) ?? null;
}

export function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}

/** The part of a description that a line is about. */
export function describedField(field: string): DescriptionField | undefined {
  return DESCRIPTION_FIELDS.find((one) => one === field);
}
