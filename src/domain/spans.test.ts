import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyNumbers } from './numberColumns.ts';
import { emptySpans, putSpan } from './spans.ts';

const whole = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -40_000, max: 40_000 }),
  fc.maxSafeInteger(),
);
const natural = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 70_000 }), fc.constant(2 ** 40));
const puts = fc.array(
  fc.record({
    owner: fc.nat({ max: 30 }),
    rows: fc.array(fc.record({ whole, natural }), { maxLength: 60 }),
  }),
  { maxLength: 80 },
);

it('keeps the rows that each owner was given last, however large their numbers are', () => {
  fc.assert(
    fc.property(puts, (given) => {
      const spans = emptySpans(emptyNumbers({ whole: 'whole', natural: 'natural' }));
      const rowsByOwner = new Map<number, { whole: number; natural: number }[]>();
      for (const { owner, rows } of given) {
        putSpan(spans, owner, rows);
        rowsByOwner.set(owner, rows);
      }
      for (const [owner, rows] of rowsByOwner) {
        const first = spans.startAt[owner] ?? 0;
        expect(spans.countAt[owner] ?? 0).toBe(rows.length);
        for (const [index, row] of rows.entries()) {
          expect(spans.columns.whole[first + index]).toBe(row.whole);
          expect(spans.columns.natural[first + index]).toBe(row.natural);
        }
      }
    }),
    { numRuns: 200 },
  );
});
