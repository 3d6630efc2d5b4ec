import type { SortDirection } from './column.ts';

/** What the grid says by itself. The page passes its own language. */
export interface GridWords {
  readonly readOnly: string;
  readonly movedRow: string;
  readonly unsorted: string;
  sortedBy(header: string, direction: SortDirection): string;
  /** Shown while typed keys wait for a row that is still loading. */
  waiting(typed: string): string;
  /** Of keys that waited for rows that will not come any more. */
  notWritten(typed: string): string;
  /** Of a paste while other rows have been asked for. */
  readonly rowsToCome: string;
  copied(cellCount: number): string;
  /** The rows have been read, but the browser wants another press before it lets the page copy them. */
  readonly copyAgain: string;
  copyNotWhole(header: string): string;
  readonly nothingToPaste: string;
  tooManyRows(given: number, left: number): string;
  tooManyColumns(given: number, left: number): string;
  readingRows(done: number, count: number): string;
  tooManyCells(given: number, most: number): string;
  readonly rowsNotRead: string;
  notCleared(header: string): string;
  readonly nothingAbove: string;
  /** Of a selected block. */
  cells(count: number): string;
  sum(header: string, sum: string): string;
  selectRow(rowNumber: number): string;
}

export const ENGLISH_WORDS: GridWords = {
  readOnly: 'This cell cannot be edited.',
  movedRow: 'No longer in this order or filter; moves on refresh.',
  unsorted: 'Not sorted.',
  sortedBy: (header, direction) => `Sorted by ${header}, ${direction}.`,
  waiting: (typed) => `Waiting for the row; keeping what you typed: ${typed} (Esc gives it up)`,
  notWritten: (typed) => `Not written: ${typed}. The rows it was typed for did not come.`,
  rowsToCome: 'The rows you asked for are not here yet. Try again when they are.',
  copied: (cellCount) => (cellCount === 1 ? 'Copied 1 cell.' : `Copied ${String(cellCount)} cells.`),
  copyAgain: 'The rows have been read. Press Ctrl+C once more to copy them.',
  copyNotWhole: (header) =>
    `Not copied: “${header}” holds more than this row shows. Open the cell to copy it.`,
  nothingToPaste: 'There is no text on the clipboard.',
  tooManyRows: (given, left) =>
    `Not pasted: the block has ${String(given)} rows, and only ${String(left)} are left here.`,
  tooManyColumns: (given, left) =>
    `Not pasted: the block has ${String(given)} columns, and only ${String(left)} are left here.`,
  readingRows: (done, count) => `Reading rows: ${String(done)} of ${String(count)}…`,
  tooManyCells: (given, most) =>
    `The block has ${String(given)} cells, more than the ${String(most)} that go at once. Nothing was done; take a smaller block.`,
  rowsNotRead: 'Some rows could not be read. Nothing was changed; try again, or scroll through them first.',
  notCleared: (header) => `“${header}” is not cleared: type a value instead.`,
  nothingAbove: 'There is no row above to fill from.',
  cells: (count) => `${String(count)} cells`,
  sum: (header, sum) => `${header} ${sum}`,
  selectRow: (rowNumber) => `Select row ${String(rowNumber)}`,
};
