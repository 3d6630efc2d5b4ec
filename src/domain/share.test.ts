import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_MINOR, minor } from './money.ts';
import { shareByWeight } from './share.ts';

const share = (total: number, weights: number[]) => shareByWeight(minor(total), weights);

test.each([
  ['one cent more than two can share goes to the first', 102_751, [1, 1], [51_376, 51_375]],
  ['a refund mirrors its cost', -102_751, [1, 1], [-51_376, -51_375]],
  ['100 over three', 100, [1, 1, 1], [34, 33, 33]],
  ['the largest remainder gets the cent, not the first', 10, [1, 2, 4], [1, 3, 6]],
  ['fewer cents than parts: the first have one each', 2, [1, 1, 1, 1], [1, 1, 0, 0]],
  ['a part without weight gets nothing', 101, [1, 0, 1], [51, 0, 50]],
  ['nothing shared is nothing each', 0, [3, 4], [0, 0]],
  ['one part has it all', 777, [12], [777]],
  ['batches share by their quantity', 1_000_000, [600, 300, 100], [600_000, 300_000, 100_000]],
] as const)('%s', (_, total, weights, parts) => expect(share(total, [...weights])).toEqual(parts));

test.each([
  ['no part', []],
  ['no part with weight', [0, 0]],
  ['a negative weight', [1, -1]],
  ['half a weight', [0.5]],
])('Sharing over %s is a bug, not an answer', (_, weights) => {
  expect(() => share(100, weights)).toThrow('Invariant');
});

describe('For any amount and any parts', () => {
  const total = fc.oneof(
    fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }),
    fc.integer({ min: -50, max: 50 }),
    fc.maxSafeInteger(),
  );
  const weight = fc.oneof(fc.nat(5), fc.nat(999_999_999), fc.constant(Number.MAX_SAFE_INTEGER));
  const weights = fc
    .array(weight, { minLength: 1, maxLength: 200 })
    .filter((list) => list.some((one) => one > 0));

  test('the parts add up to the whole exactly', () => {
    fc.assert(
      fc.property(total, weights, (amount, list) => {
        const parts = share(amount, list);
        expect(parts.length).toBe(list.length);
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(amount));
      }),
    );
  });

  test('no part is a whole unit away from its exact share, nor of the other sign', () => {
    fc.assert(
      fc.property(total, weights, (amount, list) => {
        const whole = list.reduce((sum, one) => sum + BigInt(one), 0n);
        for (const [index, part] of share(amount, list).entries()) {
          const gap = BigInt(part) * whole - BigInt(amount) * BigInt(list[index] ?? 0);
          expect(gap < whole && gap > -whole).toBe(true);
          expect(part === 0 || part > 0 === amount > 0).toBe(true);
        }
      }),
    );
  });

  test('equal weights differ by one unit at most, and the earlier ones are never behind', () => {
    fc.assert(
      fc.property(total, fc.integer({ min: 1, max: 300 }), (amount, count) => {
        const sizes = share(amount, Array<number>(count).fill(1)).map(Math.abs);
        expect(sizes.toSorted((left, right) => right - left)).toEqual(sizes);
        expect((sizes[0] ?? 0) - (sizes.at(-1) ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('turning the amount round turns every part round', () => {
    fc.assert(
      fc.property(total, weights, (amount, list) => {
        expect(share(-amount, list)).toEqual(share(amount, list).map((part) => minor(-part)));
      }),
    );
  });
});
