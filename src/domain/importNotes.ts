import type { ImportPlan } from './importPlan.ts';

/** Things worth knowing about an import that are no fault. */
export type ImportNote =
  | 'purchase-in-both'
  | 'purchase-unknown'
  | 'purchase-zero'
  | 'quantity-differs'
  | 'exit-without-money'
  | 'exit-stays'
  | 'exit-without-day'
  | 'exit-day-partial'
  | 'entry-without-reference';

export function note(plan: ImportPlan, which: ImportNote): void {
  plan.notes.set(which, (plan.notes.get(which) ?? 0) + 1);
}
