import type { ClipboardEvent } from 'react';
import { blockOf, type Block } from './cursor.ts';
import { notify, type GridSession } from './session.ts';

/** Puts the block (or the cursor's cell) on the clipboard as tab separated text and as an HTML table. */
export function copyBlock<Row>(session: GridSession<Row>, event: ClipboardEvent<HTMLElement>): void {
  const cursor = session.cursor();
  const isInLayer = event.target instanceof Element && event.target.closest('.grid-layer') !== null;
  if (cursor.mode === 'editing' || isInLayer) return;
  const { rowIndex, columnId } = cursor.at;
  const columnIndex = session.layout.columnIds.indexOf(columnId);
  if (rowIndex < 0 || rowIndex >= session.bounds.rowCount) return;
  const block = blockOf(cursor, session.layout.columnIds) ?? {
    firstRow: rowIndex,
    lastRow: rowIndex,
    firstColumn: columnIndex,
    lastColumn: columnIndex,
  };
  event.preventDefault();
  const cells = textsOf(session, block);
  if (cells === null) return notify(session, cursor.at, session.words.copyNeedsRows);
  event.clipboardData.setData('text/plain', toTabText(cells));
  event.clipboardData.setData('text/html', toHtmlTable(cells));
  session.say(session.words.copied(cells.length * (cells[0]?.length ?? 0)));
}

/** Null when a row is not loaded: half a copy would be a silent loss. */
function textsOf<Row>({ props, layout }: GridSession<Row>, block: Block): string[][] | null {
  const inBlock = layout.columns.slice(block.firstColumn, block.lastColumn + 1);
  // A tick is no value: elsewhere it would be an empty column.
  const columns = inBlock.filter(({ column }) => column.isRowSelector !== true);
  const cells: string[][] = [];
  for (let rowIndex = block.firstRow; rowIndex <= block.lastRow; rowIndex += 1) {
    const row = props.rowAt(rowIndex);
    if (row === undefined) return null;
    cells.push(columns.map(({ column }) => column.text(row)));
  }
  return cells;
}

/** As Excel writes it: a cell with a tab, a line end or a quote is quoted. */
export function toTabText(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(quoteTabCell).join('\t')).join('\r\n');
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
