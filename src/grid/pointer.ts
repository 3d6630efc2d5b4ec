import type { MouseEvent, PointerEvent } from 'react';
import { selectBlock } from './blockEdit.ts';
import {
  extendBlock,
  HEADER_ROW,
  isSamePosition,
  reading,
  selectedBlock,
  type Block,
  type CellPosition,
} from './cursor.ts';
import { fillFrom } from './fillBlock.ts';
import { editability } from './column.ts';
import { sortBy } from './keyboard.ts';
import { columnOf, go, leaveEditor, openEditor, type GridSession } from './session.ts';

/** What the pointer did last; a click does not say in every browser which kind of pointer made it. */
export interface PointerMemory {
  kind: string;
  isDragging: boolean;
  /** The block whose corner is being dragged, to be continued over what the pointer passes. */
  fillFrom: Block | null;
}

/** A mouse moves the cursor when pressed; a finger only when it was a tap, since it may be about to scroll. */
export function pressPointer<Row>(
  session: GridSession<Row>,
  memory: PointerMemory,
  event: PointerEvent<HTMLElement>,
): void {
  memory.kind = event.pointerType;
  memory.isDragging = false;
  const at = positionOf(session, event.target);
  if (at === null || event.button !== 0) return;
  if (!leaveEditor(session)) {
    event.preventDefault();
    return;
  }
  if (event.pointerType !== 'mouse') return;
  session.waiting.length = 0;
  if (session.props.onBlockEdit !== undefined && isOnCorner(event)) {
    memory.fillFrom = selectedBlock(session.cursor(), session.layout.columnIds);
    memory.isDragging = true;
    return;
  }
  const isRow = at.rowIndex !== HEADER_ROW && at.rowIndex < session.bounds.rowCount;
  memory.isDragging = isRow;
  go(session, event.shiftKey && isRow ? extendBlock(session.cursor(), at, session.bounds) : reading(at));
}

export function dragPointer<Row>(
  session: GridSession<Row>,
  memory: PointerMemory,
  event: PointerEvent<HTMLElement>,
): void {
  if (!memory.isDragging) return;
  if (event.buttons !== 1) {
    memory.isDragging = false;
    memory.fillFrom = null;
    return;
  }
  const at = positionOf(session, event.target);
  const cursor = session.cursor();
  if (at === null || cursor.mode === 'editing' || isSamePosition(at, cursor.at)) return;
  // Over the header or the totals line: one row further with each move, which scrolls.
  const rowIndex =
    at.rowIndex === HEADER_ROW
      ? cursor.at.rowIndex - 1
      : at.rowIndex >= session.bounds.rowCount
        ? cursor.at.rowIndex + 1
        : at.rowIndex;
  if (memory.fillFrom !== null) return stretch(session, memory.fillFrom, { rowIndex, columnId: at.columnId });
  go(session, extendBlock(cursor, { rowIndex, columnId: at.columnId }, session.bounds));
}

/** The corner of a block was let go: what it was drawn over is filled. */
export function releasePointer<Row>(session: GridSession<Row>, memory: PointerMemory): void {
  const source = memory.fillFrom;
  if (source === null) return;
  memory.fillFrom = null;
  memory.isDragging = false;
  const whole = selectedBlock(session.cursor(), session.layout.columnIds);
  const isLarger = JSON.stringify(whole) !== JSON.stringify(source);
  if (isLarger) fillFrom(session, { source, whole, isSeries: false });
}

export function clickPointer<Row>(
  session: GridSession<Row>,
  memory: PointerMemory,
  event: MouseEvent<HTMLElement>,
): void {
  const at = positionOf(session, event.target);
  if (at === null) return;
  if (at.rowIndex === HEADER_ROW) return sortBy(session, at, event.shiftKey);
  if (columnOf(session, at)?.isRowSelector === true && at.rowIndex < session.bounds.rowCount) {
    if (memory.kind !== 'mouse') go(session, reading(at));
    return session.props.onToggleRow?.(at.rowIndex, event.shiftKey);
  }
  if (memory.kind === 'mouse') return undefined;
  go(session, reading(at));
  return canEdit(session, at) ? openEditor(session, at, null) : undefined;
}

/** A finger edits with one tap; where nothing can be edited it only moves the cursor. */
function canEdit<Row>(session: GridSession<Row>, at: CellPosition): boolean {
  const row = session.props.rowAt(at.rowIndex);
  const column = columnOf(session, at);
  return row !== undefined && column !== undefined && editability(column, row) === true;
}

export function doubleClickPointer<Row>(
  session: GridSession<Row>,
  memory: PointerMemory,
  event: MouseEvent<HTMLElement>,
): void {
  const at = positionOf(session, event.target);
  if (at === null || memory.kind !== 'mouse' || at.rowIndex === HEADER_ROW || event.shiftKey) return;
  if (columnOf(session, at)?.isRowSelector !== true) openEditor(session, at, null);
}

/** The block grows from the one that is continued: along the rows or the columns, whichever the pointer is farther out on. */
function stretch<Row>(session: GridSession<Row>, from: Block, at: CellPosition): void {
  const { columnIds } = session.layout;
  const column = columnIds.indexOf(at.columnId);
  const rowIndex = Math.min(Math.max(0, at.rowIndex), session.bounds.rowCount - 1);
  const rowsOut = Math.max(from.firstRow - rowIndex, rowIndex - from.lastRow, 0);
  const columnsOut = Math.max(from.firstColumn - column, column - from.lastColumn, 0);
  const whole =
    rowsOut >= columnsOut
      ? { ...from, firstRow: Math.min(from.firstRow, rowIndex), lastRow: Math.max(from.lastRow, rowIndex) }
      : {
          ...from,
          firstColumn: Math.min(from.firstColumn, column),
          lastColumn: Math.max(from.lastColumn, column),
        };
  selectBlock(session, whole);
}

/** The handle is drawn inside the last cell of the block, at its end: no element of its own to lay out. */
function isOnCorner({ target, clientX, clientY }: PointerEvent<HTMLElement>): boolean {
  const cell = target instanceof Element ? target.closest('.grid-corner') : null;
  if (cell === null) return false;
  const { right, bottom } = cell.getBoundingClientRect();
  return right - clientX <= CORNER_PX && bottom - clientY <= CORNER_PX;
}

const CORNER_PX = 12;

/** The cell under a pointer, read from the indexes that are there for screen readers: so no cell needs a handler of its own. */
function positionOf<Row>(session: GridSession<Row>, target: EventTarget): CellPosition | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest('[role="gridcell"], [role="columnheader"]');
  const row = cell?.closest('[role="row"]');
  if (cell === null || row === null || row === undefined) return null;
  const columnId = session.layout.columnIds[Number(cell.getAttribute('aria-colindex')) - 1];
  if (columnId === undefined) return null;
  return { rowIndex: Number(row.getAttribute('aria-rowindex')) - 2, columnId };
}
