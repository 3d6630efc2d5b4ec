import type { CSSProperties } from 'react';
import type { ColumnWidth, GridColumn } from './column.ts';

/** A column with its place. `style` and `className` are made once, so that drawing a row allocates nothing for them. */
export interface PlacedColumn<Row> {
  readonly column: GridColumn<Row>;
  readonly index: number;
  /** Distance from the start of the whole line, frozen columns included. */
  readonly left: number;
  readonly width: number;
  readonly isFrozen: boolean;
  readonly style: CSSProperties;
  readonly className: string;
}

export interface ColumnLayout<Row> {
  readonly columns: readonly PlacedColumn<Row>[];
  readonly frozen: readonly PlacedColumn<Row>[];
  readonly scrolling: readonly PlacedColumn<Row>[];
  readonly columnIds: readonly string[];
  readonly frozenWidth: number;
  readonly totalWidth: number;
}

const DEFAULT_MIN_WIDTH = 48;
const MAX_WIDTH = 1200;
/** At 400 % zoom or on a phone, frozen columns would leave no room to read the others: beyond this share they scroll too. */
const MAX_FROZEN_SHARE = 0.55;

/** A width that a person may give a column. */
export function clampWidth(width: number): number {
  return Math.min(Math.max(width, DEFAULT_MIN_WIDTH), MAX_WIDTH);
}

/** Where each column is drawn. Frozen columns come first; the order is otherwise the caller's. */
export function layoutColumns<Row>(
  columns: readonly GridColumn<Row>[],
  viewWidth: number,
): ColumnLayout<Row> {
  const ordered = [
    ...columns.filter((column) => column.frozen === true),
    ...columns.filter((column) => column.frozen !== true),
  ];
  const widths = grownWidths(ordered, viewWidth);
  const frozenCount = countFrozen(ordered, widths, viewWidth);
  const frozenWidth = sum(widths.slice(0, frozenCount));
  let left = 0;
  const placed = ordered.map((column, index): PlacedColumn<Row> => {
    const width = widths[index] ?? DEFAULT_MIN_WIDTH;
    const isFrozen = index < frozenCount;
    const start = left;
    left += width;
    const end = column.align === 'end' ? ' grid-end' : '';
    const tick = column.isRowSelector === true ? ' grid-tick' : '';
    const style = { left: isFrozen ? start : start - frozenWidth, width };
    return { column, index, left: start, width, isFrozen, style, className: `grid-cell${end}${tick}` };
  });
  return {
    columns: placed,
    frozen: placed.slice(0, frozenCount),
    scrolling: placed.slice(frozenCount),
    columnIds: ordered.map((column) => column.id),
    frozenWidth,
    totalWidth: left,
  };
}

/** The columns while one of them is being drawn wider or narrower. */
export function withWidth<Row>(
  columns: readonly GridColumn<Row>[],
  drawn: ColumnWidth | null,
): readonly GridColumn<Row>[] {
  if (drawn === null) return columns;
  return columns.map((column) =>
    column.id === drawn.columnId ? { ...column, width: drawn.width, isGrowing: false } : column,
  );
}

/** The sideways position that shows a column, and not under the frozen ones. Changes as little as possible. */
export function revealLeft<Row>(
  layout: ColumnLayout<Row>,
  columnIndex: number,
  now: { left: number; viewWidth: number },
): number {
  const placed = layout.columns[columnIndex];
  if (placed === undefined || placed.isFrozen) return now.left;
  const maxLeft = Math.max(0, layout.totalWidth - now.viewWidth);
  const startsAt = placed.left - layout.frozenWidth;
  const endsAt = placed.left + placed.width - now.viewWidth;
  // A column wider than the room shows its start: `startsAt` wins.
  const wanted = Math.min(Math.max(now.left, endsAt), startsAt);
  return Math.min(Math.max(0, wanted), maxLeft);
}

function grownWidths<Row>(columns: readonly GridColumn<Row>[], viewWidth: number): number[] {
  const widths = columns.map((column) => Math.max(column.width, column.minWidth ?? DEFAULT_MIN_WIDTH));
  const growing = columns.filter((column) => column.isGrowing === true).length;
  const spare = Math.floor(viewWidth - sum(widths));
  if (growing === 0 || spare <= 0) return widths;
  const share = Math.floor(spare / growing);
  return widths.map((width, index) => (columns[index]?.isGrowing === true ? width + share : width));
}

function countFrozen<Row>(
  columns: readonly GridColumn<Row>[],
  widths: readonly number[],
  viewWidth: number,
): number {
  const room = viewWidth * MAX_FROZEN_SHARE;
  let used = 0;
  let count = 0;
  for (const [index, column] of columns.entries()) {
    used += widths[index] ?? 0;
    if (column.frozen !== true || used > room) break;
    count += 1;
  }
  return count;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
