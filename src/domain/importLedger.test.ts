import { describe, expect, test } from 'vitest';
import { knownDay } from './day.ts';
import { ENTRY_KINDS } from './entry.ts';
import { readLedgerLine } from './importLedger.ts';
import type { FileStyle } from './importRecords.ts';
import { readLedgerTable } from './importTable.ts';

const STYLE: FileStyle = { currency: 'USD', decimalMark: '.', today: knownDay('2026-11-23') };
const HEADER = [
  'event_id',
  'record_id',
  'code',
  'kind',
  'date',
  'amount',
  'currency',
  'units',
  'counterparty',
  'note',
];
const LINE = { event_id: 'E1', record_id: 'K-1', kind: 'rental', date: '2026-01-02', amount: '12.50' };

function read(cells: Record<string, string> = {}) {
  const given: Record<string, string> = { ...LINE, ...cells };
  const [line] = readLedgerTable([HEADER, HEADER.map((header) => given[header] ?? '')]).lines;
  if (!line) throw new Error('no line');
  return readLedgerLine(line, STYLE);
}

describe('A line of a ledger file', () => {
  test('is an entry of the record it names', () => {
    expect(read({ counterparty: 'Hotel Post', note: '3 days' })).toEqual({
      faults: [],
      read: {
        line: 2,
        record: 'K-1',
        codes: [],
        externalRef: 'E1',
        exit: null,
        entry: {
          kind: 'rental',
          amount: 1250,
          occurredOn: '2026-01-02',
          note: 'Hotel Post · 3 days',
          service: null,
        },
      },
    });
  });

  test('may name its record by a code', () => {
    expect(read({ record_id: '', code: 'A1; A2' }).read).toMatchObject({ record: '', codes: ['A1', 'A2'] });
  });

  test('may have no reference of its own', () => expect(read({ event_id: '' }).read?.externalRef).toBeNull());

  test.each(ENTRY_KINDS)('may be of the kind "%s", in any case', (kind) => {
    expect(read({ kind: kind.toUpperCase() }).read?.entry?.kind).toBe(kind);
  });

  test('of a sale takes units out: as many as it says, or it does not say', () => {
    expect(read({ kind: 'sale', units: '3' }).read?.exit).toEqual({
      units: 3,
      reason: 'sold',
      occurredOn: '2026-01-02',
      isDayPartial: false,
    });
    expect(read({ kind: 'sale' }).read?.exit?.units).toBeNull();
  });

  test('of a refunded sale takes none out', () =>
    expect(read({ kind: 'sale', amount: '-5' }).read?.exit).toBeNull());
});

describe('A line about units that left without money', () => {
  test.each([
    ['lost', 'lost'],
    ['damaged', 'damaged'],
    ['scrapped', 'scrapped'],
    ['consumed', 'consumed'],
    ['expensed', 'consumed'],
    ['returned', 'returned'],
    ['exchanged', 'transfer'],
    ['transferred', 'transfer'],
  ])('"%s" is an exit as %s, and no entry', (kind, reason) => {
    expect(read({ kind, amount: '', units: '2' })).toMatchObject({
      faults: [],
      read: { entry: null, exit: { units: 2, reason, occurredOn: '2026-01-02', isDayPartial: false } },
    });
  });

  test('"unsold" says that they stayed', () => {
    expect(read({ kind: 'unsold', amount: '' }).read).toMatchObject({ entry: null, exit: null });
  });

  test.each([
    ['a month', '1911-02', '1911-02-28', true],
    ['a year', '1911', '1911-12-31', true],
    ['no day', '', null, false],
  ])(
    'may know %s only: the last day it may have been, and that it is one',
    (_, date, occurredOn, isDayPartial) => {
      expect(read({ kind: 'lost', amount: '', date }).read?.exit).toMatchObject({ occurredOn, isDayPartial });
    },
  );
});

describe('A line that is not right is refused with column and reason', () => {
  test.each([
    ['names no record', { record_id: '' }, 'record', 'record.unnamed'],
    ['is of no kind', { kind: 'gift' }, 'kind', 'kind.unknown'],
    ['has no kind', { kind: '' }, 'kind', 'kind.unknown'],
    ['has a kind that only JavaScript knows', { kind: 'constructor', amount: '' }, 'kind', 'kind.unknown'],
    ['has an amount of zero', { amount: '0.00' }, 'amount', 'amount.zero'],
    ['has no amount', { amount: '' }, 'amount', 'amount.invalid'],
    ['has an amount too precise', { amount: '1.234' }, 'amount', 'amount.too-precise'],
    ['is in another currency', { currency: 'EUR' }, 'currency', 'amount.other-currency'],
    ['has a day that does not exist', { date: '2026-02-29' }, 'occurredOn', 'day.invalid'],
    ['has money but only a month', { date: '2026-02' }, 'occurredOn', 'day.invalid'],
    ['has no day', { date: '' }, 'occurredOn', 'day.invalid'],
    ['has half a unit', { kind: 'sale', units: '1.5' }, 'units', 'quantity.invalid'],
    ['has fewer than no units', { kind: 'sale', units: '-1' }, 'units', 'quantity.invalid'],
    ['loses units and has an amount', { kind: 'lost', amount: '5' }, 'amount', 'amount.unexpected'],
    [
      'loses units on a day that does not exist',
      { kind: 'lost', amount: '', date: '2026-13' },
      'occurredOn',
      'day.invalid',
    ],
    ['has a note that cannot be stored', { note: 'a\0' }, 'note', 'text.control-character'],
    ['has a reference too long', { event_id: 'x'.repeat(201) }, 'externalRef', 'text.too-long'],
  ])('it %s', (_, cells, column, code) => {
    const { read: line, faults } = read(cells);
    expect(line).toBeNull();
    expect(faults.map((fault) => [fault.file, fault.line, fault.column, fault.code])).toEqual([
      ['ledger', 2, column, code],
    ]);
  });
});
