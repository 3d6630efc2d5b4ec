import type { Block } from './cursor.ts';

export interface BlockSize {
  readonly rows: number;
  readonly columns: number;
}

/** Why a block cannot be put there: how much there is, and how much room is left. */
export interface NoRoom {
  readonly what: 'rows' | 'columns';
  readonly given: number;
  readonly left: number;
}

/**
 * Where a pasted block goes. One cell fills the selection; a block that divides the selection is repeated over it;
 * otherwise it is put once at the selection's first cell. Awkward case: what would reach beyond the last row or column is
 * not cut but refused, with the numbers.
 */
export function placeBlock(given: BlockSize, selected: Block, room: BlockSize): Block | NoRoom {
  const { firstRow, firstColumn } = selected;
  const rows = selected.lastRow - firstRow + 1;
  const columns = selected.lastColumn - firstColumn + 1;
  if (rows % given.rows === 0 && columns % given.columns === 0) return selected;
  const left = { rows: room.rows - firstRow, columns: room.columns - firstColumn };
  if (given.columns > left.columns) return { what: 'columns', given: given.columns, left: left.columns };
  if (given.rows > left.rows) return { what: 'rows', given: given.rows, left: left.rows };
  return {
    firstRow,
    firstColumn,
    lastRow: firstRow + given.rows - 1,
    lastColumn: firstColumn + given.columns - 1,
  };
}

export function hasNoRoom(placed: Block | NoRoom): placed is NoRoom {
  return 'what' in placed;
}
