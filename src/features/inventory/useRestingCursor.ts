import { useEffect, useRef } from 'react';
import { type GroupedRow, recordOf } from '#api/groupedRecords.ts';
import type { RecordWindow } from '#api/recordWindow.ts';
import type { RecordRow } from '#contract/records.ts';
import type { CellPosition } from '#grid/cursor.ts';

export interface RestingCursor {
  list: RecordWindow<GroupedRow>;
  /** A record or a form lies over the table: the address is its own. */
  isCovered: boolean;
  /** Names the list that the rows are of, and the one that is asked for by now. */
  shownList: string;
  askedList(): string;
  /** Told where the cursor has come to rest. */
  onCursor(row: RecordRow, index: number): void;
}

/** Long enough that the address is not written for each step of a held arrow key. */
const REST_MS = 250;

/** Follows the cursor. Where it was in another list, or before something lay over this one, is not told any more. */
export function useRestingCursor({ list, isCovered, shownList, askedList, onCursor }: RestingCursor) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), [isCovered, shownList]);
  return (at: CellPosition) => {
    clearTimeout(timer.current);
    const row = recordOf(list.rowAt(at.rowIndex));
    if (!row) return;
    timer.current = setTimeout(() => {
      if (askedList() === shownList) onCursor(row, at.rowIndex);
    }, REST_MS);
  };
}
