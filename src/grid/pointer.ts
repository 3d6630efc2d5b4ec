import type { MouseEvent, PointerEvent } from 'react';
import { editability, type ColumnWidth } from './column.ts';
import { clampWidth } from './columnLayout.ts';
import {
  extendBlock,
  HEADER_ROW,
  isSamePosition,
  reading,
  selectedBlock,
  type CellPosition,
} from './cursor.ts';
import { fillStretched, isOnCorner, stretch, type FillMemory } from './fillPointer.ts';
import { meanShownRows } from './heldKeys.ts';
import { sortBy } from './keyboard.ts';
import {
  columnOf,
  go,
  leaveEditor,
  openColumnPanel,
  openEditor,
  toggleGroup,
  type GridSession,
} from './session.ts';

/** What the pointer did last; a click does not say in every browser which kind of pointer made it. */
export interface PointerMemory extends FillMemory {
  kind: string;
  /** A heading's edge that is held, and where it was taken. */
  resizing: { columnId: string; width: number; startX: number } | null;
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
  if (isOn(event.target, '.grid-resize')) return takeEdge(session, memory, event);
  if (!leaveEditor(session)) {
    event.preventDefault();
    return;
  }
  if (event.pointerType !== 'mouse') return;
  meanShownRows(session);
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
  if (memory.resizing) return session.setDraftWidth(drawnWidth(memory.resizing, event));
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

export function clickPointer<Row>(
  session: GridSession<Row>,
  memory: PointerMemory,
  event: MouseEvent<HTMLElement>,
): void {
  const at = positionOf(session, event.target);
  if (at === null) return;
  // Letting an edge go ends as a click.
  if (isOn(event.target, '.grid-resize')) return undefined;
  if (isOn(event.target, '.grid-panel-button')) return openColumnPanel(session, at.columnId);
  if (at.rowIndex === HEADER_ROW) return sortBy(session, at, event.shiftKey);
  if (columnOf(session, at)?.isRowSelector === true && at.rowIndex < session.bounds.rowCount) {
    if (memory.kind !== 'mouse') go(session, reading(at));
    return session.props.onToggleRow?.(at.rowIndex, event.shiftKey);
  }
  if (isOn(event.target, '.grid-toggle') && toggleGroup(session, at)) return undefined;
  if (memory.kind === 'mouse') return undefined;
  meanShownRows(session);
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
  if (toggleGroup(session, at)) return;
  if (columnOf(session, at)?.isRowSelector !== true) openEditor(session, at, null);
}

/** Lets a heading's edge go: the page keeps the width. */
export function releasePointer<Row>(
  session: GridSession<Row>,
  memory: PointerMemory,
  event: PointerEvent<HTMLElement>,
): void {
  if (fillStretched(session, memory)) return;
  const { resizing } = memory;
  if (!resizing) return;
  memory.resizing = null;
  session.setDraftWidth(null);
  const resized = drawnWidth(resizing, event);
  if (resized.width !== resizing.width) session.props.onResizeColumn?.(resized);
}

/** The menu button of a mouse, or a long press. */
export function openContext<Row>(session: GridSession<Row>, event: MouseEvent<HTMLElement>): void {
  const at = positionOf(session, event.target);
  if (at?.rowIndex !== HEADER_ROW || columnOf(session, at)?.hasPanel !== true) return;
  event.preventDefault();
  openColumnPanel(session, at.columnId);
}

function takeEdge<Row>(
  session: GridSession<Row>,
  memory: PointerMemory,
  event: PointerEvent<HTMLElement>,
): void {
  const at = positionOf(session, event.target);
  const placed = session.layout.columns.find(({ column }) => column.id === at?.columnId);
  if (placed === undefined) return;
  event.preventDefault();
  event.currentTarget.setPointerCapture(event.pointerId);
  memory.resizing = { columnId: placed.column.id, width: placed.width, startX: event.clientX };
}

function drawnWidth(
  { columnId, width, startX }: NonNullable<PointerMemory['resizing']>,
  { clientX }: PointerEvent<HTMLElement>,
): ColumnWidth {
  return { columnId, width: clampWidth(width + Math.round(clientX - startX)) };
}

function isOn(target: EventTarget, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

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
