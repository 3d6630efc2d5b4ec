import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { selectFirst } from './selection.ts';

it('puts the first so many before all others, whatever their order was', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 })), fc.nat({ max: 120 }), (values, at) => {
      const compare = (left: number, right: number) =>
        (values[left] ?? 0) - (values[right] ?? 0) || left - right;
      const lines = Uint32Array.from(values.keys());
      selectFirst(lines, at, compare);
      const sorted = [...values.keys()].toSorted(compare);
      expect(new Set(lines.subarray(0, at))).toEqual(new Set(sorted.slice(0, at)));
      expect(new Set(lines.subarray(at))).toEqual(new Set(sorted.slice(at)));
    }),
    { numRuns: 500 },
  );
});
