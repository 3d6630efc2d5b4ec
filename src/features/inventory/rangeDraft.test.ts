import { expect, test } from 'vitest';
import { checkRange, writeBound } from './rangeDraft.ts';

const EURO = { currency: 'EUR', decimalMark: ',' } as const;

test.each([
  ['number', '2', '10', { from: '2', to: '10' }],
  ['number', '', '', { from: null, to: null }],
  ['money', '1.234,50', '', { from: '123450', to: null }],
  ['money', '−5', '0', { from: '-500', to: '0' }],
  ['percent', '12,5 %', '', { from: '125000', to: null }],
  ['day', '2026-11-01', '2026-11-30', { from: '2026-11-01', to: '2026-11-30' }],
] as const)('%s from %j to %j is read.', (kind, from, to, range) => {
  expect(checkRange(kind, { from, to }, EURO)).toEqual({ ok: true, value: range });
});

test.each([
  ['number', '2,5', '', 'notNumber'],
  ['money', 'many', '', 'notAmount'],
  ['percent', '', 'half', 'notPercent'],
  ['number', '10', '9', 'turned'],
  ['day', '2026-12-01', '2026-11-30', 'turned'],
] as const)('%s from %j to %j is refused: %s.', (kind, from, to, fault) => {
  expect(checkRange(kind, { from, to }, EURO)).toEqual({ ok: false, refusal: fault });
});

test('What was read is shown again as it is typed here.', () => {
  expect(writeBound('money', '-123450', EURO)).toBe('-1234,50');
  expect(writeBound('percent', '125000', EURO)).toBe('12,5');
  expect(writeBound('number', null, EURO)).toBe('');
});
