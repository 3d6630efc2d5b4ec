import { describe, expect, test } from 'vitest';
import {
  decimalMarkOf,
  isUnknownAmount,
  normaliseDay,
  readLedgerTable,
  readRecordsTable,
} from './importTable.ts';

describe('A file with a header row', () => {
  test('gives each line’s cells by what the column means, trimmed, with the line’s number in the file', () => {
    const { lines, faults } = readRecordsTable([
      ['Qty', 'Item Name', 'Colour'],
      ['3', ' Poles ', 'red'],
      ['1', 'Ski', ''],
    ]);
    expect(faults).toEqual([]);
    expect(lines.map(({ line, cell }) => [line, cell('name'), cell('quantity'), cell('sku')])).toEqual([
      [2, 'Poles', '3', ''],
      [3, 'Ski', '1', ''],
    ]);
  });

  test('says which column was understood as what', () => {
    expect(readRecordsTable([['NAME', ' quantity ', 'Stock-Codes', 'Colour', '']]).columns).toEqual([
      { header: 'NAME', field: 'name' },
      { header: 'quantity', field: 'quantity' },
      { header: 'Stock-Codes', field: 'codes' },
      { header: 'Colour', field: null },
    ]);
  });

  test.each(['Purchase Date', 'purchase_date', 'PURCHASE-DATE', '\uFEFFpurchase.date'])(
    'knows the header %j',
    (header) => {
      const { columns } = readRecordsTable([[header, 'name', 'qty']]);
      expect(columns[0]?.field).toBe('openedOn');
    },
  );

  test('may begin with a title and blank lines', () => {
    const { lines } = readLedgerTable([
      ['Ledger 2026'],
      [],
      ['kind', 'date', 'amount'],
      ['rental', '2026-01-01', '5'],
    ]);
    expect(lines.map(({ line, cell }) => [line, cell('kind')])).toEqual([[4, 'rental']]);
  });

  test('may have short lines, long lines, blank lines and a line of totals', () => {
    const { lines } = readRecordsTable([
      ['name', 'quantity', 'sku', 'category'],
      ['Ski'],
      ['', ' ', '', ''],
      ['Poles', '3', 'P', 'Skis', 'beyond', 'the header'],
      ['Total', '4', '', ''],
      ['Total station', '1', 'T', 'Tools'],
    ]);
    expect(lines.map(({ line, cell }) => [line, cell('name'), cell('quantity')])).toEqual([
      [2, 'Ski', ''],
      [4, 'Poles', '3'],
      [6, 'Total station', '1'],
    ]);
  });

  test.each([
    ["'=SUM(A1)", '=SUM(A1)'],
    ["'-5.20", '-5.20'],
    ["'@home", '@home'],
    ["'s Gravenhage", "'s Gravenhage"],
    ["'", "'"],
  ])('loses the apostrophe that an export puts before a formula: %j is %j', (given, text) => {
    const { lines } = readRecordsTable([
      ['name', 'quantity'],
      [given, '1'],
    ]);
    expect(lines[0]?.cell('name')).toBe(text);
  });
});

describe('A file that cannot be read', () => {
  test('lacks columns, which are named', () => {
    expect(
      readLedgerTable([
        ['kind', 'when'],
        ['rental', '2026'],
      ]),
    ).toEqual({
      columns: [],
      lines: [],
      faults: [
        {
          file: 'ledger',
          line: 0,
          column: '',
          code: 'columns.missing',
          given: '',
          facts: { missing: ['occurredOn', 'amount'] },
        },
      ],
    });
  });

  test.each([[[]], [[[]]], [[['']]]])('is empty: %j', (rows) => {
    expect(readRecordsTable(rows).faults[0]?.facts).toEqual({ missing: ['name', 'quantity'] });
  });

  test('has one column twice, under the same or another header', () => {
    const { lines, faults } = readRecordsTable([
      ['name', 'quantity', 'Title'],
      ['a', '1', 'b'],
    ]);
    expect(lines).toEqual([]);
    expect(faults).toEqual([
      {
        file: 'records',
        line: 1,
        column: 'Title',
        code: 'columns.repeated',
        given: '',
        facts: { field: 'name' },
      },
    ]);
  });

  test('has its header too far down', () => {
    const preamble = Array.from({ length: 10 }, () => ['about us']);
    expect(readRecordsTable([...preamble, ['name', 'quantity']]).faults[0]?.code).toBe('columns.missing');
    expect(readRecordsTable([...preamble.slice(1), ['name', 'quantity']]).faults).toEqual([]);
  });
});

test.each([
  [['1,234.50', '12'], '.'],
  [['1.234,50', '12'], ','],
  [['12,5'], ','],
  [['1,234', '2,500'], '.'],
  [['12,50', '3.75'], '.'],
  [['12,50 €', '-3,75', '(1.000,00)'], ','],
  [['', 'n/a'], '.'],
  [[], '.'],
] as const)('The decimal mark of %j is %j', (cells, mark) => expect(decimalMarkOf(cells)).toBe(mark));

test.each([
  ['23.11.2026', '2026-11-23'],
  ['3.4.1911', '1911-04-03'],
  ['31.11.1911', '1911-11-31'],
  ['2026-11-23', '2026-11-23'],
  ['03/04/1911', '03/04/1911'],
  ['3.4.11', '3.4.11'],
  ['', ''],
])('The day %j is read as %j, to be checked by the calendar', (given, day) =>
  expect(normaliseDay(given)).toBe(day),
);

test.each([
  ['', true],
  ['-', true],
  ['N/A', true],
  ['TBC', true],
  ['free', true],
  ['0', false],
  ['0.00', false],
  ['none', false],
  ['-1', false],
])('%j says that nobody knows: %s', (text, is) => expect(isUnknownAmount(text)).toBe(is));
