import { describe, expect, test } from 'vitest';
import { CLOSING_REASONS, DECREASE_REASONS, INCREASE_REASONS } from './adjustment.ts';
import {
  MAX_QUANTITY,
  type QuantityRequest,
  individualSinceAfter,
  parseQuantityInput,
  planQuantityChange,
} from './quantity.ts';

// Each row: what the record had, what the person asked, and the answer. Grouped as the table in the domain's description.
const set = (to: number, seen: number, more: Omit<QuantityRequest, 'intent'> = {}): QuantityRequest => ({
  intent: { kind: 'set', to, seen },
  ...more,
});
const change = (by: number, more: Omit<QuantityRequest, 'intent'> = {}): QuantityRequest => ({
  intent: { kind: 'change', by },
  ...more,
});
const adjust = (delta: number, quantity: number, reason: string, notice: string | null = null) => ({
  kind: 'plan',
  plan: { kind: 'adjust', delta, quantity, reason, notice },
});
const question = (facts: object) => ({ kind: 'question', question: facts });
const refused = (problem: string) => ({
  kind: 'refusal',
  refusal: { code: 'quantity.invalid', problem, min: 0, max: MAX_QUANTITY },
});
const unfit = (options: readonly string[]) => ({
  kind: 'refusal',
  refusal: { code: 'reason.unfit', options },
});

const unchanged = (quantity: number) => ({ kind: 'plan', plan: { kind: 'unchanged', quantity } });
const understood = (value: object) => ({ ok: true, value });
const addUnits = (count: number) => ({ kind: 'plan', plan: { kind: 'add-units', count, reason: 'count' } });
const moved = (facts: object) => question({ code: 'quantity.moved', ...facts });
const asksUnitsOrPool = (units: number) =>
  question({ code: 'quantity.crossing', question: 'grow', options: ['units', 'pool'], units });
const asksWhyGone = question({ code: 'quantity.crossing', question: 'close', options: CLOSING_REASONS });
const asksWhyBack = question({ code: 'quantity.crossing', question: 'reopen', options: INCREASE_REASONS });

type Row = readonly [rule: string, had: number, asked: QuantityRequest, answer: object];

function check(rows: readonly Row[]): void {
  test.each(rows)('%s', (_, had, asked, answer) => {
    expect(planQuantityChange(had, asked)).toEqual(answer);
  });
}

describe('Many stays many: one adjustment, nothing is asked', () => {
  check([
    ['a count lower than before takes away', 50, set(47, 50), adjust(-3, 47, 'count')],
    ['a count higher than before adds', 50, set(52, 50), adjust(2, 52, 'count')],
    [
      'a set may name another reason than a count',
      50,
      set(48, 50, { reason: 'sold' }),
      adjust(-2, 48, 'sold'),
    ],
    ['what came in adds up', 50, change(5, { reason: 'purchase' }), adjust(5, 55, 'purchase')],
    ['what went out adds up', 50, change(-5, { reason: 'lost' }), adjust(-5, 45, 'lost')],
    [
      'the largest quantity is reached exactly',
      MAX_QUANTITY - 1,
      change(1, { reason: 'found' }),
      adjust(1, MAX_QUANTITY, 'found'),
    ],
  ]);
});

describe('From one to many: asked whether units are added or the record becomes a pool', () => {
  check([
    ['a set asks', 1, set(5, 1), asksUnitsOrPool(4)],
    ['a change asks', 1, change(2, { reason: 'purchase' }), asksUnitsOrPool(2)],
    [
      '"close" is no answer to this question',
      1,
      change(2, { reason: 'purchase', crossing: 'close' }),
      asksUnitsOrPool(2),
    ],
    [
      '"units" leaves the record one unit and plans as many new ones as came',
      1,
      set(5, 1, { crossing: 'units' }),
      addUnits(4),
    ],
    [
      '"pool" makes the record bulk and says so',
      1,
      change(4, { reason: 'purchase', crossing: 'pool' }),
      adjust(4, 5, 'purchase', 'becomes-bulk'),
    ],
  ]);
});

describe('From many to one: planned, with the notice that figures are from now on this unit’s own', () => {
  check([
    ['a count of one', 12, set(1, 12), adjust(-11, 1, 'count', 'becomes-individual')],
    ['all but one sold', 2, change(-1, { reason: 'sold' }), adjust(-1, 1, 'sold', 'becomes-individual')],
  ]);
});

describe('To none: asked why, whatever there was before', () => {
  check([
    ['the last unit', 1, change(-1, { reason: 'sold' }), asksWhyGone],
    ['a whole pool', 50, set(0, 50), asksWhyGone],
    ['a reason alone does not close', 50, set(0, 50, { reason: 'count' }), asksWhyGone],
    ['"close" alone does not say why', 50, set(0, 50, { crossing: 'close' }), asksWhyGone],
    [
      'a mistake of the books never closes a record',
      50,
      set(0, 50, { crossing: 'close', reason: 'correction' }),
      asksWhyGone,
    ],
    ...CLOSING_REASONS.map((reason): Row => [
      `answered with "${reason}" it closes`,
      3,
      change(-3, { crossing: 'close', reason }),
      adjust(-3, 0, reason, 'closes'),
    ]),
  ]);
});

