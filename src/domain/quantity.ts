import { type AdjustmentReason, CLOSING_REASONS, reasonsFor } from './adjustment.ts';
import type { Instant } from './day.ts';
import { accept, refuse, type Result } from './result.ts';
import { trackingOf } from './tracking.ts';

export const MAX_QUANTITY = 999_999_999;

/** The most new records of one unit each that one change may add. */
const MAX_UNITS_AT_ONCE = 10_000;

/** What a person means: "I counted 47, and saw 50 before", or "5 came in". Never mixed up. */
export type QuantityIntent = { kind: 'set'; to: number; seen: number } | { kind: 'change'; by: number };

/** The answer to a question that a crossing between one, many and none asks. */
export type Crossing = 'units' | 'pool' | 'close';

export interface QuantityRequest {
  intent: QuantityIntent;
  reason?: AdjustmentReason | undefined;
  crossing?: Crossing | undefined;
}

export interface AdjustPlan {
  kind: 'adjust';
  delta: number;
  quantity: number;
  reason: AdjustmentReason;
  /** What the person should know although nothing is asked. */
  notice: 'becomes-individual' | 'becomes-bulk' | 'closes' | 'reopens' | null;
}

export type QuantityPlan =
  | { kind: 'unchanged'; quantity: number }
  | AdjustPlan
  /** The record stays one unit; `count` new records of one unit each are added beside it. */
  | { kind: 'add-units'; count: number; reason: AdjustmentReason };

export type QuantityQuestion =
  | { code: 'quantity.moved'; seen: number; current: number; keepCounted: number; keepDifference: number }
  | { code: 'quantity.crossing'; question: 'grow'; options: readonly ['units', 'pool']; units: number }
  | { code: 'quantity.crossing'; question: 'close'; options: readonly AdjustmentReason[] }
  | { code: 'quantity.crossing'; question: 'reopen'; options: readonly AdjustmentReason[] };

export type QuantityRefusal =
  | {
      code: 'quantity.invalid';
      problem: 'negative' | 'fraction' | 'too-large' | 'not-a-number';
      min: 0;
      max: number;
    }
  | { code: 'quantity.too-many-units'; max: number; units: number }
  | { code: 'reason.unfit'; options: readonly AdjustmentReason[] };

export type QuantityAnswer =
  | { kind: 'plan'; plan: QuantityPlan }
  | { kind: 'question'; question: QuantityQuestion }
  | { kind: 'refusal'; refusal: QuantityRefusal };

/**
 * What it takes to change a quantity: a plan, a question to the person, or a refusal.
 * 50 set to 47 plans one adjustment of −3. Awkward case: crossing between one, many and none is never silent,
 * so 1 changed by +2 asks whether two more units are added or the record becomes a pool.
 */
export function planQuantityChange(current: number, request: QuantityRequest): QuantityAnswer {
  const target = targetOf(current, request.intent);
  if (!target.ok) return { kind: 'refusal', refusal: target.refusal };
  const { intent } = request;
  if (intent.kind === 'set' && intent.seen !== current) return movedQuestion(current, intent);
  const quantity = target.value;
  if (quantity === current) return plan({ kind: 'unchanged', quantity });
  const reason = request.reason ?? (intent.kind === 'set' ? 'count' : undefined);
  const delta = quantity - current;
  const question = crossingQuestion({ current, quantity, request });
  if (question) return { kind: 'question', question };
  const options = reasonsFor(delta);
  if (reason === undefined || !options.includes(reason)) {
    return { kind: 'refusal', refusal: { code: 'reason.unfit', options } };
  }
  if (trackingOf({ quantity: current }) === 'serialized' && request.crossing === 'units' && delta > 0) {
    if (delta > MAX_UNITS_AT_ONCE) {
      const refusal = { code: 'quantity.too-many-units', max: MAX_UNITS_AT_ONCE, units: delta } as const;
      return { kind: 'refusal', refusal };
    }
    return plan({ kind: 'add-units', count: delta, reason });
  }
  return plan({ kind: 'adjust', delta, quantity, reason, notice: noticeOf(current, quantity) });
}

