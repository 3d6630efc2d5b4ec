// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { withNumbers } from './clipboardHtml.ts';
import { placeBlock } from './placeBlock.ts';
import { goOn } from './series.ts';

const block = (firstRow: number, lastRow: number, firstColumn: number, lastColumn: number) => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
});
const room = { rows: 10, columns: 5 };

describe('A pasted block', () => {
  it.each([
    ['one cell fills the selection', { rows: 1, columns: 1 }, block(1, 4, 0, 2), block(1, 4, 0, 2)],
    [
      'a block that divides the selection is repeated',
      { rows: 2, columns: 1 },
      block(0, 3, 1, 2),
      block(0, 3, 1, 2),
    ],
    [
      'one that does not is put once at its first cell',
      { rows: 2, columns: 1 },
      block(0, 2, 1, 1),
      block(0, 1, 1, 1),
    ],
    [
      'a larger one than the selection reaches beyond it',
      { rows: 3, columns: 2 },
      block(2, 2, 3, 3),
      block(2, 4, 3, 4),
    ],
    [
      'too many rows are said',
      { rows: 9, columns: 1 },
      block(2, 2, 0, 0),
      { what: 'rows', given: 9, left: 8 },
    ],
    [
      'too many columns are said',
      { rows: 1, columns: 3 },
      block(0, 0, 3, 3),
      { what: 'columns', given: 3, left: 2 },
    ],
  ])('%s', (_title, given, selected, expected) =>
    expect(placeBlock(given, selected, room)).toEqual(expected),
  );

  it.each([
    ['Excel', '<td x:num="1234.5">1,234.50</td>', '1234.5'],
    ['Google Sheets', `<td data-sheets-value='{"1":3,"3":1234}'>1,234</td>`, '1234'],
    ['LibreOffice', '<td sdval="1234" sdnum="1033;">1,234</td>', '1234'],
    ['a text in Sheets', `<td data-sheets-value='{"1":2,"2":"007"}'>007</td>`, undefined],
  ])('knows the number behind what %s shows', (_title, cell, number) => {
    const html = `<table><tr>${cell}</tr></table>`;
    expect(withNumbers([['1,234']], html)[0]?.[0]?.number).toBe(number);
  });

  it('keeps to the text where the table has another shape', () => {
    expect(withNumbers([['1,234'], ['x']], '<table><tr><td sdval="1234">1,234</td></tr></table>')).toEqual([
      [{ text: '1,234' }],
      [{ text: 'x' }],
    ]);
  });
});

describe('A series', () => {
  it.each([
    [['A009'], true, ['A010', 'A011']],
    [['A009'], false, ['A009', 'A009']],
    [['10', '20'], false, ['30', '40']],
    [['A1', 'A3'], false, ['A5', 'A7']],
    [['3', '2'], false, ['1', '0']],
    [['K-7b'], true, ['K-8b', 'K-9b']],
    [['Shelf', 'Hall'], true, ['Shelf', 'Hall']],
    [['A1', 'B2'], true, ['A1', 'B2']],
    [['A1, A2'], true, ['A1, A2', 'A1, A2']],
    [['5', '5'], false, ['5', '5']],
  ])('%j goes on (as a series: %s) with %j', (texts, isSeries, expected) =>
    expect(goOn(texts, { count: 2, isSeries })).toEqual(expected),
  );
});
