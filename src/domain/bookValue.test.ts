import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssetLife, DEPRECIATION_METHODS, bookValue, remainingShare } from './bookValue.ts';

const life: fc.Arbitrary<AssetLife> = fc.record({
  months: fc.integer({ min: 1, max: 600 }),
  residualPpm: fc.integer({ min: 0, max: 1_000_000 }),
  method: fc.constantFrom(...DEPRECIATION_METHODS),
});
const purchase = fc.record({
  day: fc.integer({ min: 0, max: 20_000 }),
  amount: fc.integer({ min: 1, max: 10 ** 9 }),
});
const whole = { owned: 1, acquired: 1 };
const fiveYears: AssetLife = { months: 60, residualPpm: 200_000, method: 'straight-line' };

describe('Book value', () => {
  it.each([
    ['on the day of purchase is the purchase', 0, 100_000],
    ['half-way through a straight life is half-way to the residual', 913, 60_005],
    ['at the end of life is the residual', 1827, 20_000],
    ['long after it is still the residual', 9000, 20_000],
  ])('%s', (_, asOf, expected) => {
    expect(bookValue([{ day: 0, amount: 100_000 }], { life: fiveYears, asOf, units: whole })).toBe(expected);
  });

  it('of three of four units left is three quarters', () => {
    const life: AssetLife = { months: 24, residualPpm: 0, method: 'straight-line' };
    const half = bookValue([{ day: 0, amount: 40_000 }], {
      life,
      asOf: 365,
      units: { owned: 3, acquired: 4 },
    });
    // 365 of 730.5 days: a hair over half is left.
    expect(half).toBe(15_010);
  });

  it('counts no purchase of a later day', () => {
    const purchases = [{ day: 10, amount: 500 }];
    expect(bookValue(purchases, { life: fiveYears, asOf: 9, units: whole })).toBe(0);
  });

  it('never rises with age, never falls below the residual and never passes the purchase', () => {
    fc.assert(
      fc.property(life, fc.nat({ max: 20_000 }), fc.nat({ max: 5000 }), (given, age, more) => {
        const now = remainingShare(given, age);
        const later = remainingShare(given, age + more);
        expect(later).toBeLessThanOrEqual(now + 1e-12);
        expect(later).toBeGreaterThanOrEqual(given.residualPpm / 1_000_000 - 1e-12);
        expect(now).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('falls faster at first when declining than when straight, and ends at the same', () => {
    fc.assert(
      fc.property(life, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (given, part) => {
        const days = given.months * (365.25 / 12);
        const declining = remainingShare({ ...given, method: 'declining' }, days * part);
        const straight = remainingShare({ ...given, method: 'straight-line' }, days * part);
        expect(declining).toBeLessThanOrEqual(straight + 1e-3);
        expect(remainingShare({ ...given, method: 'declining' }, days + 1)).toBe(
          remainingShare({ ...given, method: 'straight-line' }, days + 1),
        );
      }),
    );
  });

  it('of several purchases is what each is worth by its own age', () => {
    fc.assert(
      fc.property(life, fc.array(purchase, { maxLength: 5 }), (given, purchases) => {
        const asOf = 20_000;
        const together = bookValue(purchases, { life: given, asOf, units: whole });
        const apart = purchases.reduce(
          (sum, one) => sum + bookValue([one], { life: given, asOf, units: whole }),
          0,
        );
        expect(Math.abs(together - apart)).toBeLessThanOrEqual(purchases.length);
      }),
    );
  });

  it('falls with each unit that is lost, to nothing with the last', () => {
    fc.assert(
      fc.property(life, purchase, fc.integer({ min: 1, max: 1000 }), (given, one, acquired) => {
        const valueOf = (owned: number) =>
          bookValue([one], { life: given, asOf: one.day + 100, units: { owned, acquired } });
        expect(valueOf(0)).toBe(0);
        for (let owned = 1; owned <= Math.min(acquired, 20); owned += 1)
          expect(valueOf(owned)).toBeGreaterThanOrEqual(valueOf(owned - 1));
      }),
    );
  });

  it('stays with a batch whose cost stayed when its units became records of their own', () => {
    expect(
      bookValue([{ day: 0, amount: 900 }], { life: fiveYears, asOf: 0, units: { owned: 0, acquired: 0 } }),
    ).toBe(900);
  });
});
