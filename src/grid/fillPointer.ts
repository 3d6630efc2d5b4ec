import type { PointerEvent } from 'react';
import { selectBlock } from './blockEdit.ts';
import { selectedBlock, type Block, type CellPosition } from './cursor.ts';
import { fillFrom } from './fillBlock.ts';
import type { GridSession } from './session.ts';

export interface FillMemory {
  isDragging: boolean;
  /** The block whose corner is being dragged, to be continued over what the pointer passes. */
  fillFrom: Block | null;
}

/** The corner of a block was let go: what it was drawn over is filled. False: no corner was held. */
export function fillStretched<Row>(session: GridSession<Row>, memory: FillMemory): boolean {
  const source = memory.fillFrom;
  if (source === null) return false;
  memory.fillFrom = null;
  memory.isDragging = false;
  const whole = selectedBlock(session.cursor(), session.layout.columnIds);
  const isLarger = JSON.stringify(whole) !== JSON.stringify(source);
  if (isLarger) fillFrom(session, { source, whole, isSeries: false });
  return true;
}

/** The block grows from the one that is continued: along the rows or the columns, whichever the pointer is farther out on. */
export function stretch<Row>(session: GridSession<Row>, from: Block, at: CellPosition): void {
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
export function isOnCorner({ target, clientX, clientY }: PointerEvent<HTMLElement>): boolean {
  const cell = target instanceof Element ? target.closest('.grid-corner') : null;
  if (cell === null) return false;
  const { right, bottom } = cell.getBoundingClientRect();
  return right - clientX <= CORNER_PX && bottom - clientY <= CORNER_PX;
}

const CORNER_PX = 12;
