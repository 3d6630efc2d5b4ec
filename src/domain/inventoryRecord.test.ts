import { describe, expect, test } from 'vitest';
import { knownDay } from './day.ts';
import {
  DESCRIPTION_FIELDS,
  type RecordDraft,
  checkDescription,
  checkRecord,
  openingReason,
} from './inventoryRecord.ts';
import { MAX_QUANTITY } from './quantity.ts';

const TODAY = knownDay('2026-11-23');

describe('A record that may be made', () => {
  test('needs a name and a quantity; the rest is empty and it was opened today', () => {
    expect(checkRecord({ name: ' Ski poles ', quantity: 50 }, TODAY)).toEqual({
      ok: true,
      value: {
        name: 'Ski poles',
        sku: '',
        category: '',
        location: '',
        notes: '',
        reference: '',
        quantity: 50,
        codes: [],
        openedOn: TODAY,
      },
    });
  });

  test('keeps everything that was given, trimmed', () => {
    const draft = {
      name: 'Car',
      sku: ' DUSTER ',
      category: 'Cars',
      location: 'Yard',
      notes: 'two\nlines',
      reference: 'C-1',
      quantity: 1,
      codes: ['M-GR 2041', '007'],
      openedOn: '2024-02-29',
    };
    expect(checkRecord(draft, TODAY)).toEqual({
      ok: true,
      value: {
        ...draft,
        sku: 'DUSTER',
        codes: [
          { text: 'M-GR 2041', key: 'm-gr 2041' },
          { text: '007', key: '007' },
        ],
      },
    });
  });

  test.each([0, 1, MAX_QUANTITY])('may stand for %i units', (quantity) => {
    expect(checkRecord({ name: 'x', quantity }, TODAY).ok).toBe(true);
  });
});

describe('A record that may not be made is refused with every fault and the field of each', () => {
  test.each([
    ['no name', { name: ' ', quantity: 1 }, { code: 'text.empty', field: 'name' }],
    [
      'a name too long',
      { name: 'x'.repeat(501), quantity: 1 },
      { code: 'text.too-long', max: 500, length: 501, field: 'name' },
    ],
    [
      'a SKU with a line break',
      { name: 'x', sku: 'a\nb', quantity: 1 },
      { code: 'text.control-character', position: 1, field: 'sku' },
    ],
    [
      'half a unit',
      { name: 'x', quantity: 1.5 },
      { code: 'quantity.invalid', problem: 'fraction', min: 0, max: MAX_QUANTITY, field: 'quantity' },
    ],
    [
      'a code given twice',
      { name: 'x', quantity: 1, codes: ['A', 'a'] },
      { code: 'code.repeated', given: 'a', index: 1, field: 'codes' },
    ],
    [
      'a day that does not exist',
      { name: 'x', quantity: 1, openedOn: '2023-02-29' },
      { code: 'day.invalid', given: '2023-02-29', field: 'openedOn' },
    ],
  ] as const)('%s', (_, draft: RecordDraft, refusal) => {
    expect(checkRecord(draft, TODAY)).toEqual({ ok: false, refusal: [refusal] });
  });

  test('several faults are told at once', () => {
    const checked = checkRecord(
      { name: '', location: '\0', quantity: -1, codes: [''], openedOn: 'soon' },
      TODAY,
    );
    const fields = checked.ok ? [] : checked.refusal.map(({ field }) => field);
    expect(fields).toEqual(['name', 'location', 'quantity', 'codes', 'openedOn']);
  });
});

describe('A change of the description', () => {
  test('checks the given fields and leaves the others alone', () => {
    expect(checkDescription({ location: ' Shelf 4 ', notes: undefined })).toEqual({
      ok: true,
      value: { location: 'Shelf 4' },
    });
  });

  test('may empty any field but the name', () => {
    for (const field of DESCRIPTION_FIELDS)
      expect([field, checkDescription({ [field]: ' ' }).ok]).toEqual([field, field !== 'name']);
  });
});

test('The first units were bought where their purchase cost is posted with them', () => {
  expect([openingReason(true), openingReason(false)]).toEqual(['purchase', 'opening']);
});
