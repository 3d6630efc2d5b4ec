import { expect, test } from 'vitest';
import type { AdjustmentReason } from '#domain/adjustment.ts';
import { answerQuantity, nextReason, readQuantity } from './quantityOutcome.ts';

const usual = (delta: number): AdjustmentReason => (delta > 0 ? 'found' : 'lost');
const read = (current: number, text: string, more: { seen?: number; chosen?: AdjustmentReason } = {}) =>
  readQuantity(current, { text, seen: more.seen ?? current, chosen: more.chosen ?? null }, usual);

test.each([
  [50, '47', { kind: 'adjust', quantity: 47, delta: -3, reason: 'count', notice: null }],
  [50, '+5', { kind: 'adjust', quantity: 55, delta: 5, reason: 'found', notice: null }],
  [50, '−3', { kind: 'adjust', quantity: 47, delta: -3, reason: 'lost', notice: null }],
  [3, '1', { kind: 'adjust', quantity: 1, delta: -2, reason: 'count', notice: 'becomes-individual' }],
  [50, ' 50 ', { kind: 'unchanged', quantity: 50 }],
])('%i and “%s” is a plan with its reason.', (current, text, plan) => {
  expect(read(current, text)).toMatchObject({ kind: 'plan', plan });
});

test.each([
  [1, '5', 'grow'],
  [1, '+1', 'grow'],
  [5, '0', 'close'],
  [5, '-5', 'close'],
  [0, '3', 'reopen'],
  [0, '+3', 'reopen'],
])('%i and “%s” asks before it presumes a reason: %s.', (current, text, question) => {
  expect(read(current, text)).toMatchObject({ kind: 'question', question: { question } });
});

test.each(['', ' ', '+', '-', '−'])('“%s” is nothing yet.', (text) => {
  expect(read(50, text)).toEqual({ kind: 'nothing' });
});

test('A set on a quantity that has moved asks what counts.', () => {
  const question = { code: 'quantity.moved', keepCounted: 47, keepDifference: 49 };
  expect(read(52, '47', { seen: 50 })).toMatchObject({ kind: 'question', question });
});

test('A chosen reason holds as long as it fits the sign, and gives way when it does not.', () => {
  expect(read(50, '47', { chosen: 'sold' })).toMatchObject({ plan: { reason: 'sold' } });
  expect(read(50, '57', { chosen: 'sold' })).toMatchObject({ plan: { reason: 'count' } });
  expect(read(50, '+7', { chosen: 'sold' })).toMatchObject({ plan: { reason: 'found' } });
});

test('An answered question is a plan, or the next question.', () => {
  const grown = answerQuantity(1, { intent: { kind: 'change', by: 4 }, crossing: 'units' }, usual);
  expect(grown).toMatchObject({ kind: 'plan', plan: { kind: 'add-units', count: 4, reason: 'found' } });
  const closed = answerQuantity(2, { intent: { kind: 'set', to: 0, seen: 2 }, reason: 'sold' }, usual);
  expect(closed).toMatchObject({ kind: 'question', question: { question: 'close' } });
});

test('The reasons that fit go round in both directions.', () => {
  expect(nextReason({ delta: 5, reason: 'found' }, 1)).toBe('returned');
  expect(nextReason({ delta: 5, reason: 'transfer' }, 1)).toBe('count');
  expect(nextReason({ delta: -5, reason: 'count' }, -1)).toBe('transfer');
});
