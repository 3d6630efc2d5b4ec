import { useRef, useState } from 'react';
import type { ColumnWidth } from './column.ts';
import { existingPosition, reading, type Bounds, type CellPosition, type GridCursor } from './cursor.ts';
import type { HeldKeys } from './heldKeys.ts';
import type { Notice } from './session.ts';

/**
 * The grid's own state. The cursor is also kept in a ref, because the next key may come before React has drawn the last.
 */
export function useGridState<Row>(startAt: CellPosition | undefined) {
  const [cursor, setCursor] = useState<GridCursor>(() => reading(startAt ?? { rowIndex: 0, columnId: '' }));
  const newest = useRef(cursor);
  const [editedRow, setEditedRow] = useState<Row>();
  const [notice, setNotice] = useState<Notice | null>(null);
  const [panelColumn, setPanelColumn] = useState<string | null>(null);
  const [draftWidth, setDraftWidth] = useState<ColumnWidth | null>(null);
  const [held] = useState<HeldKeys>(() => ({ presses: [], list: undefined, givenUp: undefined }));
  return {
    cursor,
    editedRow,
    notice,
    held,
    newestCursor: () => newest.current,
    setCursor(next: GridCursor) {
      newest.current = next;
      setCursor(next);
    },
    // As a function: a row may itself be one.
    setEditedRow: (row: Row) => setEditedRow(() => row),
    setNotice,
    panelColumn,
    setPanelColumn,
    draftWidth,
    setDraftWidth,
  };
}

/** The cursor on cells that exist. The wish is kept: when the rows come back (a filter taken off), so does the cursor. */
export function existingCursor(cursor: GridCursor, bounds: Bounds): GridCursor {
  if (cursor.mode === 'editing') return cursor;
  const at = existingPosition(cursor.at, bounds);
  const anchor = cursor.anchor === null ? null : existingPosition(cursor.anchor, bounds);
  const head = cursor.head && existingPosition(cursor.head, bounds);
  if (at === cursor.at && anchor === cursor.anchor && head === cursor.head) return cursor;
  return { ...reading(at, anchor), ...(head && { head }) };
}
