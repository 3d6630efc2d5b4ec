import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTabText } from './clipboardText.ts';
import { toTabText } from './copyBlock.ts';

describe('Text from the clipboard', () => {
  it.each([
    [
      'Excel’s last line end is no row',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'LibreOffice ends without one',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['an empty line in the middle is a row', 'a\n\nb\n', [['a'], [''], ['b']]],
    [
      'a quoted cell keeps its line ends, tabs and quotes',
      '"two\nlines"\t"a\tb"\t"say ""x"""',
      [['two\nlines', 'a\tb', 'say "x"']],
    ],
    ['a quote inside a cell is a quote', '5" pipe\tb', [['5" pipe', 'b']]],
    [
      'a quote that is never closed is a quote',
      '"5 pipe\tb\nc',
      [
        ['"5 pipe', 'b'],
        ['c', ''],
      ],
    ],
    ['text after the closing quote: it was none', '"a" b\tc', [['"a" b', 'c']]],
    ['a tab at the end opens one more cell', 'a\t', [['a', '']]],
    ['old line ends', 'a\rb', [['a'], ['b']]],
    [
      'short rows are filled up',
      'a\nb\tc',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_title, text, cells) => expect(parseTabText(text)).toEqual(cells));

  it('is what was copied, whatever stands in the cells', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', '=', 'ä', '\u200F'),
      maxLength: 6,
    });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
      // One empty cell is no text at all; the HTML beside it tells that it is one.
      .filter((rows) => rows.flat().length > 1 || rows.flat()[0] !== '');
    fc.assert(
      fc.property(block, (cells) => {
        expect(parseTabText(toTabText(cells))).toEqual(cells);
      }),
    );
  });

  it('of 20 MB is read in a blink', () => {
    const row = `${'x'.repeat(99)}\t`.repeat(20);
    const text = `${row.slice(0, -1)}\r\n`.repeat(10_000);
    const started = performance.now();
    expect(parseTabText(text)).toHaveLength(10_000);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(text.length).toBeGreaterThan(19_000_000);
  });
});
