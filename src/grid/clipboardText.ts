/**
 * The cells of tab separated text, as Excel, Google Sheets, LibreOffice and plain text give it. A cell that begins with a
 * quote runs to the closing one, over tabs and line ends; `""` in it is one quote. The line end after the last row is no
 * row. Awkward case: a quote that is never closed, or that other text follows, is a quote like any letter.
 *
 * Example: `a\t"b\nc"\r\n` → `[['a', 'b\nc']]`.
 */
export function parseTabText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null;
    const end = quoted?.end ?? plainEnd(text, at);
    row.push(quoted?.cell ?? text.slice(at, end));
    at = end;
    if (text[at] === '\t') {
      at += 1;
      // A tab at the very end opens one more, empty cell.
      if (at === text.length) row.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return rows.map((cells) => padded(cells, width));
}

function readQuoted(text: string, start: number): { cell: string; end: number } | null {
  let from = start + 1;
  let cell = '';
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) return null;
    cell += text.slice(from, close);
    if (text[close + 1] !== '"') return isCellEnd(text[close + 1]) ? { cell, end: close + 1 } : null;
    cell += '"';
    from = close + 2;
  }
}

function plainEnd(text: string, start: number): number {
  let end = start;
  while (!isCellEnd(text[end])) end += 1;
  return end;
}

function isCellEnd(character: string | undefined): boolean {
  return character === undefined || character === '\t' || character === '\n' || character === '\r';
}

function padded(cells: string[], width: number): string[] {
  while (cells.length < width) cells.push('');
  return cells;
}
