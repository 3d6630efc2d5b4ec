import { useMemo, useRef, useState, type CSSProperties } from 'react';
import './grid.css';
import './gridHeader.css';
import { layoutColumns, withWidth } from './columnLayout.ts';
import { copyBlock } from './copyBlock.ts';
import { HEADER_ROW, type Bounds } from './cursor.ts';
import { BlockSummary } from './BlockSummary.tsx';
import { GridFooter } from './GridFooter.tsx';
import { GridHeader } from './GridHeader.tsx';
import { GridOverlays } from './GridOverlays.tsx';
import { pressKey } from './keyboard.ts';
import { cutBlock, pasteBlock } from './pasteBlock.ts';
import {
  clickPointer,
  doubleClickPointer,
  dragPointer,
  openContext,
  pressPointer,
  releasePointer,
  type PointerMemory,
} from './pointer.ts';
import { RowPainter } from './rowPainter.ts';
import type { GridProps, GridSession } from './session.ts';
import { useDrawnRows } from './useDrawnRows.ts';
import { useGridEffects } from './useGridEffects.ts';
import { existingCursor, useGridState } from './useGridState.ts';
import { useSize, useViewport } from './useViewport.ts';
import { ENGLISH_WORDS } from './words.ts';

/**
 * A spreadsheet over any number of rows. The caller owns rows, sort and selection; the grid owns the cursor and the open
 * editor, because both must have changed before the next key arrives.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { label, rowCount, columns, sort, emptyState, words = ENGLISH_WORDS } = props;
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const pointer = useRef<PointerMemory>({ kind: '', isDragging: false, resizing: null, fillFrom: null });
  const hasFocus = useRef(false);
  const size = useSize(scroller);
  const state = useGridState<Row>(props.startAt);
  const { draftWidth } = state;
  const layout = useMemo(
    () => layoutColumns(withWidth(columns, draftWidth), size.width),
    [columns, draftWidth, size.width],
  );
  const hasFooter = columns.some((column) => column.footer !== undefined);
  const [rows] = useState(() => new RowPainter<Row>(body));
  const elements = { scroller, view, body };
  const viewport = useViewport({ elements, size, rowCount, hasFooter, layout, rows });
  const bounds: Bounds = {
    rowCount,
    columnIds: layout.columnIds,
    hasFooter,
    pageRows: viewport.pageRows,
  };
  const cursor = existingCursor(state.cursor, bounds);
  const session: GridSession<Row> = {
    ...state,
    props,
    words,
    layout,
    bounds,
    viewport,
    root,
    cursor: () => existingCursor(state.newestCursor(), bounds),
    say: (text) => live.current?.replaceChildren(text),
  };
  // First: the cell that takes the focus must be there.
  useDrawnRows({ session, cursor }, rows, hasFocus);
  useGridEffects(session, hasFocus);

  const { rowIndex, columnId } = cursor.at;
  const cursorColumn = layout.columnIds.indexOf(columnId);
  const trackStyle = { height: viewport.trackHeight, width: Math.max(layout.totalWidth, size.width) };
  return (
    <div
      className="grid"
      ref={root}
      onKeyDown={(event) => pressKey(session, event)}
      onCopy={(event) => void copyBlock(session, event)}
      onCut={(event) => cutBlock(session, event)}
      onPaste={(event) => pasteBlock(session, event)}
      onFocus={({ target }) => {
        // Tabbed in: the browser has just scrolled to the cell by its own idea of where that is. (A finger focuses the
        // scroller instead, and scrolling then would take the row from under it.)
        if (!hasFocus.current && target.matches('.grid-cursor')) viewport.scroll.reveal(cursor.at);
        hasFocus.current = true;
      }}
      onBlur={() => void (hasFocus.current = false)}
    >
      <div className="grid-scroller" style={frozenStyle(layout.frozenWidth)} ref={scroller} tabIndex={-1}>
        <div className="grid-track" style={trackStyle}>
          <div
            role={props.rowGroup === undefined ? 'grid' : 'treegrid'}
            ref={view}
            className="grid-view"
            style={{ width: size.width, height: size.height }}
            aria-label={label}
            aria-rowcount={rowCount + (hasFooter ? 2 : 1)}
            aria-colcount={columns.length}
            aria-multiselectable
            onPointerDown={(event) => pressPointer(session, pointer.current, event)}
            onPointerMove={(event) => dragPointer(session, pointer.current, event)}
            onPointerUp={(event) => releasePointer(session, pointer.current, event)}
            onContextMenu={(event) => openContext(session, event)}
            onClick={(event) => clickPointer(session, pointer.current, event)}
            onDoubleClick={(event) => doubleClickPointer(session, pointer.current, event)}
          >
            <GridHeader
              layout={layout}
              sort={sort}
              cursorColumn={rowIndex === HEADER_ROW ? cursorColumn : -1}
              isResizable={props.onResizeColumn !== undefined}
            />
            {/* The rows: `RowPainter` puts them there. */}
            <div role="rowgroup" className="grid-body" ref={body} />
            {hasFooter && (
              <GridFooter
                layout={layout}
                rowCount={rowCount}
                cursorColumn={rowIndex >= rowCount ? cursorColumn : -1}
              />
            )}
          </div>
        </div>
      </div>
      {rowCount === 0 && <div className="grid-empty">{emptyState}</div>}
      <GridOverlays
        session={session}
        cursor={cursor}
        editedRow={state.editedRow}
        notice={state.notice}
        panelColumn={state.panelColumn}
      />
      {props.onBlockEdit && <BlockSummary session={session} cursor={cursor} />}
      <div ref={live} role="status" className="grid-live" />
    </div>
  );
}

function frozenStyle(frozenWidth: number): CSSProperties & Record<`--${string}`, string> {
  return { '--grid-frozen-width': `${String(frozenWidth)}px` };
}
