import { expect, it } from 'vitest';
import { toHtmlTable, toTabText } from './copyBlock.ts';

it('Text with a tab, a quote or a line end is quoted as Excel does it.', () => {
  expect(
    toTabText([
      ['a', 'b\tc'],
      ['say "x"', 'two\nlines'],
    ]),
  ).toBe('a\t"b\tc"\r\n"say ""x"""\t"two\nlines"');
});

it('Text that looks like markup stays text.', () => {
  expect(toHtmlTable([['<b>', 'a & b']])).toBe(
    '<table><tbody><tr><td>&lt;b&gt;</td><td>a &amp; b</td></tr></tbody></table>',
  );
});
