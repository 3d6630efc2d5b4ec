import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECREASE_REASONS, INCREASE_REASONS } from './adjustment.ts';
import {
  MAX_QUANTITY,
  type QuantityAnswer,
  type QuantityIntent,
  checkQuantity,
  planQuantityChange,
} from './quantity.ts';
import { trackingOf } from './tracking.ts';

const set = (to: number, seen: number): QuantityIntent => ({ kind: 'set', to, seen });
const change = (by: number): QuantityIntent => ({ kind: 'change', by });

describe('Over any sequence of edits', () => {
  const quantities = fc.oneof(
    fc.integer({ min: -3, max: 6 }),
    fc.integer({ min: 0, max: MAX_QUANTITY + 5 }),
    fc.double(),
  );
  const request = fc.record({
    isSet: fc.boolean(),
    size: quantities,
    seenOffset: fc.constantFrom(0, 0, 0, 1),
    reason: fc.constantFrom(undefined, ...INCREASE_REASONS, ...DECREASE_REASONS),
    crossing: fc.constantFrom(undefined, 'units', 'pool', 'close'),
  });

  test('the quantity is never negative, never too large, and equals the sum of its planned adjustments', () => {
    let adjustments = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 }),
        fc.array(request, { maxLength: 30 }),
        (opening, requests) => {
          let quantity = opening;
          let sum = opening;
          for (const { isSet, size, seenOffset, reason, crossing } of requests) {
            const intent = isSet ? set(size, quantity + seenOffset) : change(size);
            const answer: QuantityAnswer = planQuantityChange(quantity, { intent, reason, crossing });
            if (answer.kind !== 'plan' || answer.plan.kind !== 'adjust') continue;
            adjustments += 1;
            sum += answer.plan.delta;
            ({ quantity } = answer.plan);
            expect(quantity).toBe(sum);
            expect(checkQuantity(quantity)).toEqual({ ok: true, value: quantity });
            expect(answer.plan.delta).not.toBe(0);
          }
        },
      ),
    );
    expect(adjustments).toBeGreaterThan(10);
  });

  test('crossing between one, many and none is never silent', () => {
    fc.assert(
      fc.property(fc.nat(4), request, (had, { isSet, size, reason }) => {
        const intent = isSet ? set(size, had) : change(size);
        const answer = planQuantityChange(had, { intent, reason });
        if (answer.kind !== 'plan' || answer.plan.kind !== 'adjust') return;
        const { quantity, notice } = answer.plan;
        const crosses = trackingOf({ quantity: had }) !== trackingOf({ quantity });
        expect(notice !== null).toBe(crosses);
        // Without an answer nobody grows from one to many, and nothing closes.
        expect(quantity).not.toBe(0);
        expect(had === 1 && quantity > 1).toBe(false);
      }),
    );
  });

  test('a change answers alike however the quantity came about, and two changes add up in either order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 1000 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 8 }),
        (had, more, less) => {
          const add = (quantity: number) =>
            planned(planQuantityChange(quantity, { intent: change(more), reason: 'found' }));
          const take = (quantity: number) =>
            planned(planQuantityChange(quantity, { intent: change(-less), reason: 'lost' }));
          expect(add(take(had))).toBe(take(add(had)));
        },
      ),
    );
  });
});

function planned(answer: QuantityAnswer): number {
  if (answer.kind !== 'plan' || answer.plan.kind !== 'adjust')
    throw new Error(`no adjustment: ${JSON.stringify(answer)}`);
  return answer.plan.quantity;
}
