import { useState, type RefObject } from 'react';
import { blockOf, selectedBlock, type GridCursor } from './cursor.ts';
import { GridRow } from './GridRow.tsx';
import type { GridSession } from './session.ts';
import { assignSlots } from './slots.ts';
import { ROW_HEIGHT } from './scroll.ts';

interface GridBodyProps<Row> {
  readonly session: GridSession<Row>;
  readonly cursor: GridCursor;
  readonly bodyRef: RefObject<HTMLDivElement | null>;
}

/** The rows on screen, and the cursor's row wherever it is: it holds the focus, which must not be lost by scrolling. */
export function GridBody<Row>({ session, cursor, bodyRef }: GridBodyProps<Row>) {
  const { props, layout, viewport, words } = session;
  const { first, last } = viewport.rows;
  // A cache, not state: the same rows always lead to the same slots, so drawing twice does no harm.
  const [pool] = useState<{ slots: readonly number[] }>(() => ({ slots: [] }));
  const cursorRow = cursor.at.rowIndex;
  pool.slots = assignSlots(pool.slots, wantedRows(first, last, cursorRow < props.rowCount ? cursorRow : -1));
  const block = blockOf(cursor, layout.columnIds);
  const hasCorner = props.onBlockEdit !== undefined && cursor.mode === 'reading';
  const corner = selectedBlock(cursor, layout.columnIds);
  return (
    <div role="rowgroup" className="grid-body" ref={bodyRef}>
      {pool.slots.map((rowIndex, slot) => {
        const row = props.rowAt(rowIndex);
        const group = row === undefined ? undefined : props.rowGroup?.(row);
        const isInBlock = block !== null && rowIndex >= block.firstRow && rowIndex <= block.lastRow;
        // Far outside the screen the exact place does not matter, and large numbers harm the browser's precision.
        const drawnAt = Math.min(Math.max(rowIndex, first - 2), last + 2);
        return (
          <GridRow
            key={slot}
            row={row}
            rowIndex={rowIndex}
            top={drawnAt * ROW_HEIGHT - viewport.base}
            layout={layout}
            cursorColumn={rowIndex === cursorRow ? layout.columnIds.indexOf(cursor.at.columnId) : -1}
            isEditing={rowIndex === cursorRow && cursor.mode === 'editing'}
            blockFrom={isInBlock ? block.firstColumn : -1}
            blockTo={isInBlock ? block.lastColumn : -1}
            cornerColumn={hasCorner && rowIndex === corner.lastRow ? corner.lastColumn : -1}
            isSelected={row !== undefined && props.isRowSelected?.(row) === true}
            group={group === undefined || group === 'member' ? group : group.isExpanded ? 'open' : 'shut'}
            mark={row === undefined ? undefined : props.rowMark?.(row, rowIndex)}
            markWords={words.movedRow}
          />
        );
      })}
    </div>
  );
}

function wantedRows(first: number, last: number, cursorRow: number): number[] {
  const rows: number[] = [];
  for (let rowIndex = first; rowIndex <= last; rowIndex += 1) rows.push(rowIndex);
  if (cursorRow >= 0 && (cursorRow < first || cursorRow > last)) rows.push(cursorRow);
  return rows;
}
