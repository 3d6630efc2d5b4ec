import { describe, expect, test } from 'vitest';
import {
  isFiltered,
  isSoldAtALoss,
  listQueryOf,
  readInventorySearch,
  soldAtALoss,
  withoutFilters,
} from './inventorySearch.ts';

describe('the address of the inventory', () => {
  test('keeps what it understands and leaves out what it does not', () => {
    const given = {
      q: '047',
      tracking: 'bulk',
      category: ['A', 'B'],
      sort: '-profit',
      profit: 'many',
      tab: 'x',
    };
    expect(readInventorySearch(given)).toEqual({
      q: '047',
      tracking: ['bulk'],
      category: ['A', 'B'],
      sort: '-profit',
    });
  });

  test('finds the row again by its id and its place', () => {
    expect(readInventorySearch({ row: 'abc-1', at: '37' })).toEqual({ row: 'abc-1', at: 37 });
  });

  test('asks the server nothing about the cursor', () => {
    expect(listQueryOf({ q: 'ski', row: 'abc', at: 3 })).toEqual({ q: 'ski' });
  });

  test('is filtered by a search, not by an order or a cursor', () => {
    expect([isFiltered({ q: 'ski' }), isFiltered({ sort: 'name', row: 'abc', at: 3 })]).toEqual([
      true,
      false,
    ]);
  });

  test('says what was sold at a loss in a way that it reads back', () => {
    const { income, profit } = soldAtALoss(true);
    expect({ income, profit }).toEqual({ income: ['gt:0'], profit: ['lt:0'] });
    expect(isSoldAtALoss(readInventorySearch({ income: 'gt:0', profit: 'lt:0' }))).toBe(true);
    expect(isSoldAtALoss(readInventorySearch({ profit: 'lt:0' }))).toBe(false);
    expect(isFiltered({ income, profit, ...soldAtALoss(false) })).toBe(false);
  });

  test('keeps its order when the filters are taken away', () => {
    expect(isFiltered(withoutFilters({ q: 'ski', tracking: ['bulk'], sort: 'sku' }))).toBe(false);
    expect(withoutFilters({ q: 'ski', sort: 'sku' }).sort).toBe('sku');
  });
});
