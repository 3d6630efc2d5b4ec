import { type RefObject, useEffect, useRef, useState } from 'react';
import type { GroupedRow } from '#api/groupedRecords.ts';
import type { RecordWindow } from '#api/recordWindow.ts';
import type { GridHandle } from '#grid/session.ts';
import { useBlockEdits } from './useBlockEdits.ts';
import { useBlockStart } from './useBlockStart.ts';
import { useTableUndo } from './useTableUndo.ts';

/** Everything that changes more than one cell: blocks, undo, bulk edits; and the sheet that tells the keys. */
export function useTableEditing({
  grid,
  list,
}: {
  grid: RefObject<GridHandle | null>;
  list: RecordWindow<GroupedRow>;
}) {
  const [sheet, setSheet] = useState<'keys' | null>(null);
  const blocks = useBlockEdits({
    notify: (text) => grid.current?.notify(text),
    announce: (text) => grid.current?.announce(text),
  });
  const onBlockStart = useBlockStart();
  const undo = useTableUndo({ grid, list });
  const isReviewing = blocks.review !== null;
  const wasReviewing = useRef(isReviewing);
  useEffect(() => {
    // Opened after a reload, the sheet has nobody to give the focus back to: the work goes on in the table.
    if (wasReviewing.current && !isReviewing) grid.current?.focus();
    wasReviewing.current = isReviewing;
  }, [grid, isReviewing]);
  return {
    ...blocks,
    ...undo,
    onBlockStart,
    sheet,
    openKeys: () => setSheet('keys'),
    closeSheet: () => setSheet(null),
    announce: (text: string) => grid.current?.announce(text),
  };
}

export type TableEditingState = ReturnType<typeof useTableEditing>;
