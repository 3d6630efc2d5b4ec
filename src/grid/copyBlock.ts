import type { ClipboardEvent } from 'react';
import { copiedText } from './column.ts';
import { selectedBlock, type Block } from './cursor.ts';
import { notify, type GridSession } from './session.ts';

/** Puts the block (or the cursor's cell) on the clipboard as tab separated text and as an HTML table. False: it did not. */
export function copyBlock<Row>(session: GridSession<Row>, event: ClipboardEvent<HTMLElement>): boolean {
  const cursor = session.cursor();
  const isInLayer = event.target instanceof Element && event.target.closest('.grid-layer') !== null;
  if (cursor.mode === 'editing' || isInLayer) return false;
  const { rowIndex } = cursor.at;
  if (rowIndex < 0 || rowIndex >= session.bounds.rowCount) return false;
  event.preventDefault();
  const cells = textsOf(session, selectedBlock(cursor, session.layout.columnIds));
  if (typeof cells === 'string') {
    notify(session, cursor.at, cells);
    return false;
  }
  event.clipboardData.setData('text/plain', toTabText(cells));
  event.clipboardData.setData('text/html', toHtmlTable(cells));
  session.say(session.words.copied(cells.length * (cells[0]?.length ?? 0)));
  return true;
}

/** The texts of a block, or why they are not all there: half a copy would be a silent loss. */
function textsOf<Row>({ props, layout, words }: GridSession<Row>, block: Block): string[][] | string {
  const inBlock = layout.columns.slice(block.firstColumn, block.lastColumn + 1);
  // A tick is no value: elsewhere it would be an empty column.
  const columns = inBlock.filter(({ column }) => column.isRowSelector !== true);
  const cells: string[][] = [];
  for (let rowIndex = block.firstRow; rowIndex <= block.lastRow; rowIndex += 1) {
    const row = props.rowAt(rowIndex);
    if (row === undefined) return words.copyNeedsRows;
    const line: string[] = [];
    for (const { column } of columns) {
      const text = copiedText(column, row);
      if (text === null) return words.copyNotWhole(column.header);
      line.push(text);
    }
    cells.push(line);
  }
  return cells;
}

/** As Excel writes it: a cell with a tab, a line end or a quote is quoted. A last row that is empty needs a line end to be one. */
export function toTabText(cells: readonly (readonly string[])[]): string {
  const lines = cells.map((row) => row.map(quoteTabCell).join('\t'));
  return lines.at(-1) === '' && lines.length > 1 ? `${lines.join('\r\n')}\r\n` : lines.join('\r\n');
}

export function toHtmlTable(cells: readonly (readonly string[])[]): string {
  const rows = cells.map((row) => `<tr>${row.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`);
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

function quoteTabCell(text: string): string {
  return /[\t\r\n"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}
