import { ENTRY_KINDS, type EntryKind } from '#domain/entry.ts';
import { type Minor, minor } from '#domain/money.ts';
import { type KindTotals, addCarry } from '#domain/totals.ts';

/** Money of one kind, and how many entries stand behind it. */
export interface KindLine {
  kind: EntryKind;
  amount: Minor;
  count: number;
}

/** Money by kind as one text. One row then holds all kinds, and ten thousand units are ten thousand rows. */
export function kindsText(lines: readonly KindLine[]): string {
  return JSON.stringify(lines.map(({ kind, amount, count }) => [kind, amount, count]));
}

/**
 * A function that is asked once for each value. Ten thousand units of a batch share a handful of money texts: each is read, turned
 * round and written once, and what was read once is the same value from then on.
 */
export function once<Given, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const known = new Map<Given, Made>();
  return (given) => {
    const before = known.get(given);
    if (before !== undefined) return before;
    const made = make(given);
    known.set(given, made);
    return made;
  };
}

export function kindLines(text: string): KindLine[] {
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

/** Adds lines to totals; the same lines to the same totals are added once, and give the same value. */
export function addingOnce(): (before: KindTotals, lines: readonly KindLine[]) => KindTotals {
  const after = once((before: KindTotals) =>
    once((lines: readonly KindLine[]) => lines.reduce(addCarry, before)),
  );
  return (before, lines) => after(before)(lines);
}
