/** The header line, above row 0. The totals line is `rowCount`. */
export const HEADER_ROW = -1;

export interface CellPosition {
  readonly rowIndex: number;
  readonly columnId: string;
}

/**
 * What the person is doing, as one value. `at` is where the cursor is. `anchor` is the fixed corner of a selected block, the
 * other one is the cursor, or `head` where the block lies around a cursor that stays in its midst.
 */
export type GridCursor = Place &
  ({ readonly mode: 'reading' } | { readonly mode: 'editing'; readonly typed: string | null });

interface Place {
  readonly at: CellPosition;
  readonly anchor: CellPosition | null;
  readonly head?: CellPosition;
}

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'pageUp'
  | 'pageDown'
  | 'firstRow'
  | 'lastRow'
  | 'rowStart'
  | 'rowEnd'
  | 'gridStart'
  | 'gridEnd';

/** The size of the ground the cursor moves on. */
export interface Bounds {
  readonly rowCount: number;
  readonly columnIds: readonly string[];
  readonly hasFooter: boolean;
  /** Rows of one page, for PgUp and PgDn. */
  readonly pageRows: number;
}

/** Where a key leads. Never outside the grid; only single steps (and Ctrl+Up from the first row) enter header and totals. */
export function nextPosition(at: CellPosition, move: Move, bounds: Bounds): CellPosition {
  const last = bounds.rowCount - 1;
  const { rowIndex } = at;
  switch (move) {
    case 'up':
      return toRow(at, Math.max(HEADER_ROW, rowIndex - 1));
    case 'down':
      return toRow(at, Math.min(lowestRow(bounds), rowIndex + 1));
    case 'pageUp':
      return toRow(
        at,
        rowIndex === HEADER_ROW ? HEADER_ROW : Math.max(Math.min(0, last), rowIndex - bounds.pageRows),
      );
    case 'pageDown':
      return toRow(at, rowIndex > last ? rowIndex : Math.min(last, rowIndex + bounds.pageRows));
    case 'firstRow':
      return toRow(at, rowIndex <= 0 ? HEADER_ROW : 0);
    case 'lastRow':
      return toRow(at, rowIndex >= last ? lowestRow(bounds) : last);
    case 'left':
      return toColumn(at, columnIndexOf(at, bounds) - 1, bounds);
    case 'right':
      return toColumn(at, columnIndexOf(at, bounds) + 1, bounds);
    case 'rowStart':
      return toColumn(at, 0, bounds);
    case 'rowEnd':
      return toColumn(at, bounds.columnIds.length - 1, bounds);
    case 'gridStart':
      return toColumn(toRow(at, Math.min(0, last)), 0, bounds);
    case 'gridEnd':
      return toColumn(toRow(at, last), bounds.columnIds.length - 1, bounds);
  }
}

/** Where the cursor goes after a commit: like the arrow key, but it stays among the rows. */
export function positionAfterEdit(
  at: CellPosition,
  move: 'down' | 'up' | 'left' | 'right' | 'stay',
  bounds: Bounds,
): CellPosition {
  return move === 'stay' ? at : withinRows(nextPosition(at, move, bounds), bounds);
}

/** A position that exists: after a filter took rows away, or a column was hidden. */
export function existingPosition(at: CellPosition, bounds: Bounds): CellPosition {
  const rowIndex = Math.min(Math.max(at.rowIndex, HEADER_ROW), lowestRow(bounds));
  const hasColumn = bounds.columnIds.includes(at.columnId);
  if (rowIndex === at.rowIndex && hasColumn) return at;
  return { rowIndex, columnId: hasColumn ? at.columnId : (bounds.columnIds[0] ?? '') };
}

/** The cursor after a move with Shift: the block grows or shrinks from its anchor and stays among the rows. */
export function extendBlock(cursor: GridCursor, to: CellPosition, bounds: Bounds): GridCursor {
  const anchor = cursor.head === undefined ? (cursor.anchor ?? cursor.at) : cursor.at;
  return reading(withinRows(to, bounds), withinRows(anchor, bounds));
}

/** Everything selected; the cursor stays, and with it what is on screen. */
export function selectAll(at: CellPosition, bounds: Bounds): GridCursor {
  const first = bounds.columnIds[0] ?? '';
  const end = { rowIndex: Math.max(0, bounds.rowCount - 1), columnId: bounds.columnIds.at(-1) ?? first };
  return { ...reading(at, { rowIndex: 0, columnId: first }), head: end };
}

export function reading(at: CellPosition, anchor: CellPosition | null = null): GridCursor {
  return { mode: 'reading', at, anchor };
}

/** A selected block by index, both ends included. */
export interface Block {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The block a person has selected, or null when only the cursor's cell is meant. */
export function blockOf(cursor: GridCursor, columnIds: readonly string[]): Block | null {
  if (cursor.anchor === null) return null;
  const head = cursor.head ?? cursor.at;
  const columns = [columnIds.indexOf(head.columnId), columnIds.indexOf(cursor.anchor.columnId)];
  const rows = [head.rowIndex, cursor.anchor.rowIndex];
  return {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(...columns),
    lastColumn: Math.max(...columns),
  };
}

/** The selected block, or the cursor's cell as a block of one. */
export function selectedBlock(cursor: GridCursor, columnIds: readonly string[]): Block {
  const column = columnIds.indexOf(cursor.at.columnId);
  const { rowIndex } = cursor.at;
  return (
    blockOf(cursor, columnIds) ?? {
      firstRow: rowIndex,
      lastRow: rowIndex,
      firstColumn: column,
      lastColumn: column,
    }
  );
}

export function isSamePosition(a: CellPosition, b: CellPosition): boolean {
  return a.rowIndex === b.rowIndex && a.columnId === b.columnId;
}

/** The totals line, as long as there is something to total. */
function lowestRow({ rowCount, hasFooter }: Bounds): number {
  return hasFooter && rowCount > 0 ? rowCount : rowCount - 1;
}

function withinRows(at: CellPosition, { rowCount }: Bounds): CellPosition {
  return toRow(at, Math.min(Math.max(0, at.rowIndex), Math.max(0, rowCount - 1)));
}

function toRow(at: CellPosition, rowIndex: number): CellPosition {
  return rowIndex === at.rowIndex ? at : { rowIndex, columnId: at.columnId };
}

function toColumn(at: CellPosition, columnIndex: number, { columnIds }: Bounds): CellPosition {
  const columnId = columnIds[Math.min(Math.max(0, columnIndex), columnIds.length - 1)] ?? at.columnId;
  return columnId === at.columnId ? at : { rowIndex: at.rowIndex, columnId };
}

function columnIndexOf(at: CellPosition, { columnIds }: Bounds): number {
  return Math.max(0, columnIds.indexOf(at.columnId));
}
