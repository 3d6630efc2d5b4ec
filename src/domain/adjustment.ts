/** Why a quantity changed. `opening`, `split` and `merge` are given by the program alone. */
export const ADJUSTMENT_REASONS = [
  'opening',
  'purchase',
  'found',
  'returned',
  'sold',
  'lost',
  'damaged',
  'scrapped',
  'consumed',
  'count',
  'correction',
  'transfer',
  'split',
  'merge',
] as const;

export type AdjustmentReason = (typeof ADJUSTMENT_REASONS)[number];

/** Reasons a person may give when units come in. */
export const INCREASE_REASONS = ['count', 'purchase', 'found', 'returned', 'correction', 'transfer'] as const;

/** Reasons a person may give when units go. */
export const DECREASE_REASONS = [
  'count',
  'sold',
  'lost',
  'damaged',
  'scrapped',
  'consumed',
  'returned',
  'correction',
  'transfer',
] as const;

/** Why the last units left; a record never closes without one of these. */
export const CLOSING_REASONS = [
  'sold',
  'lost',
  'damaged',
  'scrapped',
  'consumed',
  'count',
  'returned',
  'transfer',
] as const satisfies readonly AdjustmentReason[];

/** Units that left without a buyer: their value is shown as lost, as a memo. */
export const LOSS_REASONS: readonly AdjustmentReason[] = ['lost', 'damaged', 'scrapped'];

/** The reasons that fit a change of this sign. */
export function reasonsFor(delta: number): readonly AdjustmentReason[] {
  return delta > 0 ? INCREASE_REASONS : DECREASE_REASONS;
}
