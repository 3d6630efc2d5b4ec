import { type AdjustmentReason, reasonsFor } from '#domain/adjustment.ts';
import {
  type QuantityIntent,
  type QuantityPlan,
  type QuantityQuestion,
  type QuantityRefusal,
  type QuantityRequest,
  parseQuantityInput,
  planQuantityChange,
} from '#domain/quantity.ts';

/** What is in the cell: the text, the quantity the person saw, and a reason if one was chosen. */
export interface QuantityDraft {
  text: string;
  seen: number;
  chosen: AdjustmentReason | null;
}

/** The reason a change of this sign starts with. */
export type ReasonPreset = (delta: number) => AdjustmentReason;

/** What the typed text would do, before anything is done. */
export type QuantityOutcome =
  | { kind: 'nothing' }
  | { kind: 'refusal'; refusal: QuantityRefusal }
  | { kind: 'question'; request: QuantityRequest; question: QuantityQuestion }
  | { kind: 'plan'; request: QuantityRequest; plan: QuantityPlan };

/**
 * Reads the cell and asks the domain. '47' on 50 is a plan with the reason `count`; '+4' on one unit is a question.
 * Awkward case: a sign alone is nothing yet, not a fault.
 */
export function readQuantity(current: number, draft: QuantityDraft, preset: ReasonPreset): QuantityOutcome {
  if (/^\s*[+\-−]?\s*$/.test(draft.text)) return { kind: 'nothing' };
  const input = parseQuantityInput(draft.text);
  if (!input.ok) return { kind: 'refusal', refusal: input.refusal };
  const intent: QuantityIntent =
    input.value.kind === 'set' ? { ...input.value, seen: draft.seen } : input.value;
  return answerQuantity(current, { intent, reason: draft.chosen ?? undefined }, preset);
}

/**
 * What the domain says to a request, typed or answered. A reason that does not fit (the sign was changed after it was
 * chosen) gives way to the usual one; a question is asked before a reason is presumed.
 */
export function answerQuantity(
  current: number,
  request: QuantityRequest,
  preset: ReasonPreset,
): QuantityOutcome {
  const usual = preset(deltaOf(current, request.intent));
  let refusal: QuantityRefusal | null = null;
  for (const reason of [request.reason, undefined, usual]) {
    const asked = { ...request, reason };
    const answer = planQuantityChange(current, asked);
    if (answer.kind === 'plan') return { kind: 'plan', request: asked, plan: answer.plan };
    if (answer.kind === 'question') return { kind: 'question', request: asked, question: answer.question };
    refusal ??= answer.refusal;
    if (answer.refusal.code !== 'reason.unfit') return { kind: 'refusal', refusal: answer.refusal };
  }
  return { kind: 'refusal', refusal: refusal ?? { code: 'reason.unfit', options: [] } };
}

/** The reason after this one among those that fit, round and round. */
export function nextReason(
  plan: { delta: number; reason: AdjustmentReason },
  step: 1 | -1,
): AdjustmentReason {
  const fitting = reasonsFor(plan.delta);
  const next = (fitting.indexOf(plan.reason) + step + fitting.length) % fitting.length;
  return fitting[next] ?? plan.reason;
}

/** How many units more or fewer an intent means, as far as it can be told. */
export function deltaOf(current: number, intent: QuantityIntent): number {
  return intent.kind === 'set' ? intent.to - current : intent.by;
}
