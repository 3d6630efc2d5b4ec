import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownDay } from './day.ts';
import { accountPart, journalEntry, journalTransfer } from './journal.ts';
import { minor } from './money.ts';

const record = { id: 'r1', name: 'Ski: pole;  (120)', category: '' };

describe('The journal', () => {
  it('writes an entry as two postings that sum to zero, income as a credit', () => {
    const entry = {
      id: 'e1',
      record,
      kind: 'rental' as const,
      amount: minor(1250),
      occurredOn: knownDay('2026-11-20'),
      note: 'a; b\nc',
    };
    expect(journalEntry(entry, 'EUR')).toBe(
      '2026-11-20 (e1) rental: a b c\n' +
        '    Income:%none:Ski%3A pole%3B%20 %28120%29 r1:rental  -12.50 EUR\n' +
        '    Assets:Cash  12.50 EUR\n\n',
    );
  });

  it('writes a conversion as one transaction without money, and none where nothing was handed over', () => {
    const postings = [
      { record, kind: 'purchase' as const, amount: minor(-500) },
      { record: { id: 'r2', name: 'Pole', category: 'Skis' }, kind: 'purchase' as const, amount: minor(500) },
      { record, kind: 'rental' as const, amount: minor(0) },
    ];
    const transfer = { operationId: 'o1', type: 'split', day: knownDay('2026-11-21'), postings };
    expect(journalTransfer(transfer, 'EUR').split('\n')).toEqual([
      '2026-11-21 (o1) Carried by split',
      '    Expenses:%none:Ski%3A pole%3B%20 %28120%29 r1:purchase  -5.00 EUR',
      '    Expenses:Skis:Pole r2:purchase  5.00 EUR',
      '',
      '',
    ]);
    expect(journalTransfer({ ...transfer, postings: postings.slice(2) }, 'EUR')).toBe('');
  });

  it('gives different texts different account names, in which nothing is read as something else', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [one, other] = [accountPart(left), accountPart(right)];
        expect(one === other).toBe(left === right);
        expect(one).not.toMatch(/[:;()[\]{}|@="#*!~\p{Cc}]| {2}|^ | $/u);
      }),
    );
  });
});
