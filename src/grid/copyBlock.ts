import type { ClipboardEvent } from 'react';
import { copiedText } from './column.ts';
import { selectedBlock, type Block } from './cursor.ts';
import { isTooLarge, isWhole, readRows, rowsThere, type BlockRows } from './readRows.ts';
import { notify, type GridSession } from './session.ts';

/**
 * Puts the block (or the cursor's cell) on the clipboard as tab separated text and as an HTML table. False: it did not.
 * Rows that are not there are read first.
 */
export function copyBlock<Row>(
  session: GridSession<Row>,
  event: ClipboardEvent<HTMLElement>,
): boolean | Promise<boolean> {
  const cursor = session.cursor();
  const isInLayer = event.target instanceof Element && event.target.closest('.grid-layer') !== null;
  if (cursor.mode === 'editing' || isInLayer) return false;
  const { rowIndex } = cursor.at;
  if (rowIndex < 0 || rowIndex >= session.bounds.rowCount) return false;
  event.preventDefault();
  const block = selectedBlock(cursor, session.layout.columnIds);
  if (isTooLarge(session, block)) return false;
  const rows = rowsThere(session, block);
  if (!isWhole(rows, block)) return copyUnread(session, block, rows);
  const cells = textsOf(session, block, rows);
  if (cells === null) return false;
  event.clipboardData.setData('text/plain', toTabText(cells));
  event.clipboardData.setData('text/html', toHtmlTable(cells));
  sayCopied(session, cells);
  return true;
}

async function copyUnread<Row>(
  session: GridSession<Row>,
  block: Block,
  rows: BlockRows<Row>,
): Promise<boolean> {
  const reading = readRows(session, block, rows).then((isRead) =>
    isRead ? textsOf(session, block, rows) : null,
  );
  // Handed over before it is read, in the key's own task: later a browser would not allow it.
  const isPut = await putOnClipboard(reading);
  const cells = await reading;
  if (cells === null) return false;
  if (isPut) sayCopied(session, cells);
  else notify(session, session.cursor().at, session.words.copyAgain);
  return isPut;
}

/** False where the browser has no clipboard to write to later (a page without TLS), does not allow it, or nothing came. */
async function putOnClipboard(reading: Promise<string[][] | null>): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  const part = async (type: string, write: (cells: string[][]) => string) => {
    const cells = await reading;
    if (cells === null) throw new Error('There is nothing to copy');
    return new Blob([write(cells)], { type });
  };
  const item = new ClipboardItem({
    'text/plain': part('text/plain', toTabText),
    'text/html': part('text/html', toHtmlTable),
  });
  return navigator.clipboard.write([item]).then(
    () => true,
    () => false,
  );
}

function sayCopied<Row>(session: GridSession<Row>, cells: readonly (readonly string[])[]): void {
  session.say(session.words.copied(cells.length * (cells[0]?.length ?? 0)));
}

/** The texts of a block; null when they are not all there, which is said: half a copy would be a silent loss. */
function textsOf<Row>(session: GridSession<Row>, block: Block, rows: BlockRows<Row>): string[][] | null {
  const inBlock = session.layout.columns.slice(block.firstColumn, block.lastColumn + 1);
  // A tick is no value: elsewhere it would be an empty column.
  const columns = inBlock.filter(({ column }) => column.isRowSelector !== true);
  const cells: string[][] = [];
  for (let rowIndex = block.firstRow; rowIndex <= block.lastRow; rowIndex += 1) {
    const row = rows.get(rowIndex);
    const line: string[] = [];
    for (const { column } of row === undefined ? [] : columns) {
      const text = row === undefined ? null : copiedText(column, row);
      if (text === null) {
        notify(session, session.cursor().at, session.words.copyNotWhole(column.header));
        return null;
      }
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
