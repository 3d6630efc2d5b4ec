import { expect, test } from 'vitest';
import { knownDay } from '#domain/day.ts';
import { PRESETS, periodOf, presetOf } from './periods.ts';

const TODAY = knownDay('2024-02-10');

test.each([
  ['this-month', '2024-02-01', '2024-02-29'],
  ['last-month', '2024-01-01', '2024-01-31'],
  ['this-quarter', '2024-01-01', '2024-03-31'],
  ['this-year', '2024-01-01', '2024-12-31'],
  ['last-year', '2023-01-01', '2023-12-31'],
  ['twelve-months', '2023-03-01', '2024-02-29'],
] as const)('On 10 February 2024, %s is %s to %s.', (preset, from, to) => {
  expect(periodOf(preset, TODAY)).toEqual({ from, to });
});

test('In January the last month is December of the year before.', () => {
  expect(periodOf('last-month', knownDay('2026-01-31'))).toEqual({ from: '2025-12-01', to: '2025-12-31' });
});

test('Every preset is known again by its days, and a range of somebody’s own is none of them.', () => {
  for (const preset of PRESETS) expect(presetOf(periodOf(preset, TODAY), TODAY)).toBe(preset);
  expect(presetOf({ from: '2024-01-05', to: '2024-02-05' }, TODAY)).toBeNull();
});
