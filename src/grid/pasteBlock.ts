import type { ClipboardEvent } from 'react';
import { editBlock } from './blockEdit.ts';
import { withNumbers, type PastedCell } from './clipboardHtml.ts';
import { parseTabText } from './clipboardText.ts';
import type { GridColumn } from './column.ts';
import { copyBlock } from './copyBlock.ts';
import { selectedBlock, type Block } from './cursor.ts';
import { clearBlock } from './fillBlock.ts';
import { isOutdated } from './heldKeys.ts';
import { hasNoRoom, placeBlock } from './placeBlock.ts';
import { notify, type GridSession } from './session.ts';

/** Puts the clipboard's cells into the table: where they fit, whole or not at all. */
export function pasteBlock<Row>(session: GridSession<Row>, event: ClipboardEvent<HTMLElement>): void {
  const cursor = session.cursor();
  const { props, bounds, words } = session;
  if (cursor.mode === 'editing' || props.onBlockEdit === undefined) return;
  if (cursor.at.rowIndex < 0 || cursor.at.rowIndex >= bounds.rowCount) return;
  event.preventDefault();
  if (isOutdated(session)) return notify(session, cursor.at, words.rowsToCome);
  const cells = readCells(event.clipboardData);
  if (cells.length === 0) return notify(session, cursor.at, words.nothingToPaste);
  const from = withoutSelector(session, selectedBlock(cursor, session.layout.columnIds));
  const size = { rows: cells.length, columns: cells[0]?.length ?? 0 };
  const room = { rows: bounds.rowCount, columns: bounds.columnIds.length };
  const block = placeBlock(size, from, room);
  if (hasNoRoom(block)) {
    const say = block.what === 'rows' ? words.tooManyRows : words.tooManyColumns;
    return notify(session, cursor.at, say(block.given, block.left));
  }
  editBlock(session, {
    kind: 'paste',
    block,
    textFor: ({ rowIndex, columnIndex, column }) => {
      const row = cells[(rowIndex - block.firstRow) % cells.length];
      const cell = row?.[(columnIndex - block.firstColumn) % size.columns];
      return cell === undefined ? null : textOf(column, cell);
    },
  });
}

/** Copies the block and clears what can be cleared, when it could be copied whole. */
export function cutBlock<Row>(session: GridSession<Row>, event: ClipboardEvent<HTMLElement>): void {
  const { at, mode } = session.cursor();
  if (mode === 'reading' && isOutdated(session)) {
    event.preventDefault();
    return notify(session, at, session.words.rowsToCome);
  }
  const block = selectedBlock(session.cursor(), session.layout.columnIds);
  const clear = (isCopied: boolean) => isCopied && clearBlock(session, 'cut', block);
  const copied = copyBlock(session, event);
  if (typeof copied === 'boolean') clear(copied);
  else void copied.then(clear);
}

function readCells(clipboard: DataTransfer): PastedCell[][] {
  const html = clipboard.getData('text/html');
  const cells = parseTabText(clipboard.getData('text/plain'));
  // One empty cell is an empty text and a table.
  if (cells.length === 0 && /<td/i.test(html)) return [[{ text: '' }]];
  return withNumbers(cells, html);
}

/** In a column of numbers the number counts, not how another program showed it; elsewhere `007` must stay `007`. */
function textOf<Row>(column: GridColumn<Row>, { text, number }: PastedCell): string {
  return column.typing === 'number' && number !== undefined ? number : text;
}

/** The ticks are drawn as a column and hold no value: a block starts and ends beside them. */
function withoutSelector<Row>({ layout }: GridSession<Row>, block: Block): Block {
  let { firstColumn } = block;
  while (firstColumn < block.lastColumn && layout.columns[firstColumn]?.column.isRowSelector === true)
    firstColumn += 1;
  return { ...block, firstColumn };
}
