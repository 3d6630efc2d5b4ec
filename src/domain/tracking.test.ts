import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_QUANTITY } from './quantity.ts';
import { TRACKINGS, quantitiesOf, trackingOf } from './tracking.ts';

test.each([
  [0, 'closed'],
  [1, 'serialized'],
  [2, 'bulk'],
  [MAX_QUANTITY, 'bulk'],
] as const)('A record of %i is %s', (quantity, tracking) => {
  expect(trackingOf({ quantity })).toBe(tracking);
});

test('The quantities that a database is asked for are those of the tracking, and of no other', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.nat(3), fc.integer({ min: 0, max: MAX_QUANTITY })),
      fc.constantFrom(...TRACKINGS),
      (quantity, tracking) => {
        const { from, to } = quantitiesOf(tracking);
        expect(quantity >= from && (to === null || quantity <= to)).toBe(
          trackingOf({ quantity }) === tracking,
        );
      },
    ),
  );
});
