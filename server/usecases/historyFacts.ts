import type { Instant } from '#domain/day.ts';
import { DESCRIPTION_FIELDS, type DescriptionField } from '#domain/inventoryRecord.ts';
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

/** The part of a description that a line is about. */
export function describedField(field: string): DescriptionField | undefined {
  return DESCRIPTION_FIELDS.find((one) => one === field);
}
