import { describe, expect, test } from 'vitest';
import { nextOrder, readOrder } from './listOrder.ts';

describe('the order of the list', () => {
  test('is by name where the address says nothing', () => {
    expect(readOrder()).toEqual([{ columnId: 'name', direction: 'ascending' }]);
  });

  test('reads several fields, a minus being descending', () => {
    expect(readOrder('-profit,name').map((sort) => sort.direction)).toEqual(['descending', 'ascending']);
  });

  test.each([
    { before: undefined, column: 'profit', after: '-profit' },
    { before: '-profit', column: 'profit', after: 'profit' },
    { before: 'profit', column: 'profit', after: undefined },
    { before: undefined, column: 'sku', after: 'sku' },
    { before: 'sku', column: 'sku', after: '-sku' },
    { before: undefined, column: 'name', after: '-name' },
    { before: '-name', column: 'name', after: undefined },
    { before: '-profit', column: 'sku', after: 'sku' },
  ])('goes from $before to $after by a press on $column', ({ before, column, after }) => {
    expect(nextOrder(before, column, false)).toBe(after);
  });

  test.each([
    { before: undefined, column: 'sku', after: 'sku' },
    { before: '-profit', column: 'sku', after: '-profit,sku' },
    { before: '-profit,sku', column: 'profit', after: 'profit,sku' },
    { before: 'profit,sku', column: 'profit', after: 'sku' },
  ])('keeps the others with Shift: $before becomes $after by $column', ({ before, column, after }) => {
    expect(nextOrder(before, column, true)).toBe(after);
  });
});
