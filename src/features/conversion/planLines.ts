import type { ConversionPlanRow } from '#contract/conversions.ts';
import { ENTRY_KINDS, type EntryKind } from '#domain/entry.ts';

type Amounts = ReadonlyMap<EntryKind, number>;

/** One record of a plan, as the preview shows it. */
export interface PlanLine {
  /** `made`: a record that is to be made. `kept`: goes on, with something less or more. `closes`: gives all it has. */
  role: 'made' | 'kept' | 'closes';
  id: string | null;
  name: string;
  quantityBefore: number | null;
  quantity: number;
  codes: readonly string[];
  /** Of a made record what it will carry, of a kept one what it will have, of a closing one what it hands over. */
  amounts: Amounts | null;
}

export interface PlanLines {
  lines: readonly PlanLine[];
  /** The kinds of money that any line is about, in their usual order. */
  kinds: readonly EntryKind[];
}

/** What a plan comes to, record by record. `totalsOf` tells what a record has now; null while it is not known. */
export function planLines(plan: ConversionPlanRow, totalsOf: (id: string) => Amounts | null): PlanLines {
  const isGathering = plan.type === 'pool' || plan.type === 'merge';
  const lines = plan.records.map((record): PlanLine => {
    const { id, name, quantityBefore, quantity, codes } = record;
    const carried = new Map(record.carried.map(({ kind, amount }) => [kind, amount.amount]));
    const common = { id, name, quantityBefore, quantity, codes };
    if (id === null) return { ...common, role: 'made', amounts: carried };
    if (isGathering && quantity === 0) return { ...common, role: 'closes', amounts: negated(carried) };
    const now = totalsOf(id);
    return { ...common, role: 'kept', amounts: now && added(now, carried) };
  });
  const kinds = ENTRY_KINDS.filter((kind) => lines.some(({ amounts }) => amounts?.has(kind)));
  // What goes on comes first: of fifty units below it nobody would see it.
  return { lines: lines.toSorted((one, other) => ORDER[one.role] - ORDER[other.role]), kinds };
}

const ORDER = { kept: 0, made: 1, closes: 2 };

function negated(amounts: Amounts): Amounts {
  return new Map([...amounts].map(([kind, amount]) => [kind, -amount]));
}

function added(now: Amounts, change: Amounts): Amounts {
  const sum = new Map(now);
  for (const [kind, amount] of change) sum.set(kind, (sum.get(kind) ?? 0) + amount);
  return sum;
}
