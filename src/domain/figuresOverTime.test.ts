import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, dayNumber, knownDay } from './day.ts';
import { type EntryKind, directionOf } from './entry.ts';
import { type DayAmount, paybackDay, profitCurve } from './figures.ts';
import { minor } from './money.ts';

const known = <T>(value: T) => ({ known: true, value });
const unknown = (why: string) => ({ known: false, why });
const on = (day: string, kind: EntryKind, amount: number): DayAmount => ({
  day: knownDay(day),
  kind,
  amount: minor(amount),
});

describe('The curve of profit', () => {
  test('has one point for each day on which something happened, in the order of days', () => {
    const lines = [
      on('2026-03-01', 'rental', 300),
      on('2026-01-01', 'purchase', 1000),
      on('2026-03-01', 'repair', 50),
      on('2026-02-01', 'rental', 400),
    ];
    expect(profitCurve(lines)).toEqual([
      { day: '2026-01-01', profit: -1000 },
      { day: '2026-02-01', profit: -600 },
      { day: '2026-03-01', profit: -350 },
    ]);
  });

  test('Of nothing it is empty', () => expect(profitCurve([])).toEqual([]));
});

describe('The payback day', () => {
  test.each([
    [
      'is the day on whose evening profit is not negative any more',
      [on('2026-01-01', 'purchase', 1000), on('2026-02-01', 'rental', 999), on('2026-03-01', 'rental', 1)],
      known('2026-03-01'),
    ],
    [
      'looks at the whole day: a repair on the same day counts',
      [
        on('2026-01-01', 'purchase', 100),
        on('2026-02-01', 'rental', 100),
        on('2026-02-01', 'repair', 1),
        on('2026-02-02', 'rental', 1),
      ],
      known('2026-02-02'),
    ],
    [
      'does not lie before the purchase, whatever was earned with it earlier',
      [on('2025-01-01', 'rental', 500), on('2026-01-01', 'purchase', 1000), on('2026-02-01', 'rental', 600)],
      known('2026-02-01'),
    ],
    [
      'may be the day of the purchase',
      [on('2025-01-01', 'rental', 2000), on('2026-01-01', 'purchase', 1000)],
      known('2026-01-01'),
    ],
    [
      'stays the first, also when a later repair makes a loss of it',
      [on('2026-01-01', 'purchase', 100), on('2026-02-01', 'rental', 100), on('2026-03-01', 'repair', 5000)],
      known('2026-02-01'),
    ],
    [
      'has not come yet',
      [on('2026-01-01', 'purchase', 1000), on('2026-02-01', 'rental', 999)],
      unknown('not-earned-back'),
    ],
    ['does not exist without a purchase', [on('2026-02-01', 'rental', 999)], unknown('no-purchase-cost')],
    [
      'does not exist where the purchase was voided',
      [
        on('2026-01-01', 'purchase', 100),
        on('2026-01-01', 'purchase', -100),
        on('2026-02-01', 'rental', 999),
      ],
      unknown('no-purchase-cost'),
    ],
    [
      'does not count from a purchase that was voided',
      [
        on('2024-01-01', 'purchase', 100),
        on('2024-01-01', 'purchase', -100),
        on('2025-01-01', 'purchase', 100),
        on('2025-02-01', 'rental', 40),
      ],
      unknown('not-earned-back'),
    ],
  ])('%s', (_, lines, figure) => expect(paybackDay(lines)).toEqual(figure));

  test('is what a person finds who goes through the days one by one', () => {
    const line = fc.record({
      day: fc
        .integer({ min: 1, max: 28 })
        .map((day): Day => knownDay(`2026-02-${String(day).padStart(2, '0')}`)),
      kind: fc.constantFrom('purchase', 'purchase', 'rental', 'rental', 'repair', 'fee'),
      amount: fc.integer({ min: 1, max: 200 }).map(minor),
    });
    let earnedBack = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const found = firstGoodDay(lines);
        if (found !== null) earnedBack += 1;
        const payback = paybackDay(lines);
        expect(payback.known ? payback.value : null).toBe(found);
      }),
      { numRuns: 500 },
    );
    expect(earnedBack).toBeGreaterThan(20);
  });
});

/** Adds everything up anew for each day from the first purchase on. */
function firstGoodDay(lines: readonly DayAmount[]): string | null {
  const bought = lines.filter(({ kind }) => kind === 'purchase').map(({ day }) => dayNumber(day));
  if (bought.length === 0) return null;
  for (let day = 1; day <= 28; day += 1) {
    const text = knownDay(`2026-02-${String(day).padStart(2, '0')}`);
    const until = lines.filter((line) => dayNumber(line.day) <= dayNumber(text));
    const profit = until.reduce(
      (sum, { kind, amount }) => sum + (directionOf(kind) === 'income' ? amount : -amount),
      0,
    );
    const isSomething = lines.some((line) => line.day === text);
    if (isSomething && dayNumber(text) >= Math.min(...bought) && profit >= 0) return text;
  }
  return null;
}
