import type { SortDirection } from './column.ts';

/** What the grid says by itself. The page passes its own language. */
export interface GridWords {
  readonly readOnly: string;
  readonly movedRow: string;
  readonly unsorted: string;
  sortedBy(header: string, direction: SortDirection): string;
  /** Shown while typed keys wait for a row that is still loading. */
  waiting(typed: string): string;
  copied(cellCount: number): string;
  readonly copyNeedsRows: string;
  selectRow(rowNumber: number): string;
}

export const ENGLISH_WORDS: GridWords = {
  readOnly: 'This cell cannot be edited.',
  movedRow: 'No longer in this order or filter; moves on refresh.',
  unsorted: 'Not sorted.',
  sortedBy: (header, direction) => `Sorted by ${header}, ${direction}.`,
  waiting: (typed) => `Loading this row; keeping what you typed: ${typed}`,
  copied: (cellCount) => (cellCount === 1 ? 'Copied 1 cell.' : `Copied ${String(cellCount)} cells.`),
  copyNeedsRows: 'Not copied: some selected rows are not loaded yet. Scroll through them and try again.',
  selectRow: (rowNumber) => `Select row ${String(rowNumber)}`,
};