/**
 * What was typed or pasted into a quantity cell: `47` sets, `+5` and `-3` change. Spreadsheets group digits by spaces
 * (`1 234`) and wrap texts in invisible marks; both say nothing. Awkward case: `1,234` may be a fraction and is refused.
 */
export function parseQuantityInput(
  text: string,
): Result<{ kind: 'set'; to: number } | { kind: 'change'; by: number }, QuantityRefusal> {
  const seen = text.replace(/\p{Cf}/gu, '').trim();
  const plain = /^[+\-−]?\s*\d{1,3}(?:\s\d{3})+$/.test(seen) ? seen.replace(/\s/g, '') : seen;
  const match = /^([+\-−]?)\s*(\d+)$/.exec(plain);
  if (!match) return invalid(/^[+\-−]?\d*[.,]\d+$/.test(plain) ? 'fraction' : 'not-a-number');
  const size = Number(match[2]);
  if (size > MAX_QUANTITY) return invalid('too-large');
  if (match[1] === '') return accept({ kind: 'set', to: size });
  return accept({ kind: 'change', by: match[1] === '+' ? size : -size });
}

/** A quantity that may be stored: whole, from 0 to 999,999,999. */
export function checkQuantity(quantity: number): Result<number, QuantityRefusal> {
  if (!Number.isFinite(quantity)) return invalid('not-a-number');
  if (quantity < 0) return invalid('negative');
  if (!Number.isInteger(quantity)) return invalid('fraction');
  return quantity > MAX_QUANTITY ? invalid('too-large') : accept(quantity);
}

/**
 * Since when the record has stood for exactly one unit. Kept while it is closed, because the same unit may come
 * back; begins anew when a pool shrinks to one; ends when the record becomes bulk.
 */
export function individualSinceAfter(
  before: { individualSince: Instant | null },
  quantity: number,
  now: Instant,
) {
  const tracking = trackingOf({ quantity });
  if (tracking === 'bulk') return null;
  return tracking === 'serialized' ? (before.individualSince ?? now) : before.individualSince;
}

function targetOf(current: number, intent: QuantityIntent): Result<number, QuantityRefusal> {
  if (intent.kind === 'set') return checkQuantity(intent.to);
  const size = checkQuantity(Math.abs(intent.by));
  return size.ok ? checkQuantity(current + intent.by) : size;
}

function movedQuestion(current: number, { to, seen }: { to: number; seen: number }): QuantityAnswer {
  const keepDifference = current + (to - seen);
  return {
    kind: 'question',
    question: { code: 'quantity.moved', seen, current, keepCounted: to, keepDifference },
  };
}

interface Change {
  current: number;
  quantity: number;
  request: QuantityRequest;
}

function crossingQuestion({ current, quantity, request }: Change): QuantityQuestion | null {
  const from = trackingOf({ quantity: current });
  const to = trackingOf({ quantity });
  if (to === 'closed') {
    const isAnswered =
      request.crossing === 'close' && CLOSING_REASONS.some((reason) => reason === request.reason);
    return isAnswered ? null : { code: 'quantity.crossing', question: 'close', options: CLOSING_REASONS };
  }
  if (from === 'closed') {
    const options = reasonsFor(quantity - current);
    return request.reason ? null : { code: 'quantity.crossing', question: 'reopen', options };
  }
  if (from === 'serialized' && to === 'bulk' && request.crossing !== 'units' && request.crossing !== 'pool') {
    return {
      code: 'quantity.crossing',
      question: 'grow',
      options: ['units', 'pool'],
      units: quantity - current,
    };
  }
  return null;
}

function noticeOf(current: number, quantity: number): AdjustPlan['notice'] {
  const from = trackingOf({ quantity: current });
  const to = trackingOf({ quantity });
  if (from === 'closed') return 'reopens';
  if (to === 'closed') return 'closes';
  if (from === to) return null;
  return to === 'serialized' ? 'becomes-individual' : 'becomes-bulk';
}

function plan(value: QuantityPlan): QuantityAnswer {
  return { kind: 'plan', plan: value };
}

function invalid(problem: Extract<QuantityRefusal, { code: 'quantity.invalid' }>['problem']) {
  return refuse({ code: 'quantity.invalid', problem, min: 0, max: MAX_QUANTITY } as const);
}
