import { ENTRY_KINDS, type EntryKind } from '#domain/entry.ts';
import { minor } from '#domain/money.ts';
import type { Carry, KindTotals } from '#domain/totals.ts';

/** Money by kind as one text. One row then holds all kinds, and ten thousand units are ten thousand rows. */
export function kindsText(lines: readonly Carry[]): string {
  return JSON.stringify(lines.map(({ kind, amount, count }) => [kind, amount, count]));
}

export function kindLines(text: string): Carry[] {
  // What `kindsText` wrote; nothing else writes these columns.
  const lines = JSON.parse(text) as [EntryKind, number, number][];
  return lines.map(([kind, amount, count]) => ({ kind, amount: minor(amount), count }));
}

/** In the order of the kinds, so that equal totals are equal texts. */
export function totalsText(totals: KindTotals): string {
  const lines = ENTRY_KINDS.flatMap((kind) => {
    const total = totals[kind];
    return total ? [{ kind, ...total }] : [];
  });
  return kindsText(lines);
}

export function totalsOf(text: string): KindTotals {
  return Object.fromEntries(kindLines(text).map(({ kind, amount, count }) => [kind, { amount, count }]));
}
