import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { describeFilter, filterOfRange, rangeOf } from './conditions.ts';

const words = { and: 'and', or: 'or', between: (from: string, to: string) => `${from} – ${to}` };
const describe = (...filter: string[]) => describeFilter(filter, { write: (value) => value, words });

it('A range reads back from the address as it was given.', () => {
  const end = fc.option(fc.integer({ min: -1000, max: 1000 }).map(String));
  fc.assert(
    fc.property(end, end, (from, to) => {
      expect(rangeOf(filterOfRange({ from, to }))).toEqual({ from, to });
    }),
  );
});

test.each([
  [['lt:0'], { from: null, to: '-1' }],
  [['gt:4,lt:10'], { from: '5', to: '9' }],
  [['ne:3'], null],
  [['1', '2'], null],
  [undefined, { from: null, to: null }],
])('The filter %j is the range %j.', (filter, range) => {
  expect(rangeOf(filter)).toEqual(range);
});

it('Whatever an address asks can be read.', () => {
  expect(describe('gte:2,lte:10')).toBe('2 – 10');
  expect(describe('lt:0')).toBe('< 0');
  expect(describe('5', 'gt:10,ne:12')).toBe('= 5 or > 10 and ≠ 12');
});
