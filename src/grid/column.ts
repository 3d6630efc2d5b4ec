import type { ComponentType, ReactNode } from 'react';
import type { CellPart } from './cellPart.ts';

/**
 * One column, told in plain functions of the row. Keep columns at module level (or memoised): every drawn row is redrawn
 * when the array changes identity.
 */
export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Width in pixels; never drawn narrower than `minWidth`. */
  readonly width: number;
  readonly minWidth?: number;
  /** Takes the width that is left over on a wide screen (shared equally between growing columns). */
  readonly isGrowing?: boolean;
  /** `end` also draws tabular numerals. */
  readonly align?: 'start' | 'end';
  /** Drawn first and kept in sight while the others scroll, as long as the screen is wide enough for it. */
  readonly frozen?: boolean;
  readonly isSortable?: boolean;
  /** The heading has a panel of its own: see `GridProps.columnPanel`. */
  readonly hasPanel?: boolean;
  /** A mark at the heading: the rows are narrowed by this column. */
  readonly isFiltered?: boolean;
  /** A click on it selects the row, and it draws the tick. */
  readonly isRowSelector?: boolean;
  /** `number`: letters do not start an edit, so that single-letter commands work on this cell. */
  readonly typing?: 'text' | 'number';
  /** What is shown, announced and copied. */
  text(row: Row): string;
  /** What is copied, where that is not what is shown; null: this row does not hold the whole value. */
  copyText?(row: Row): string | null;
  /** What Delete puts there; left out: clearing makes no sense here. */
  readonly clearedText?: string;
  /** One cell alone is continued when it is filled over others: A001, A002. */
  readonly isSeries?: boolean;
  /** For the sum of a selected block. */
  numberOf?(row: Row): number | null;
  /** A sum as it is shown; as a plain number where left out. */
  sumText?(sum: number): string;
  /** A richer drawing of the same value; null: the text as it is. Cheap: it is made for each row that comes into sight. */
  parts?(row: Row): readonly CellPart[] | null;
  /** An extra class for the cell. */
  tone?(row: Row): string | undefined;
  readonly editor?: ComponentType<CellEditorProps<Row>>;
  /** Left out: every row can be edited. The reason is shown and announced when a person tries. */
  editable?(row: Row): true | { readonly reason: string };
  /** The totals line of the whole filter. */
  readonly footer?: ReactNode;
}

export type DoneMove = 'down' | 'up' | 'left' | 'right' | 'stay';

/**
 * What an editor gets. It is mounted once per edit and stays mounted while its row is scrolled away. Call `onDone` or
 * `onCancel` from an event or after an answer, never while rendering or from an effect.
 */
export interface CellEditorProps<Row> {
  /** The newest version of the row, also when somebody else changes it during the edit. */
  readonly row: Row;
  readonly columnId: string;
  /** What was typed to open it, which replaces the value; `null` (F2, Enter, double click): edit what is there. */
  readonly typed: string | null;
  onDone(move: DoneMove): void;
  onCancel(): void;
}

/** What a heading's panel gets. `onClose` gives the focus back to the heading. */
export interface ColumnPanelProps {
  readonly columnId: string;
  onClose(): void;
}

export interface ColumnWidth {
  readonly columnId: string;
  readonly width: number;
}

export type SortDirection = 'ascending' | 'descending';

export interface GridSort {
  readonly columnId: string;
  readonly direction: SortDirection;
}

/** A text that a person has put into a cell by pasting, filling or clearing, for the page to save. */
export interface CellText<Row> {
  readonly row: Row;
  readonly rowIndex: number;
  readonly columnId: string;
  readonly text: string;
}

/** One thing a person did to a block of cells: one request, one step of undo. */
export interface BlockEdit<Row> {
  readonly kind: 'paste' | 'cut' | 'clear' | 'fill';
  readonly cells: readonly CellText<Row>[];
  /** Cells of the block that cannot be edited and would have changed, by column. */
  readonly passedOver: readonly PassedOver[];
}

export interface PassedOver {
  readonly header: string;
  readonly count: number;
  /** The column's own reason, or null where nothing can ever be typed. */
  readonly reason: string | null;
}

/** A cell's value as it is copied; null when this row does not hold all of it. */
export function copiedText<Row>(column: GridColumn<Row>, row: Row): string | null {
  return column.copyText ? column.copyText(row) : column.text(row);
}

/** Whether this cell can be edited now: `true`, the column's reason, or `'never'` for a column without an editor. */
export function editability<Row>(
  column: GridColumn<Row>,
  row: Row,
): true | 'never' | { readonly reason: string } {
  const verdict = column.editable?.(row);
  if (verdict !== undefined && verdict !== true) return verdict;
  return column.editor === undefined ? 'never' : true;
}
