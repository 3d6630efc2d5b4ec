import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIRECTIONS, ENTRY_KINDS, type EntryKind, directionOf } from './entry.ts';
import { MAX_MINOR, type Minor, minor } from './money.ts';
import {
  type KindTotals,
  NO_TOTALS,
  addEntry,
  addTotals,
  amountOf,
  directionTotal,
  isWithinLimit,
  sumEntries,
} from './totals.ts';

interface Line {
  kind: EntryKind;
  amount: Minor;
  voids: string | null;
}

const line = (kind: EntryKind, amount: number, voids: string | null = null): Line => ({
  kind,
  amount: minor(amount),
  voids,
});
const back = ({ kind, amount }: Line): Line => line(kind, -amount, 'voided');

/** A kind of which nothing is left is the same as a kind that never was. */
function withoutEmpty(totals: KindTotals): KindTotals {
  return Object.fromEntries(
    Object.entries(totals).filter(([, { amount, count }]) => amount !== 0 || count !== 0),
  );
}

describe('Totals by kind', () => {
  test('sum the amounts and say over how many entries they stand', () => {
    const totals = sumEntries([line('rental', 5000), line('rental', 3000), line('repair', 8500)]);
    expect(totals).toEqual({ rental: { amount: 8000, count: 2 }, repair: { amount: 8500, count: 1 } });
    expect([directionTotal(totals, 'income'), directionTotal(totals, 'cost')]).toEqual([8000, 8500]);
  });

  test('A refund lowers its own direction and counts as an entry', () => {
    expect(sumEntries([line('sale', 5000), line('sale', -2000)])).toEqual({
      sale: { amount: 3000, count: 2 },
    });
  });

  test('A voided entry leaves neither amount nor count', () => {
    const bill = line('purchase', 9900);
    expect(sumEntries([bill, back(bill)])).toEqual({});
  });

  test('A kind without entries has nothing', () => {
    expect(amountOf(NO_TOTALS, 'sale')).toBe(0);
    expect(directionTotal(NO_TOTALS, 'cost')).toBe(0);
  });

  test('A sum that could not be kept exactly is a bug, never a rounded figure', () => {
    const huge = { sale: { amount: minor(Number.MAX_SAFE_INTEGER), count: 1 } };
    expect(() => addEntry(huge, line('sale', 1))).toThrow('exact amount');
  });
});

test.each([
  ['at the limit', [line('sale', MAX_MINOR)], true],
  ['one unit beyond', [line('sale', MAX_MINOR), line('rental', 1)], false],
  ['beyond it in cost', [line('repair', MAX_MINOR), line('purchase', 1)], false],
  ['beyond it in refunds', [line('sale', -MAX_MINOR), line('sale', -1)], false],
  ['at the limit in each direction', [line('sale', MAX_MINOR), line('purchase', MAX_MINOR)], true],
])('Totals %s are kept: %s', (_, lines, isKept) => expect(isWithinLimit(sumEntries(lines))).toBe(isKept));

describe('Over any ledger', () => {
  const lines = fc.array(
    fc.record({
      kind: fc.constantFrom(...ENTRY_KINDS),
      amount: fc
        .oneof(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: -99, max: 99 }))
        .map(minor),
      voids: fc.constant(null),
    }),
    { maxLength: 60 },
  );

  test('stored totals, kept line by line, equal a fresh fold and the plain sum of each direction', () => {
    fc.assert(
      fc.property(lines, (entries) => {
        let stored = NO_TOTALS;
        for (const entry of entries) stored = addEntry(stored, entry);
        expect(stored).toEqual(sumEntries(entries));
        for (const direction of DIRECTIONS) {
          const plain = entries
            .filter(({ kind }) => directionOf(kind) === direction)
            .reduce((sum, { amount }) => sum + amount, 0);
          expect(directionTotal(stored, direction)).toBe(plain === 0 ? 0 : plain);
        }
        for (const kind of ENTRY_KINDS) {
          expect(stored[kind]?.count ?? 0).toBe(entries.filter((entry) => entry.kind === kind).length);
        }
      }),
    );
  });

  test('neither the order of the lines nor how they are grouped changes the totals', () => {
    fc.assert(
      fc.property(lines, fc.nat(60), (entries, at) => {
        const whole = sumEntries(entries);
        expect(sumEntries(entries.toReversed())).toEqual(whole);
        expect(addTotals(sumEntries(entries.slice(0, at)), sumEntries(entries.slice(at)))).toEqual(whole);
      }),
    );
  });

  test('voiding any entries in any order restores the totals of the others', () => {
    fc.assert(
      fc.property(lines, fc.infiniteStream(fc.boolean()), (entries, coins) => {
        const voided = entries.filter(() => coins.next().value);
        const kept = entries.filter((entry) => !voided.includes(entry));
        const totals = sumEntries([...entries, ...voided.toReversed().map(back)]);
        expect(withoutEmpty(totals)).toEqual(withoutEmpty(sumEntries(kept)));
      }),
    );
  });

  test('adding leaves what was added to as it was', () => {
    fc.assert(
      fc.property(lines, lines, (left, right) => {
        const before = sumEntries(left);
        const copy = structuredClone(before);
        addTotals(before, sumEntries(right));
        for (const entry of right) addEntry(before, entry);
        expect(before).toEqual(copy);
      }),
    );
  });
});
