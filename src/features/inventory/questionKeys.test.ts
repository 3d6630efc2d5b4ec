import { expect, test } from 'vitest';
import { chosenByKey } from './questionKeys.ts';

const labels = ['sold', 'lost', 'scrapped'];

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 2, 0],
  ['ArrowUp', -1, 2],
  ['ArrowUp', 1, 0],
  ['Tab', 0, 1],
  ['Home', 2, 0],
  ['End', -1, 2],
  [' ', -1, 0],
  ['2', -1, 1],
  ['4', -1, null],
  ['0', -1, null],
  ['s', -1, 0],
  ['S', 0, 2],
  ['s', 2, 0],
  ['l', -1, 1],
  ['x', 1, null],
  ['F2', 1, null],
])('%s after option %i chooses %s.', (key, chosen, next) => {
  expect(chosenByKey({ key, shiftKey: false }, { chosen, labels })).toBe(next);
});

test('Shift+Tab goes back.', () => {
  expect(chosenByKey({ key: 'Tab', shiftKey: true }, { chosen: 0, labels })).toBe(2);
});
