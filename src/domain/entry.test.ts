import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownDay } from './day.ts';
import {
  COST_KINDS,
  ENTRY_KINDS,
  type EntryDraft,
  INCOME_KINDS,
  checkEntry,
  directionOf,
  voidingEntry,
} from './entry.ts';
import { MAX_MINOR, minor } from './money.ts';

const draft = (change: Partial<EntryDraft> = {}): EntryDraft => ({
  kind: 'repair',
  amount: 8500,
  occurredOn: '2026-11-20',
  ...change,
});

test('Each kind is either income or cost', () => {
  expect(INCOME_KINDS.map(directionOf)).toEqual(INCOME_KINDS.map(() => 'income'));
  expect(COST_KINDS.map(directionOf)).toEqual(COST_KINDS.map(() => 'cost'));
  expect(new Set(ENTRY_KINDS).size).toBe(INCOME_KINDS.length + COST_KINDS.length);
});

describe('An entry that may be posted', () => {
  test('keeps its kind, amount and day; its note is trimmed', () => {
    expect(checkEntry(draft({ note: ' New brake pads ' }))).toEqual({
      ok: true,
      value: {
        kind: 'repair',
        amount: 8500,
        occurredOn: '2026-11-20',
        note: 'New brake pads',
        service: null,
      },
    });
  });

  test.each([
    ['a refund is negative', draft({ amount: -1 })],
    ['the largest amount', draft({ amount: MAX_MINOR })],
    ['a credit note of the largest amount', draft({ amount: -MAX_MINOR })],
    ['a leap day', draft({ occurredOn: '2024-02-29' })],
    ['a day long ago', draft({ occurredOn: '1871-05-01' })],
    [
      'a rental of one day',
      draft({ kind: 'rental', service: { from: '2026-11-20', to: '2026-11-20', units: 1 } }),
    ],
    [
      'a rental of many units over a year’s end',
      draft({ kind: 'rental', service: { from: '2026-12-28', to: '2027-01-03', units: 12 } }),
    ],
  ])('%s', (_, given) => expect(checkEntry(given).ok).toBe(true));
});

describe('An entry that may not be posted is refused with the reason', () => {
  test.each([
    ['zero says nothing', draft({ amount: 0 }), { code: 'amount.zero' }],
    ['minus zero neither', draft({ amount: -0 }), { code: 'amount.zero' }],
    ['half a cent', draft({ amount: 0.5 }), { code: 'amount.invalid', given: '0.5' }],
    ['not a number', draft({ amount: Number.NaN }), { code: 'amount.invalid', given: 'NaN' }],
    [
      'too large to stay exact',
      draft({ amount: MAX_MINOR + 1 }),
      { code: 'amount.too-large', max: MAX_MINOR },
    ],
    ['too large a refund', draft({ amount: -MAX_MINOR - 1 }), { code: 'amount.too-large', max: MAX_MINOR }],
    [
      'a day that does not exist',
      draft({ occurredOn: '2023-02-29' }),
      { code: 'day.invalid', given: '2023-02-29' },
    ],
    [
      'a note with NUL',
      draft({ note: 'a\0' }),
      { code: 'text.control-character', position: 1, field: 'note' },
    ],
    [
      'a note too long',
      draft({ note: 'x'.repeat(4001) }),
      { code: 'text.too-long', max: 4000, length: 4001, field: 'note' },
    ],
  ])('%s', (_, given, refusal) => expect(checkEntry(given)).toEqual({ ok: false, refusal }));

  test.each([
    ['that ends before it begins', { from: '2026-11-21', to: '2026-11-20', units: 1 }],
    ['from a day that does not exist', { from: '2026-02-30', to: '2026-03-01', units: 1 }],
    ['to a day that does not exist', { from: '2026-02-01', to: '2026-02-30', units: 1 }],
    ['of no units', { from: '2026-11-20', to: '2026-11-20', units: 0 }],
    ['of half a unit', { from: '2026-11-20', to: '2026-11-20', units: 1.5 }],
    ['of more units than a record may have', { from: '2026-11-20', to: '2026-11-20', units: 1_000_000_000 }],
  ])('a service period %s', (_, service) => {
    expect(checkEntry(draft({ service }))).toEqual({ ok: false, refusal: { code: 'service.invalid' } });
  });
});

describe('Taking an entry back', () => {
  const service = { from: knownDay('2026-11-18'), to: knownDay('2026-11-19'), units: 2 };
  const entry = {
    id: 'e1',
    kind: 'rental',
    amount: minor(12_000),
    occurredOn: knownDay('2026-11-20'),
    service,
    voids: null,
    voidedBy: null,
  } as const;

  test('is a second line of the same kind, day and service, with the amount turned round, that names it', () => {
    expect(voidingEntry(entry)).toEqual({
      ok: true,
      value: { kind: 'rental', amount: -12_000, occurredOn: '2026-11-20', service, voids: 'e1' },
    });
  });

  test('happens once', () => {
    const refusal = { code: 'entry.already-void', voidedBy: 'e2' };
    expect(voidingEntry({ ...entry, voidedBy: 'e2' })).toEqual({ ok: false, refusal });
  });

  test('is not itself taken back', () => {
    const refusal = { code: 'entry.is-void', voids: 'e0' };
    expect(voidingEntry({ ...entry, voids: 'e0' })).toEqual({ ok: false, refusal });
  });

  test('leaves nothing of any amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }), (amount) => {
        const line = voidingEntry({ ...entry, amount: minor(amount) });
        expect(line.ok && line.value.amount + amount).toBe(0);
      }),
    );
  });
});
