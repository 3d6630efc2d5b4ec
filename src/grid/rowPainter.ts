import type { RefObject } from 'react';
import { blockOf, selectedBlock, type GridCursor } from './cursor.ts';
import { RowElement } from './rowElement.ts';
import { ROW_HEIGHT } from './scroll.ts';
import type { GridSession } from './session.ts';
import { assignSlots } from './slots.ts';
import { ToldWindow } from './toldWindow.ts';
import type { DrawnWindow } from './window.ts';

/** What the rows are drawn from: the grid as React last drew it. */
export interface Scene<Row> {
  readonly session: GridSession<Row>;
  readonly cursor: GridCursor;
}

/** Draws the rows on screen, and the cursor's row wherever it is: it holds the focus, which must not be lost by scrolling. */
export class RowPainter<Row> {
  readonly #body: RefObject<HTMLElement | null>;
  #scene: Scene<Row> | null = null;
  #slots: readonly number[] = [];
  /** Side by side with the slots. */
  #rows: readonly RowElement<Row>[] = [];
  readonly #told = new ToldWindow((first, last) => this.#scene?.session.props.onWindow?.(first, last));

  constructor(body: RefObject<HTMLElement | null>) {
    this.#body = body;
  }

  /** After each drawing by React. */
  setScene(scene: Scene<Row>): void {
    this.#scene = scene;
  }

  draw(window: DrawnWindow): void {
    if (this.#scene === null) return;
    const { first, last, base } = window;
    const { session, cursor } = this.#scene;
    const { props, layout, words } = session;
    const cursorRow = cursor.at.rowIndex < props.rowCount ? cursor.at.rowIndex : -1;
    this.#arrange(wantedRows(first, last, cursorRow));
    const block = blockOf(cursor, layout.columnIds);
    const corner = selectedBlock(cursor, layout.columnIds);
    const hasCorner = props.onBlockEdit !== undefined && cursor.mode === 'reading';
    const cursorColumn = layout.columnIds.indexOf(cursor.at.columnId);
    this.#slots.forEach((rowIndex, slot) => {
      const row = props.rowAt(rowIndex);
      const group = row === undefined ? undefined : props.rowGroup?.(row);
      const isInBlock = block !== null && rowIndex >= block.firstRow && rowIndex <= block.lastRow;
      // Far outside the screen the exact place does not matter, and large numbers harm the browser's precision.
      const drawnAt = Math.min(Math.max(rowIndex, first - 2), last + 2);
      this.#rows[slot]?.draw({
        row,
        rowIndex,
        top: drawnAt * ROW_HEIGHT - base,
        layout,
        cursorColumn: rowIndex === cursorRow ? cursorColumn : -1,
        isEditing: rowIndex === cursorRow && cursor.mode === 'editing',
        blockFrom: isInBlock ? block.firstColumn : -1,
        blockTo: isInBlock ? block.lastColumn : -1,
        cornerColumn: hasCorner && rowIndex === corner.lastRow ? corner.lastColumn : -1,
        isSelected: row !== undefined && props.isRowSelected?.(row) === true,
        group: group === undefined || group === 'member' ? group : group.isExpanded ? 'open' : 'shut',
        mark: row === undefined ? undefined : props.rowMark?.(row, rowIndex),
        markWords: words.movedRow,
      });
    });
    this.#told.show(window);
  }

  stop(): void {
    this.#told.stop();
  }

  #arrange(wanted: readonly number[]): void {
    const rows: RowElement<Row>[] = [];
    const slots: number[] = [];
    assignSlots(this.#slots, wanted).forEach((rowIndex, slot) => {
      const row = this.#rows[slot] ?? this.#makeRow();
      if (rowIndex === undefined) {
        row.element.remove();
        return;
      }
      rows.push(row);
      slots.push(rowIndex);
    });
    this.#rows = rows;
    this.#slots = slots;
  }

  #makeRow(): RowElement<Row> {
    const row = new RowElement<Row>();
    this.#body.current?.append(row.element);
    return row;
  }
}

function wantedRows(first: number, last: number, cursorRow: number): number[] {
  const rows: number[] = [];
  for (let rowIndex = first; rowIndex <= last; rowIndex += 1) rows.push(rowIndex);
  if (cursorRow >= 0 && (cursorRow < first || cursorRow > last)) rows.push(cursorRow);
  return rows;
}
