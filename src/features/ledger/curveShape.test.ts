import { expect, test } from 'vitest';
import { placePoints, stepPath } from './curveShape.ts';

const BOX = { width: 100, height: 50, inset: 0 };

test('The curve spans the box from its first to its last day, with zero inside.', () => {
  const { xy, zeroY } = placePoints(
    [
      { day: 10, profit: -100 },
      { day: 20, profit: 100 },
    ],
    BOX,
  );
  expect(xy).toEqual([
    { x: 0, y: 50 },
    { x: 100, y: 0 },
  ]);
  expect(zeroY).toBe(25);
});

test('Profit moves in steps: it stays until the day on which money moves.', () => {
  expect(
    stepPath([
      { x: 0, y: 50 },
      { x: 100, y: 0 },
    ]),
  ).toBe('M0.0 50.0H100.0V0.0');
});

test('A curve of one day, or of nothing but zero, is drawn all the same.', () => {
  const { xy } = placePoints([{ day: 10, profit: 0 }], BOX);
  expect(xy.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
});
