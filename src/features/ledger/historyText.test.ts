import { describe, expect, test } from 'vitest';
import type { HistoryRow } from '#contract/ledger.ts';
import { createFormats } from '#ui/formats.ts';
import { en } from '#ui/messages/en.ts';
import { changeOf, reasonOf } from './historyText.ts';

const given = {
  words: en,
  formats: createFormats({ locale: 'en-GB', decimalsOf: () => 2 }),
  currency: 'EUR',
};

function line(change: Partial<HistoryRow>): HistoryRow {
  const base = { id: '1', operationId: '2', at: '2026-11-23T08:00:00.000Z', person: 'Ada', note: '' };
  return { ...base, action: 'quantity', field: 'quantity', before: null, after: null, ...change };
}

describe('a line of history', () => {
  test('says a quantity from what to what, and why', () => {
    const counted = line({ before: { quantity: 50 }, after: { quantity: 47, delta: -3, reason: 'count' } });
    expect(changeOf(counted, given)).toEqual({ field: 'Quantity', before: '50', after: '47' });
    expect(reasonOf(counted, given)).toBe('count');
  });

  test('lists codes', () => {
    const codes = line({ action: 'codes', field: 'codes', before: [], after: ['A1', 'A2'] });
    expect(changeOf(codes, given)).toEqual({ field: 'Stock codes', before: null, after: 'A1, A2' });
  });

  test('says an entry with its kind, amount and day', () => {
    const after = { id: '9', kind: 'repair', amount: 8500, occurredOn: '2026-11-20' };
    expect(changeOf(line({ action: 'entry', field: 'ledger', after }), given).after).toBe(
      'Repair, €85.00, 20 Nov 2026',
    );
  });

  test('says what was read off which meter', () => {
    const after = { meter: 'km', value: 69_000, occurredOn: '2026-11-01' };
    expect(changeOf(line({ action: 'reading', field: 'km', after }), given).after).toBe(
      'Kilometres, 69,000 km, 1 Nov 2026',
    );
  });

  test('survives a field that this page does not know yet', () => {
    expect(changeOf(line({ field: 'colour', before: 'red', after: { hue: 3 } }), given)).toEqual({
      field: '',
      before: 'red',
      after: '',
    });
  });
});
