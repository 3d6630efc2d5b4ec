import { expect, test } from 'vitest';
import { linesAsked, membersAsked, nextSort, readProfitSearch, reportAskedBy } from './profitSearch.ts';

test('An address keeps what it understands and leaves out what it does not.', () => {
  const given = {
    by: 'category',
    from: '2026-01-01',
    to: 'soon',
    tracking: 'bulk',
    sort: 'luck',
    figure: 'cost',
  };
  const search = readProfitSearch(given);
  expect(search).toMatchObject({ by: 'category', from: '2026-01-01', tracking: ['bulk'], figure: 'cost' });
  expect([search.to, search.sort]).toEqual([undefined, undefined]);
});

test('A period that ends before it begins is none.', () => {
  const { from, to } = readProfitSearch({ from: '2026-02-01', to: '2026-01-01' });
  expect([from, to]).toEqual([undefined, undefined]);
});

test('Without a choice, SKUs are shown by profit, and months in their order.', () => {
  expect(reportAskedBy(readProfitSearch({}))).toMatchObject({ by: 'sku', sort: '-profit' });
  expect(reportAskedBy(readProfitSearch({ by: 'month' }))).toMatchObject({ by: 'month', sort: '-label' });
});

test('A comparison is asked for with a whole period only.', () => {
  expect(reportAskedBy(readProfitSearch({ compare: 'year' })).compare).toBeUndefined();
  const whole = readProfitSearch({ compare: 'year', from: '2026-01-01', to: '2026-01-31' });
  expect(reportAskedBy(whole).compare).toBe('year');
});

test('The members of a group are the records with its label, in the same period and order.', () => {
  const search = readProfitSearch({ by: 'location', from: '2026-01-01', to: '2026-01-31', category: 'Cars' });
  expect(membersAsked(search, '')).toMatchObject({
    by: 'record',
    location: [''],
    category: ['Cars'],
    from: '2026-01-01',
  });
  expect(membersAsked(readProfitSearch({ by: 'record' }), 'id')).toBeNull();
});

test('A figure opens the lines of its group and direction; profit opens both.', () => {
  expect(linesAsked(readProfitSearch({ by: 'sku', of: 'VAN', figure: 'cost' }))).toMatchObject({
    by: 'sku',
    key: 'VAN',
    direction: 'cost',
  });
  expect(linesAsked(readProfitSearch({ figure: 'profit' }))).not.toHaveProperty('direction');
  expect(linesAsked(readProfitSearch({ of: 'VAN' }))).toBeNull();
});

test('What is opened over the report or beside it is in the address, and not asked of the server.', () => {
  const search = readProfitSearch({ by: 'sku', life: 'VAN', show: 'advice', open: ['VAN'] });
  expect(search).toMatchObject({ life: 'VAN', show: 'advice' });
  expect(reportAskedBy(search)).toEqual({ by: 'sku', sort: '-profit' });
  expect(readProfitSearch({ life: '', show: 'else' })).toMatchObject({ life: undefined, show: undefined });
});

test('A heading orders by its interesting end first, then by the other.', () => {
  expect(nextSort({}, 'profit')).toBe('profit');
  expect(nextSort({}, 'cost')).toBe('-cost');
  expect(nextSort({ sort: '-cost' }, 'cost')).toBe('cost');
  expect(nextSort({}, 'label')).toBe('label');
});
