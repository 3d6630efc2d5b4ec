import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENTRY_KINDS, type EntryKind } from './entry.ts';
import { MAX_RATIO_PPM, averagePerUnit, figuresOf, lostValue, ratioPpm, recordMoney } from './figures.ts';
import { MAX_MINOR, minor } from './money.ts';
import { sumEntries } from './totals.ts';

const known = <T>(value: T) => ({ known: true, value });
const unknown = (why: string) => ({ known: false, why });

function totalsOf(lines: readonly (readonly [EntryKind, number])[]) {
  return sumEntries(lines.map(([kind, amount]) => ({ kind, amount: minor(amount), voids: null })));
}

describe('What a record earned and cost', () => {
  test('A car that was bought, rented and mended', () => {
    expect(
      figuresOf(
        totalsOf([
          ['purchase', 1_000_000],
          ['rental', 1_500_000],
          ['repair', 200_000],
        ]),
      ),
    ).toEqual({
      income: 1_500_000,
      cost: 1_200_000,
      acquisitionCost: known(1_000_000),
      profit: known(300_000),
      marginPpm: known(200_000),
      roiPpm: known(300_000),
    });
  });

  test('Without a purchase cost profit is unknown, because income alone is not profit', () => {
    expect(
      figuresOf(
        totalsOf([
          ['rental', 5000],
          ['repair', 800],
        ]),
      ),
    ).toEqual({
      income: 5000,
      cost: 800,
      acquisitionCost: unknown('no-purchase-cost'),
      profit: unknown('no-purchase-cost'),
      marginPpm: unknown('no-purchase-cost'),
      roiPpm: unknown('no-purchase-cost'),
    });
  });

  test('A voided purchase is no purchase', () => {
    const lines = [
      { kind: 'purchase', amount: minor(900), voids: null },
      { kind: 'purchase', amount: minor(-900), voids: 'e1' },
    ] as const;
    expect(figuresOf(sumEntries(lines)).profit).toEqual(unknown('no-purchase-cost'));
  });

  test('Without income there is a loss, but no margin', () => {
    const figures = figuresOf(totalsOf([['purchase', 5000]]));
    expect([figures.profit, figures.marginPpm, figures.roiPpm]).toEqual([
      known(-5000),
      unknown('no-income'),
      known(-1_000_000),
    ]);
  });

  test('A purchase that a credit note made free of charge leaves profit known and no return on it', () => {
    const figures = figuresOf(
      totalsOf([
        ['purchase', 5000],
        ['purchase', -5000],
        ['rental', 700],
      ]),
    );
    expect([figures.profit, figures.roiPpm]).toEqual([known(700), unknown('no-acquisition-cost')]);
  });

  test('Beside the record unknown is null, and null is not zero', () => {
    const totals = totalsOf([['rental', 5000]]);
    expect(recordMoney(totals)).toEqual({
      totals,
      income: 5000,
      cost: 0,
      acquisitionCost: null,
      profit: null,
      marginPpm: null,
    });
    expect(
      recordMoney(
        totalsOf([
          ['purchase', 10],
          ['rental', 10],
        ]),
      ),
    ).toMatchObject({ profit: 0, marginPpm: 0 });
  });

  test('For any ledger profit is income less cost, and what the record keeps says the same', () => {
    const ledger = fc.array(
      fc.tuple(fc.constantFrom(...ENTRY_KINDS), fc.integer({ min: -(10 ** 10), max: 10 ** 10 })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(ledger, (lines) => {
        const totals = totalsOf(lines);
        const figures = figuresOf(totals);
        const money = recordMoney(totals);
        expect(figures.profit.known).toBe(lines.some(([kind]) => kind === 'purchase'));
        if (figures.profit.known) expect(figures.profit.value).toBe(minor(figures.income - figures.cost));
        expect(money.profit).toBe(figures.profit.known ? figures.profit.value : null);
        expect(money.marginPpm).toBe(figures.marginPpm.known ? figures.marginPpm.value : null);
        expect(figures.acquisitionCost.known).toBe(figures.profit.known);
      }),
    );
  });
});

describe('A ratio in millionths', () => {
  test.each([
    [1, 4, 250_000],
    [1, 3, 333_333],
    [2, 3, 666_667],
    [-1, 3, -333_333],
    [1, -4, -250_000],
    [-1, -4, 250_000],
    [1, 2_000_000, 1],
    [-1, 2_000_000, -1],
    [1, 2_000_001, 0],
    [0, 5, 0],
    [MAX_MINOR, 1, MAX_RATIO_PPM],
    [-MAX_MINOR, 1, -MAX_RATIO_PPM],
  ])('%i of %i is %i', (part, whole, ppm) => expect(ratioPpm(part, whole)).toBe(ppm));

  test('Of nothing there is none', () => {
    expect(() => ratioPpm(1, 0)).toThrow('something to divide by');
  });

  test('is whole, safe, never minus zero, and no further than half a millionth from the exact one', () => {
    const amount = fc.oneof(
      fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }),
      fc.integer({ min: -1000, max: 1000 }),
    );
    fc.assert(
      fc.property(
        amount,
        amount.filter((whole) => whole !== 0),
        (part, whole) => {
          const ppm = ratioPpm(part, whole);
          expect(Number.isSafeInteger(ppm) && Math.abs(ppm) <= MAX_RATIO_PPM && !Object.is(ppm, -0)).toBe(
            true,
          );
          if (Math.abs(ppm) === MAX_RATIO_PPM) return;
          const size = whole < 0 ? -BigInt(whole) : BigInt(whole);
          const gap = BigInt(ppm) * BigInt(whole) - BigInt(part) * 1_000_000n;
          expect(gap * 2n <= size && gap * -2n <= size).toBe(true);
          expect(ratioPpm(-part, whole) + ppm).toBe(0);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('Figures of one unit of a pool', () => {
  test.each([
    [1000, 3, known(333)],
    [1001, 2, known(501)],
    [-1001, 2, known(-501)],
    [500, 1, known(500)],
    [500, 0, unknown('no-units')],
  ])('%i over %i units', (amount, quantity, figure) =>
    expect(averagePerUnit(minor(amount), quantity)).toEqual(figure),
  );

  test.each([
    ['three of ten lost', { acquisitionCost: 9999, unitsAcquired: 10, unitsLost: 3 }, known(3000)],
    ['none lost', { acquisitionCost: 9999, unitsAcquired: 10, unitsLost: 0 }, known(0)],
    ['none ever acquired', { acquisitionCost: 9999, unitsAcquired: 0, unitsLost: 0 }, unknown('no-units')],
    [
      'amounts whose product no number holds',
      { acquisitionCost: MAX_MINOR, unitsAcquired: 999_999_999, unitsLost: 999_999_999 },
      known(MAX_MINOR),
    ],
  ])('The value lost: %s', (_, { acquisitionCost, ...units }, figure) => {
    expect(lostValue({ acquisitionCost: minor(acquisitionCost), ...units })).toEqual(figure);
  });
});
