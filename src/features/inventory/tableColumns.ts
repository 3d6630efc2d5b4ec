import type { GridColumn } from '#grid/column.ts';

/** One column of the address: its place is its place in the list. */
export interface ChosenColumn {
  id: string;
  /** In pixels; null is the column's usual width. */
  width: number | null;
}

/** `name:260,sku` as a list. */
export function readColumns(text: string): ChosenColumn[] {
  return text.split(',').map((part) => {
    const [id = '', width] = part.split(':');
    return { id, width: width === undefined ? null : Number(width) };
  });
}

export function writeColumns(columns: readonly ChosenColumn[]): string {
  return columns.map(({ id, width }) => (width === null ? id : `${id}:${width}`)).join(',');
}

/** The column that is always there: without it nobody could tell the rows apart. */
export const KEPT_COLUMN = 'name';

/**
 * The columns that a person chose out of those there are, in their order and widths, the first `frozen` of them kept in sight.
 * The one that ticks rows stays first and is not chosen. What the address names but this person may not see is left out.
 */
export function arrangeColumns<Row>(
  columns: readonly GridColumn<Row>[],
  { chosen, frozen }: { chosen: string | undefined; frozen: number | undefined },
): GridColumn<Row>[] {
  const selector = columns.filter((column) => column.isRowSelector === true);
  const byId = new Map(columns.map((column) => [column.id, column]));
  const shown =
    chosen === undefined
      ? columns.filter((column) => column.isRowSelector !== true)
      : withKept(readColumns(chosen)).flatMap(({ id, width }) => {
          const column = byId.get(id);
          if (column === undefined || column.isRowSelector === true) return [];
          return width === null ? [column] : [{ ...column, width, isGrowing: false }];
        });
  const placed =
    frozen === undefined ? shown : shown.map((column, index) => ({ ...column, frozen: index < frozen }));
  return [...selector, ...placed];
}

/** What is shown now, as it would stand in an address. */
export function columnsShown<Row>(
  columns: readonly GridColumn<Row>[],
  chosen: string | undefined,
): ChosenColumn[] {
  const widths = new Map(chosen === undefined ? [] : readColumns(chosen).map(({ id, width }) => [id, width]));
  return columns
    .filter((column) => column.isRowSelector !== true)
    .map(({ id }) => ({ id, width: widths.get(id) ?? null }));
}

/** The columns with one of them a step further left (−1) or right (1). */
export function moveColumn(
  columns: readonly ChosenColumn[],
  { id, step }: { id: string; step: -1 | 1 },
): ChosenColumn[] {
  const from = columns.findIndex((column) => column.id === id);
  const to = from + step;
  const moved = columns[from];
  if (moved === undefined || to < 0 || to >= columns.length) return [...columns];
  return columns.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** The columns without one of them, or with it again at the end. */
export function toggleColumn(columns: readonly ChosenColumn[], id: string): ChosenColumn[] {
  if (id === KEPT_COLUMN) return [...columns];
  const others = columns.filter((column) => column.id !== id);
  return others.length < columns.length ? others : [...columns, { id, width: null }];
}

export function resizeColumn(
  columns: readonly ChosenColumn[],
  { id, width }: { id: string; width: number | null },
): ChosenColumn[] {
  return columns.map((column) => (column.id === id ? { id, width } : column));
}

function withKept(columns: readonly ChosenColumn[]): readonly ChosenColumn[] {
  const isThere = columns.some(({ id }) => id === KEPT_COLUMN);
  return isThere ? columns : [{ id: KEPT_COLUMN, width: null }, ...columns];
}
