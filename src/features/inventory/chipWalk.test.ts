import { expect, test } from 'vitest';
import { chipAfterKey, chipsDrawn } from './chipWalk.ts';

test.each([
  ['ArrowLeft', 2, { isRemoving: false, focus: 1 }],
  ['ArrowLeft', 0, { isRemoving: false, focus: 0 }],
  ['ArrowRight', 1, { isRemoving: false, focus: 2 }],
  ['ArrowRight', 2, { isRemoving: false, focus: null }],
  ['Home', 2, { isRemoving: false, focus: 0 }],
  ['End', 0, { isRemoving: false, focus: 2 }],
  ['Escape', 1, { isRemoving: false, focus: null }],
  ['Delete', 1, { isRemoving: true, focus: 1 }],
  ['Delete', 2, { isRemoving: true, focus: 1 }],
  ['Backspace', 1, { isRemoving: true, focus: 0 }],
  ['Backspace', 0, { isRemoving: true, focus: 0 }],
  ['F2', 1, null],
])('%s on chip %i of three.', (key, focused, step) => {
  expect(chipAfterKey(key, { focused, count: 3 })).toEqual(step);
});

test('Removing the only chip gives the focus back to the field.', () => {
  expect(chipAfterKey('Delete', { focused: 0, count: 1 })).toEqual({ isRemoving: true, focus: null });
});

test('Of five thousand chips only those in sight are drawn, and the one with the focus.', () => {
  const drawn = chipsDrawn({ scrollTop: 28_000, focused: 4999, count: 5000 });
  expect(drawn.length).toBeLessThan(25);
  expect(drawn).toContain(1000);
  expect(drawn).toContain(4999);
});
