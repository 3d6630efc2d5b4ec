import type { ComponentType, Dispatch, ReactNode, Ref, RefObject, SetStateAction } from 'react';
import { flushSync } from 'react-dom';
import {
  editability,
  type BlockEdit,
  type ColumnPanelProps,
  type ColumnWidth,
  type DoneMove,
  type GridColumn,
  type GridSort,
} from './column.ts';
import type { ColumnLayout } from './columnLayout.ts';
import {
  HEADER_ROW,
  isSamePosition,
  positionAfterEdit,
  reading,
  type Bounds,
  type CellPosition,
  type GridCursor,
} from './cursor.ts';
import type { HeldKeys } from './heldKeys.ts';
import type { Viewport } from './useViewport.ts';
import type { GridWords } from './words.ts';

export interface GridProps<Row> {
  /** The grid's name for a screen reader. */
  readonly label: string;
  readonly rowCount: number;
  /** Undefined while the row is loading; `onWindow` says which rows are wanted. */
  rowAt(rowIndex: number): Row | undefined;
  /** Calls back when rows have come or changed that the grid is not rendered anew for; returns the way to stop. */
  watchRows?: ((onRows: () => void) => () => void) | undefined;
  rowKey(row: Row): string;
  /** Names the list that the rows are of, and the one that is asked for by now: while they differ, keys wait for the rows. */
  readonly shownList?: string;
  askedList?(): string;
  readonly columns: readonly GridColumn<Row>[];
  readonly sort?: readonly GridSort[];
  onSort?(columnId: string, isAdditive: boolean): void;
  /** What a heading offers beside sorting: its ⋯ button, Alt+Down or the menu key open it. */
  readonly columnPanel?: ComponentType<ColumnPanelProps>;
  /** Told once, when a column's edge is let go. Left out: widths are fixed. */
  onResizeColumn?(resized: ColumnWidth): void;
  /** Lines that hold other rows, where there are any: the grid is a tree grid then. */
  rowGroup?(row: Row): { readonly isExpanded: boolean } | 'member' | undefined;
  /** Opens or closes such a line: Enter, Space or a click on it. */
  onToggleGroup?(row: Row, rowIndex: number): void;
  /** The rows on screen, both ends included, when they are others; of those that a dragged bar passes, some. */
  onWindow?(first: number, last: number): void;
  /** Where the cursor starts. Later moves: `GridHandle.goTo`. */
  readonly startAt?: CellPosition;
  onCursorChange?(at: CellPosition): void;
  /** Alt+Enter, and L where it does not type. */
  onOpenRow?(row: Row, rowIndex: number): void;
  rowMark?(row: Row, rowIndex: number): 'moved' | 'glow' | undefined;
  isRowSelected?(row: Row): boolean;
  /** Space on a row; Shift+Space extends from the last one. */
  onToggleRow?(rowIndex: number, isExtending: boolean): void;
  /** A person pasted, filled, cut or cleared a block: the page shows it, saves it, or says why not. */
  onBlockEdit?(edit: BlockEdit<Row>): void;
  /**
   * The same before all rows of the block have been read: the page shows what it can of these cells. The returned function
   * takes that back, when the whole block has been handed over or could not be read.
   */
  onBlockStart?(part: BlockEdit<Row>, cellCount: number): (() => void) | undefined;
  /** Reads rows that are wanted for a block; the promise keeps until `rowAt` has them. */
  loadRows?(first: number, last: number): Promise<void>;
  /** Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z. */
  onUndo?(way: 'undo' | 'redo'): void;
  /** The sheet of all keys. */
  onShowKeys?(): void;
  /** Shown in place of rows when there are none. */
  readonly emptyState?: ReactNode;
  readonly isSingleKeyEnabled?: boolean;
  readonly words?: GridWords;
  readonly ref?: Ref<GridHandle>;
}

export interface GridHandle {
  /** Moves the cursor and the focus, for instance to a scanned record. Commits nothing: an open edit stays where it is. */
  goTo(at: CellPosition): void;
  focus(): void;
  /** Puts the cursor into another row of its column, wherever the focus is; not while a cell is edited or a heading is meant. */
  startAt(rowIndex: number): void;
  /** Opens the editor of a cell, as Enter does there; nothing happens while another one is open. */
  edit(at: CellPosition): void;
  /** Ends an edit without saving; false when there was none. For a scanner whose first key opened an editor. */
  cancelEdit(): boolean;
  /** Shows and says something at the cursor, until the next move. */
  notify(text: string): void;
  /** Says something through the grid's live region. */
  announce(text: string): void;
}

export interface Notice {
  readonly at: CellPosition;
  readonly text: string;
}

