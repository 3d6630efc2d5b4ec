import { describe, expect, it } from 'vitest';
import { type TrackedStock, reasonsToSerialize, skusToPool, typicalUnitValue } from './trackingAdvice.ts';

const stock = (over: Partial<TrackedStock> = {}): TrackedStock => ({
  id: 'r1',
  sku: 'POLE',
  quantity: 50,
  acquisition: { cost: 50_000, units: 50 },
  repairs: 0,
  repairCost: 0,
  acquiredUnits: 50,
  lostUnits: 0,
  lostValue: 0,
  codes: 0,
  events: 0,
  ...over,
});
const unit = (id: string, cost: number, over: Partial<TrackedStock> = {}) =>
  stock({ id, sku: 'CAR', quantity: 1, acquiredUnits: 1, acquisition: { cost, units: 1 }, ...over });

describe('Advice on tracking', () => {
  it('calls the median of the serialized typical, and nothing where fewer than three are known', () => {
    expect(typicalUnitValue([unit('a', 100), unit('b', 900), unit('c', 300)])).toBe(300);
    expect(
      typicalUnitValue([unit('a', 100), unit('b', 900), unit('c', 0, { acquisition: null })]),
    ).toBeNull();
  });

  it('leaves a cheap batch alone to which nothing happens', () => {
    expect(reasonsToSerialize(stock(), 20_000)).toEqual([]);
  });

  it.each([
    [
      { acquisition: { cost: 1_000_000, units: 50 } },
      { code: 'unit-value', unitValue: 20_000, typical: 20_000 },
    ],
    [
      { repairs: 3, repairCost: 4500 },
      { code: 'repairs', repairs: 3, cost: 4500 },
    ],
    [
      { lostUnits: 5, lostValue: 5000 },
      { code: 'losses', lost: 5, acquired: 50, value: 5000 },
    ],
    [{ codes: 2 }, { code: 'uneven-codes', codes: 2, quantity: 50 }],
  ])('gives for %o the reason %o', (over, reason) => {
    expect(reasonsToSerialize(stock(over), 20_000)).toEqual([reason]);
  });

  it.each([[{ repairs: 2 }], [{ lostUnits: 4 }], [{ codes: 1 }], [{ codes: 50 }], [{ acquisition: null }]])(
    'gives for %o none',
    (over) => {
      expect(reasonsToSerialize(stock(over), 20_000)).toEqual([]);
    },
  );

  it('advises to pool five cheap units of one SKU to which next to nothing happens, and no others', () => {
    const cheap = ['a', 'b', 'c', 'd', 'e'].map((id) => unit(id, 250, { sku: 'STRAP', events: 1 }));
    expect(skusToPool(cheap, 1000)).toEqual([
      { sku: 'STRAP', ids: ['a', 'b', 'c', 'd', 'e'], unitValue: 250, typical: 1000, events: 5 },
    ]);
    expect(skusToPool(cheap.slice(1), 1000)).toEqual([]);
    expect(skusToPool(cheap, 999)).toEqual([]);
    expect(skusToPool([...cheap, unit('f', 250, { sku: 'STRAP', events: 2 })], 1000)).toEqual([]);
    expect(
      skusToPool(
        cheap.map((one) => ({ ...one, sku: '' })),
        1000,
      ),
    ).toEqual([]);
  });
});
