import { describe, expect, test } from 'vitest';
import { ProblemError } from '#api/problemError.ts';
import { type EntryFields, faultsOfRefusal, readEntry } from './entryDraft.ts';

const FIELDS: EntryFields = {
  kind: 'repair',
  amount: '85',
  occurredOn: '2026-11-20',
  note: ' Brake pads ',
  serviceFrom: '',
  serviceTo: '',
  serviceUnits: '1',
};
const RENTAL: EntryFields = { ...FIELDS, kind: 'rental', serviceFrom: '2026-11-01', serviceTo: '2026-11-09' };
const EURO = { currency: 'EUR', decimalMark: '.' } as const;

describe('an entry as it was typed', () => {
  test('becomes a request with the amount in smallest units and the note trimmed', () => {
    expect(readEntry(FIELDS, EURO)).toEqual({
      ok: true,
      value: {
        kind: 'repair',
        amount: { amount: 8500, currency: 'EUR' },
        occurredOn: '2026-11-20',
        note: 'Brake pads',
      },
    });
  });

  test.each([
    ['0', 'amount.zero'],
    ['', 'amount.invalid'],
    ['12.345', 'amount.too-precise'],
    ['12 $ and more', 'amount.invalid'],
    ['12 USD', 'amount.other-currency'],
  ])('is refused at the amount when that is %j: %s', (amount, code) => {
    const read = readEntry({ ...FIELDS, amount }, EURO);
    expect(read.ok ? [] : read.refusal.map((fault) => [fault.field, fault.code])).toEqual([['amount', code]]);
  });

  test('shows a wrong day also when the amount cannot be read', () => {
    const read = readEntry({ ...FIELDS, amount: 'x', occurredOn: '2023-02-29' }, EURO);
    expect(read.ok ? [] : read.refusal.map((fault) => fault.field)).toEqual(['amount', 'occurredOn']);
  });

  test('says for which days a rental earned, and only of a rental', () => {
    const service = (fields: EntryFields) => {
      const read = readEntry(fields, EURO);
      return read.ok ? read.value.service : read.refusal.map(({ field, code }) => [field, code]);
    };
    expect(service(RENTAL)).toEqual({ from: '2026-11-01', to: '2026-11-09', units: 1 });
    expect(service({ ...RENTAL, serviceTo: '', serviceUnits: ' 12 ' })).toEqual({
      from: '2026-11-01',
      to: '2026-11-01',
      units: 12,
    });
    expect(service({ ...RENTAL, serviceFrom: '', serviceTo: '' })).toBeUndefined();
    expect(service({ ...RENTAL, kind: 'repair' })).toBeUndefined();
    for (const wrong of [{ serviceTo: '2026-10-31' }, { serviceUnits: '0' }, { serviceUnits: 'two' }])
      expect(service({ ...RENTAL, ...wrong })).toEqual([['serviceTo', 'service.invalid']]);
  });

  test('is read with the decimal mark of the person’s language', () => {
    const read = readEntry({ ...FIELDS, amount: '1 234,50' }, { currency: 'EUR', decimalMark: ',' });
    expect(read.ok && read.value.amount.amount).toBe(123_450);
  });
});

describe('a refusal of the server', () => {
  test('shows at the field it points to', () => {
    const errors = [{ pointer: '/amount/amount', code: 'amount.too-large', detail: '' }];
    const problem = new ProblemError({ code: 'amount.too-large', status: 422, detail: '', errors });
    expect(faultsOfRefusal(problem).map((fault) => fault.field)).toEqual(['amount']);
  });

  test('shows above the button when it concerns no field', () => {
    const problem = new ProblemError({ code: 'record.missing', status: 404, detail: '' });
    expect(faultsOfRefusal(problem).map((fault) => fault.field)).toEqual(['root']);
  });
});