/** All that a key or a pointer needs to act: the newest props and the ways to change state. Made anew with every render. */
export interface GridSession<Row> {
  readonly props: GridProps<Row>;
  readonly words: GridWords;
  readonly layout: ColumnLayout<Row>;
  readonly bounds: Bounds;
  readonly viewport: Viewport<Row>;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly held: HeldKeys;
  cursor(): GridCursor;
  setCursor(next: GridCursor): void;
  setEditedRow(row: Row): void;
  setNotice: Dispatch<SetStateAction<Notice | null>>;
  /** The heading whose panel is open, or null. */
  setPanelColumn(columnId: string | null): void;
  /** The width that a column is being drawn to. */
  setDraftWidth(draft: ColumnWidth | null): void;
  say(text: string): void;
}

/**
 * Moves the cursor (or changes its mode) and draws it before returning: the next key may arrive in the same millisecond and
 * must meet the new state and the new focus.
 */
export function go<Row>(session: GridSession<Row>, next: GridCursor): void {
  const before = session.cursor();
  flushSync(() => {
    session.setCursor(next);
    session.setNotice(null);
    session.viewport.scroll.reveal(next.at);
  });
  if (next.mode === 'reading') focusCursor(session);
  else focusEditor(session);
  if (!isSamePosition(before.at, next.at)) session.props.onCursorChange?.(next.at);
}

/** Opens the editor of a cell, or says why not. `typed` replaces the value; null edits what is there. */
export function openEditor<Row>(session: GridSession<Row>, at: CellPosition, typed: string | null): void {
  const row = session.props.rowAt(at.rowIndex);
  const column = columnOf(session, at);
  if (row === undefined || column === undefined) return;
  const verdict = editability(column, row);
  if (verdict === true) {
    session.setEditedRow(row);
    go(session, { ...blockAround(session, at), mode: 'editing', at, typed });
    return;
  }
  notify(session, at, verdict === 'never' ? session.words.readOnly : verdict.reason);
}

/** A selected block stays while the cell under the cursor is edited, so that what is typed can fill it. */
function blockAround<Row>(session: GridSession<Row>, at: CellPosition): Pick<GridCursor, 'anchor' | 'head'> {
  const cursor = session.cursor();
  return isSamePosition(cursor.at, at) ? cursor : { anchor: null };
}

/** Opens what a heading offers. Its own focus follows; closing brings the focus back to the heading. */
export function openColumnPanel<Row>(session: GridSession<Row>, columnId: string): void {
  if (session.props.columnPanel === undefined) return;
  go(session, reading({ rowIndex: HEADER_ROW, columnId }));
  flushSync(() => session.setPanelColumn(columnId));
}

/** Opens or closes a line that holds other rows; false: it holds none. */
export function toggleGroup<Row>(session: GridSession<Row>, { rowIndex }: CellPosition): boolean {
  const { props } = session;
  const row = props.rowAt(rowIndex);
  const group = row === undefined ? undefined : props.rowGroup?.(row);
  if (row === undefined || group === undefined || group === 'member') return false;
  props.onToggleGroup?.(row, rowIndex);
  return true;
}

/** Ends an edit that the editor has taken care of. */
export function finishEdit<Row>(session: GridSession<Row>, move: DoneMove): void {
  const cursor = session.cursor();
  if (cursor.mode !== 'editing') return;
  const at = positionAfterEdit(cursor.at, move, session.bounds);
  // Focus that went elsewhere (a click beside the grid) is not fetched back, nor is the view moved.
  if (session.root.current?.contains(document.activeElement) === true) go(session, reading(at));
  else flushSync(() => session.setCursor(reading(at)));
}

/**
 * Lets the editor commit because the person points elsewhere. False: the editor has a question or an objection and keeps
 * the focus.
 */
export function leaveEditor<Row>(session: GridSession<Row>): boolean {
  if (session.cursor().mode === 'reading') return true;
  const focused = document.activeElement;
  if (focused instanceof HTMLElement) focused.blur();
  if (session.cursor().mode === 'reading') return true;
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return false;
}

/** Shows and announces a message at a cell, until the next move. */
export function notify<Row>(session: GridSession<Row>, at: CellPosition, text: string): void {
  flushSync(() => session.setNotice({ at, text }));
  session.say(text);
}

export function focusCursor<Row>(session: GridSession<Row>): void {
  session.root.current?.querySelector<HTMLElement>('.grid-cursor')?.focus({ preventScroll: true });
}

export function columnOf<Row>(
  { layout }: GridSession<Row>,
  { columnId }: CellPosition,
): GridColumn<Row> | undefined {
  return layout.columns[layout.columnIds.indexOf(columnId)]?.column;
}

/** For editors that are not built on CellInput and did not take the focus themselves. */
function focusEditor<Row>({ root }: GridSession<Row>): void {
  const layer = root.current?.querySelector('.grid-editor');
  if (layer === null || layer === undefined || layer.contains(document.activeElement)) return;
  layer
    .querySelector<HTMLElement>('input, textarea, select, button, [tabindex]')
    ?.focus({ preventScroll: true });
}