describe('From none: opened again once the reason is given', () => {
  check([
    ['a set asks why', 0, set(1, 0), asksWhyBack],
    ['a change asks why', 0, change(3), asksWhyBack],
    ['one unit came back', 0, set(1, 0, { reason: 'found' }), adjust(1, 1, 'found', 'reopens')],
    [
      'many came back at once, and that asks nothing more',
      0,
      change(3, { reason: 'purchase' }),
      adjust(3, 3, 'purchase', 'reopens'),
    ],
    [
      'a reason for losing units does not bring any back',
      0,
      change(1, { reason: 'lost' }),
      unfit(INCREASE_REASONS),
    ],
  ]);
});

describe('Somebody else was faster', () => {
  check([
    [
      'seen 50, now 52, counted 47: keep 47 or keep the three that are gone',
      52,
      set(47, 50),
      moved({ seen: 50, current: 52, keepCounted: 47, keepDifference: 49 }),
    ],
    [
      'asked even when the count is what is there now, because it was counted against another number',
      47,
      set(47, 50),
      moved({ seen: 50, current: 47, keepCounted: 47, keepDifference: 44 }),
    ],
    ['a change needs no question: both add up', 52, change(-3, { reason: 'sold' }), adjust(-3, 49, 'sold')],
  ]);
});

describe('What is no quantity is refused with what is wrong and what is allowed', () => {
  check([
    ['a negative count', 5, set(-1, 5), refused('negative')],
    ['taking more than there is', 5, change(-6, { reason: 'sold' }), refused('negative')],
    ['half a unit', 5, set(1.5, 5), refused('fraction')],
    ['a change by half a unit', 5, change(0.5, { reason: 'found' }), refused('fraction')],
    ['more than a billion less one', 5, set(1e12, 5), refused('too-large')],
    ['growing past it', MAX_QUANTITY, change(1, { reason: 'found' }), refused('too-large')],
    ['not a number', 5, set(Number.NaN, 5), refused('not-a-number')],
    ['infinity', 5, change(Number.NEGATIVE_INFINITY, { reason: 'sold' }), refused('not-a-number')],
    ['the fault is told before the question who was faster', 5, set(-1, 9), refused('negative')],
  ]);
});

describe('A reason fits its change, or is refused with the reasons that do', () => {
  check([
    ['a change without a reason', 5, change(1), unfit(INCREASE_REASONS)],
    ['losing more units than before', 5, change(1, { reason: 'lost' }), unfit(INCREASE_REASONS)],
    ['buying fewer', 5, change(-1, { reason: 'purchase' }), unfit(DECREASE_REASONS)],
    ['a reason that only the program gives', 5, change(1, { reason: 'opening' }), unfit(INCREASE_REASONS)],
  ]);
});

describe('Nothing to do is no adjustment', () => {
  check([
    ['a count that finds what was known', 50, set(50, 50), unchanged(50)],
    ['a change by zero', 1, change(0), unchanged(1)],
    ['none stays none, and nobody is asked why', 0, set(0, 0), unchanged(0)],
  ]);
});

describe('What is typed into a quantity cell', () => {
  test.each([
    ['47', understood({ kind: 'set', to: 47 })],
    [' 47 ', understood({ kind: 'set', to: 47 })],
    ['007', understood({ kind: 'set', to: 7 })],
    ['0', understood({ kind: 'set', to: 0 })],
    ['+5', understood({ kind: 'change', by: 5 })],
    ['-3', understood({ kind: 'change', by: -3 })],
    ['−3', understood({ kind: 'change', by: -3 })],
    ['- 3', understood({ kind: 'change', by: -3 })],
    ['999999999', understood({ kind: 'set', to: 999_999_999 })],
  ])('%j is understood', (text, answer) => expect(parseQuantityInput(text)).toEqual(answer));

  test.each([
    ['1.5', 'fraction'],
    ['1,5', 'fraction'],
    ['+.5', 'fraction'],
    ['1000000000', 'too-large'],
    ['-99999999999', 'too-large'],
    ['', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['5+', 'not-a-number'],
    ['1 00', 'not-a-number'],
    ['٣', 'not-a-number'],
  ])('%j is refused as %s', (text, problem) => {
    expect(parseQuantityInput(text)).toEqual({
      ok: false,
      refusal: { code: 'quantity.invalid', problem, min: 0, max: MAX_QUANTITY },
    });
  });
});

describe('Since when a record has stood for exactly one unit', () => {
  const NOW = '2026-11-23T10:00:00.000Z';
  const EARLIER = '2026-01-01T10:00:00.000Z';
  test.each([
    ['a pool that shrinks to one begins now', null, 1, NOW],
    ['one unit that stays one unit keeps its day', EARLIER, 1, EARLIER],
    ['one unit that is gone keeps its day, because it may come back', EARLIER, 0, EARLIER],
    ['a pool that is gone at once was never one unit', null, 0, null],
    ['a record that becomes bulk has no such day', EARLIER, 2, null],
  ])('%s', (_, individualSince, quantity, answer) => {
    expect(individualSinceAfter({ individualSince }, quantity, NOW)).toBe(answer);
  });
});
