import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignSlots } from './slots.ts';

const rows = fc.uniqueArray(fc.nat(40), { maxLength: 20 });

it('Each wanted row has one element, a row that stays keeps its element, and no element is made while one is free.', () => {
  fc.assert(
    fc.property(rows, rows, (before, wanted) => {
      const after = assignSlots(before, wanted);
      const drawn = after.filter((rowIndex) => rowIndex !== undefined);
      expect(drawn.toSorted((a, b) => a - b)).toEqual(wanted.toSorted((a, b) => a - b));
      expect(after).toHaveLength(Math.max(before.length, wanted.length));
      for (const [slot, rowIndex] of before.entries()) {
        if (wanted.includes(rowIndex)) expect(after[slot]).toBe(rowIndex);
      }
    }),
  );
});

it('Scrolling by one row reuses the element that left.', () => {
  expect(assignSlots([4, 5, 6], [5, 6, 7])).toEqual([7, 5, 6]);
});

it('The same rows keep the same slots, so that drawing twice changes nothing.', () => {
  expect(assignSlots([1, 2, 3], [3, 2, 1])).toEqual([1, 2, 3]);
});
