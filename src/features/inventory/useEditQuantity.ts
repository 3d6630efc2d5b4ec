import { useAdjustQuantity } from '#api/adjustQuantity.ts';
import { newKey } from '#api/newKey.ts';
import { problemOf } from '#api/problemError.ts';
import type { RecordRow } from '#contract/records.ts';
import type { AdjustmentReason } from '#domain/adjustment.ts';
import type { QuantityPlan, QuantityRequest } from '#domain/quantity.ts';
import { trackingOf } from '#domain/tracking.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { type ReasonUse, rememberReason } from './lastReason.ts';
import type { QuantityDraft } from './quantityOutcome.ts';
import { useTableActions } from './tableActions.ts';
import { forgetUnsaved, keepUnsaved } from './unsavedEdits.ts';

export interface QuantityEdit {
  row: RecordRow;
  /** As the domain has accepted it. */
  request: QuantityRequest;
  plan: Exclude<QuantityPlan, { kind: 'unchanged' }>;
  /** What to give back if the server refuses after all. */
  draft: QuantityDraft;
}

/** Sends an edit and lets the person go on; a refusal that comes later is kept with what was typed. */
export function useEditQuantity(): (edit: QuantityEdit) => void {
  const adjust = useAdjustQuantity();
  const { announce } = useTableActions();
  const { words, formats } = useLanguage();

  async function send({ row, request, plan, draft }: QuantityEdit): Promise<void> {
    const cell = { recordId: row.id, columnId: 'quantity' } as const;
    forgetUnsaved(cell);
    remember(row, request, plan);
    try {
      const answer = await adjust({
        id: row.id,
        version: row.version,
        key: newKey(),
        body: bodyOf(request, plan.reason),
      });
      const { length } = answer.added;
      if (length > 0) announce(words.cells.quantity.added(formats.number(length), row.name));
    } catch (fault) {
      const { text, ...rest } = draft;
      keepUnsaved({ ...cell, ...rest, recordName: row.name, typed: text, problem: problemOf(fault) });
    }
  }

  return (edit) => void send(edit);
}

function bodyOf({ intent, crossing }: QuantityRequest, reason: AdjustmentReason) {
  const common = { reason, ...(crossing === undefined ? {} : { crossing }) };
  return intent.kind === 'set'
    ? { set: intent.to, seen: intent.seen, ...common }
    : { change: intent.by, ...common };
}

function remember(row: RecordRow, { intent, crossing }: QuantityRequest, plan: QuantityEdit['plan']): void {
  const use = reasonUse(row, { crossing, delta: plan.kind === 'adjust' ? plan.delta : plan.count });
  // A set is a count unless somebody says otherwise; its reason tells nothing about the next change.
  const isCrossing = use === 'close' || use === 'reopen';
  if (intent.kind === 'change' || isCrossing) rememberReason(use, plan.reason);
}

function reasonUse(
  row: RecordRow,
  { crossing, delta }: { crossing: QuantityRequest['crossing']; delta: number },
): ReasonUse {
  if (crossing === 'close') return 'close';
  if (trackingOf(row) === 'closed') return 'reopen';
  return delta > 0 ? 'increase' : 'decrease';
}
