import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodeClaim, refusedClaims } from './codeClaims.ts';
import { codeKey } from './stockCode.ts';

const claim = (recordId: string, codes: string[], before: string[]): CodeClaim => ({
  recordId,
  recordName: recordId,
  codes: codes.map((text) => ({ text, key: codeKey(text) })),
  before: before.map(codeKey),
});

const holders = (owned: Record<string, string[]>) =>
  new Map(
    Object.entries(owned).flatMap(([recordId, codes]) =>
      codes.map((code) => [codeKey(code), { recordId, recordName: recordId }] as const),
    ),
  );

describe('refusedClaims', () => {
  it('lets two records of one batch swap their codes', () => {
    const claims = [claim('a', ['2'], ['1']), claim('b', ['1'], ['2'])];
    expect(refusedClaims(claims, holders({ a: ['1'], b: ['2'] })).size).toBe(0);
  });

  it('gives a code that is claimed twice to the first, and names it', () => {
    const refused = refusedClaims([claim('a', ['9'], []), claim('b', ['9'], [])], new Map());
    expect([...refused]).toEqual([[1, { code: 'code.taken', given: '9', ownerId: 'a', ownerName: 'a' }]]);
  });

  it('refuses the whole chain behind a claim that is refused', () => {
    const claims = [claim('c', ['2'], ['3']), claim('b', ['1'], ['2']), claim('a', ['X'], ['1'])];
    const refused = refusedClaims(claims, holders({ a: ['1'], b: ['2'], c: ['3'], other: ['X'] }));
    expect(
      [...refused]
        .map(([place, { ownerId }]) => [place, ownerId])
        .toSorted(([one], [other]) => Number(one) - Number(other)),
    ).toEqual([
      [0, 'b'],
      [1, 'a'],
      [2, 'other'],
    ]);
  });

  it('leaves each code with one record, and refuses nobody alone who could have had it', () => {
    const code = fc.constantFrom('1', '2', '3', '4', '5', '6');
    const list = fc.uniqueArray(code, { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(list, { minLength: 6, maxLength: 6 }),
        fc.array(fc.nat(7), { minLength: 6, maxLength: 6 }),
        (wanted, owners) => {
          const owned: Record<string, string[]> = {};
          owners.forEach((owner, index) => (owned[`r${owner}`] ??= []).push(String(index + 1)));
          const claims = wanted.map((codes, index) => claim(`r${index}`, codes, owned[`r${index}`] ?? []));
          const refused = refusedClaims(claims, holders(owned));
          const after = new Map<string, string>();
          const give = (recordId: string, codes: readonly string[]) => {
            for (const one of codes) {
              expect(after.has(one)).toBe(false);
              after.set(one, recordId);
            }
          };
          claims.forEach(({ recordId, codes, before }, place) =>
            give(recordId, refused.has(place) ? before : codes.map(({ key }) => key)),
          );
          for (const [recordId, codes] of Object.entries(owned))
            if (Number(recordId.slice(1)) > 5) give(recordId, codes);
        },
      ),
    );
  });
});
