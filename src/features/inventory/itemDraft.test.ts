import { describe, expect, test } from 'vitest';
import { ProblemError } from '#api/problemError.ts';
import { type ItemFields, faultsOfRefusal, readItem } from './itemDraft.ts';

const FIELDS: ItemFields = {
  name: ' Ski poles 120 cm ',
  quantity: '50',
  codes: 'P001..P003; X',
  sku: '',
  category: 'Skis',
  location: '',
  cost: '600',
  openedOn: '2026-11-20',
};
const EURO = { currency: 'EUR', decimalMark: '.' } as const;

function faultsIn(change: Partial<ItemFields>) {
  const read = readItem({ ...FIELDS, ...change }, EURO);
  return read.ok ? [] : read.refusal.map((fault) => [fault.field, fault.code]);
}

describe('an item as it was typed', () => {
  test('becomes a request with ranges expanded and the cost in smallest units', () => {
    const read = readItem(FIELDS, EURO);
    expect(read.ok && read.value).toEqual({
      name: 'Ski poles 120 cm',
      sku: '',
      category: 'Skis',
      location: '',
      quantity: 50,
      codes: ['P001', 'P002', 'P003', 'X'],
      openedOn: '2026-11-20',
      purchaseCost: { amount: 60_000, currency: 'EUR' },
    });
  });

  test('says nothing about a cost that is not given', () => {
    const read = readItem({ ...FIELDS, cost: ' ' }, EURO);
    expect(read.ok && 'purchaseCost' in read.value).toBe(false);
  });

  test.each<[Partial<ItemFields>, string, string]>([
    [{ name: '  ' }, 'name', 'text.empty'],
    [{ quantity: '-1' }, 'quantity', 'quantity.invalid'],
    [{ quantity: '1.5' }, 'quantity', 'quantity.invalid'],
    [{ quantity: '' }, 'quantity', 'quantity.invalid'],
    [{ codes: 'A3..A1' }, 'codes', 'code.range-invalid'],
    [{ codes: 'a1, A1' }, 'codes', 'code.repeated'],
    [{ cost: '0' }, 'cost', 'amount.zero'],
    [{ cost: '1.234' }, 'cost', 'amount.too-precise'],
    [{ openedOn: '' }, 'openedOn', 'day.invalid'],
  ])('%j is refused at %s: %s', (change, field, code) => {
    expect(faultsIn(change)).toEqual([[field, code]]);
  });

  test('shows every fault at once', () => {
    expect(faultsIn({ name: '', quantity: 'many', cost: 'much' }).map(([field]) => field)).toEqual([
      'quantity',
      'cost',
      'name',
    ]);
  });
});

test('A code that somebody else has is shown at the codes, with its owner.', () => {
  const errors = [
    { pointer: '/codes/1', code: 'code.taken', detail: '', given: 'X', ownerName: 'Old poles' },
  ];
  const problem = new ProblemError({ code: 'code.taken', status: 409, detail: '', errors });
  expect(faultsOfRefusal(problem)).toMatchObject([
    { field: 'codes', facts: { given: 'X', ownerName: 'Old poles' } },
  ]);
});
