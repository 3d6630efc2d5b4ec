import { type AdjustmentReason, CLOSING_REASONS, reasonsFor } from '#domain/adjustment.ts';

/** What a reason was given for; each remembers its own. */
export type ReasonUse = 'increase' | 'decrease' | 'close' | 'reopen';

const STORED_AS = 'granary.reason.';

/** The reason last given for such a change, as long as this tab is open; null when there was none. */
export function lastReason(use: ReasonUse): AdjustmentReason | null {
  const stored = sessionStorage.getItem(STORED_AS + use);
  return optionsOf(use).find((reason) => reason === stored) ?? null;
}

export function rememberReason(use: ReasonUse, reason: AdjustmentReason): void {
  sessionStorage.setItem(STORED_AS + use, reason);
}

/** What a change starts with: the last reason of its direction, at first the plainest one. */
export function usualReason(delta: number): AdjustmentReason {
  return delta > 0 ? (lastReason('increase') ?? 'found') : (lastReason('decrease') ?? 'lost');
}

function optionsOf(use: ReasonUse): readonly AdjustmentReason[] {
  if (use === 'close') return CLOSING_REASONS;
  return reasonsFor(use === 'decrease' ? -1 : 1);
}
