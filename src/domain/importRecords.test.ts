import { describe, expect, test } from 'vitest';
import { knownDay } from './day.ts';
import { type FileStyle, readRecord, splitCodes } from './importRecords.ts';
import { type RecordColumn, readRecordsTable } from './importTable.ts';

const STYLE: FileStyle = { currency: 'USD', decimalMark: '.', today: knownDay('2026-11-23') };

/** One line of a file that has these columns and no others. */
function read(cells: Partial<Record<RecordColumn, string>>, style = STYLE) {
  const given = { name: 'Ski', quantity: '1', ...cells };
  const headers: Record<RecordColumn, string> = {
    reference: 'record_id',
    name: 'name',
    quantity: 'quantity',
    codes: 'codes',
    sku: 'sku',
    category: 'category',
    location: 'location',
    openedOn: 'purchased_on',
    purchaseCost: 'cost',
    currency: 'currency',
    notes: 'notes',
    supplier: 'supplier',
  };
  const columns = Object.entries(headers).filter(([field]) => field in given);
  const values = columns.map(([field]) => Object.entries(given).find(([name]) => name === field)?.[1] ?? '');
  const [line] = readRecordsTable([columns.map(([, header]) => header), values]).lines;
  if (!line) throw new Error('no line');
  return readRecord(line, style);
}

const faultsOf = (cells: Partial<Record<RecordColumn, string>>) =>
  read(cells).faults.map(({ column, code, given }) => ({ column, code, given }));

describe('A line of a records file', () => {
  test('is a record with its cost, supplier and codes', () => {
    const { record, faults } = read({
      reference: 'K-1',
      name: 'View of Maple Grove',
      quantity: '2',
      codes: 'A1; 007 | B-2',
      sku: 'OIL',
      category: 'Pictures',
      location: 'Store 3',
      openedOn: '12.03.1943',
      purchaseCost: '1,027.51',
      currency: 'usd',
      notes: 'framed',
      supplier: 'NEW',
    });
    expect(faults).toEqual([]);
    expect(record).toEqual({
      line: 2,
      reference: 'K-1',
      name: 'View of Maple Grove',
      quantity: 2,
      sku: 'OIL',
      category: 'Pictures',
      location: 'Store 3',
      notes: 'framed',
      openedOn: '1943-03-12',
      purchaseCost: 102_751,
      supplier: 'NEW',
      codes: [
        { text: 'A1', key: 'a1' },
        { text: '007', key: '007' },
        { text: 'B-2', key: 'b-2' },
      ],
    });
  });

  test('without a day was opened today', () => expect(read({}).record?.openedOn).toBe('2026-11-23'));

  test.each(['', 'N/A', '-', 'TBC', 'free'])(
    'with the cost %j has none that anybody knows',
    (purchaseCost) => {
      expect(read({ purchaseCost }).record?.purchaseCost).toBeNull();
    },
  );

  test('with the cost 0 cost nothing, which is known', () =>
    expect(read({ purchaseCost: '0.00' }).record?.purchaseCost).toBe(0));

  test('has a range of codes as one code: a file says each', () => {
    expect(read({ codes: 'A001..A003' }).record?.codes.map(({ text }) => text)).toEqual(['A001..A003']);
  });

  test('may stand for none any more', () => expect(read({ quantity: '0' }).record?.quantity).toBe(0));
});

describe('A line that is not right is refused with column and reason', () => {
  test.each([
    ['no name', { name: ' ' }, 'name', 'text.empty', ''],
    ['a negative quantity', { quantity: '-3' }, 'quantity', 'quantity.invalid', '-3'],
    ['a change instead of a quantity', { quantity: '+3' }, 'quantity', 'quantity.invalid', '+3'],
    ['half a unit', { quantity: '1.5' }, 'quantity', 'quantity.invalid', '1.5'],
    ['a quantity with an exponent', { quantity: '1e3' }, 'quantity', 'quantity.invalid', '1e3'],
    [
      'a quantity that may be one or a thousand',
      { quantity: '1,000' },
      'quantity',
      'quantity.invalid',
      '1,000',
    ],
    ['no quantity', { quantity: '' }, 'quantity', 'quantity.invalid', ''],
    ['digits of another script', { quantity: '٣' }, 'quantity', 'quantity.invalid', '٣'],
    [
      'more units than a record may have',
      { quantity: '2147483648' },
      'quantity',
      'quantity.invalid',
      '2147483648',
    ],
    [
      'a day with slashes, which may be two days',
      { openedOn: '03/04/1911' },
      'openedOn',
      'day.invalid',
      '03/04/1911',
    ],
    ['a day that does not exist', { openedOn: '1911-02-29' }, 'openedOn', 'day.invalid', '1911-02-29'],
    ['a year only', { openedOn: '1911' }, 'openedOn', 'day.invalid', '1911'],
    ['a spreadsheet’s number of a day', { openedOn: '44927' }, 'openedOn', 'day.invalid', '44927'],
    ['a cost too precise', { purchaseCost: '12.345' }, 'purchaseCost', 'amount.too-precise', '12.345'],
    [
      'a cost in another currency',
      { purchaseCost: '£12.50' },
      'purchaseCost',
      'amount.other-currency',
      '£12.50',
    ],
    [
      'another currency in its column',
      { purchaseCost: '12', currency: 'EUR' },
      'currency',
      'amount.other-currency',
      'EUR',
    ],
    ['a code that a spreadsheet damaged', { codes: '9.78020E+12' }, 'codes', 'code.damaged', '9.78020E+12'],
    ['a code twice', { codes: 'A1; a1' }, 'codes', 'code.repeated', 'A1; a1'],
    ['a code too long', { codes: 'x'.repeat(129) }, 'codes', 'code.too-long', 'x'.repeat(129)],
  ] as const)('%s', (_, cells, column, code, given) => {
    expect(read(cells).record).toBeNull();
    expect(faultsOf(cells)).toEqual([{ column, code, given }]);
  });

  test('several faults of one line are told at once, each with the line', () => {
    const { faults } = read({ name: '', quantity: 'x', openedOn: 'soon', purchaseCost: '1.2.3' });
    expect(faults.map(({ column, line }) => [column, line])).toEqual([
      ['quantity', 2],
      ['openedOn', 2],
      ['purchaseCost', 2],
      ['name', 2],
    ]);
  });

  test('a refusal repeats no more than the beginning of a cell', () => {
    expect(read({ quantity: 'x'.repeat(5000) }).faults[0]?.given.length).toBe(200);
  });
});

test.each([
  ['A1', ['A1']],
  ['A1;A2, A3|A4\nA5\r\nA6', ['A1', 'A2', 'A3', 'A4', 'A5', 'A6']],
  ['two words', ['two words']],
  [' ; , ', []],
  ['', []],
])('Codes in one cell: %j are %j', (text, codes) => expect(splitCodes(text)).toEqual(codes));
