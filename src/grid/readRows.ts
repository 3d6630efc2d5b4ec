import type { Block } from './cursor.ts';
import { notify, type GridSession, type Notice } from './session.ts';

/** A larger block is not read for copying or writing: it is said, never cut. */
const MOST_CELLS = 100_000;
/** Read side by side before the next are asked for: often enough to say how far it is. */
const ROWS_AT_ONCE = 2000;

/** The rows of a block by their place, as they were when they were asked for or read. */
export type BlockRows<Row> = Map<number, Row>;

/** Says so when a block is too large, before anything is read for it. */
export function isTooLarge<Row>(session: GridSession<Row>, block: Block): boolean {
  const count = cellCount(block);
  if (count <= MOST_CELLS) return false;
  notify(session, session.cursor().at, session.words.tooManyCells(count, MOST_CELLS));
  return true;
}

export function cellCount({ firstRow, lastRow, firstColumn, lastColumn }: Block): number {
  return (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1);
}

/** The rows of a block that are there now. */
export function rowsThere<Row>({ props }: GridSession<Row>, { firstRow, lastRow }: Block): BlockRows<Row> {
  const rows: BlockRows<Row> = new Map();
  for (let rowIndex = firstRow; rowIndex <= lastRow; rowIndex += 1) {
    const row = props.rowAt(rowIndex);
    if (row !== undefined) rows.set(rowIndex, row);
  }
  return rows;
}

export function isWhole<Row>(rows: BlockRows<Row>, { firstRow, lastRow }: Block): boolean {
  return rows.size === lastRow - firstRow + 1;
}

/** Reads the rows of a block that are missing, and says how far it is. False: they could not be read, which is said. */
export async function readRows<Row>(
  session: GridSession<Row>,
  block: Block,
  rows: BlockRows<Row>,
): Promise<boolean> {
  const { words } = session;
  const { firstRow, lastRow } = block;
  const count = lastRow - firstRow + 1;
  const progress = showProgress(session);
  session.say(words.readingRows(0, count));
  for (let from = firstRow; from <= lastRow; from += ROWS_AT_ONCE) {
    progress(words.readingRows(from - firstRow, count));
    const part = { ...block, firstRow: from, lastRow: Math.min(lastRow, from + ROWS_AT_ONCE - 1) };
    if (!(await readPart(session, part, rows))) {
      notify(session, session.cursor().at, words.rowsNotRead);
      return false;
    }
  }
  progress(null);
  return true;
}

/** At the cell where it began, as long as nothing else is said there. */
function showProgress<Row>(session: GridSession<Row>): (text: string | null) => void {
  const { at } = session.cursor();
  let last: Notice | null = null;
  return (text) => {
    const before = last;
    const next = text === null ? null : { at, text };
    last = next;
    session.setNotice((shown) => (shown === null || shown === before ? next : shown));
  };
}

async function readPart<Row>(
  { props }: GridSession<Row>,
  { firstRow, lastRow }: Block,
  rows: BlockRows<Row>,
): Promise<boolean> {
  const take = () => {
    let isThere = true;
    for (let rowIndex = firstRow; rowIndex <= lastRow; rowIndex += 1) {
      const row = rows.get(rowIndex) ?? props.rowAt(rowIndex);
      if (row === undefined) isThere = false;
      else rows.set(rowIndex, row);
    }
    return isThere;
  };
  if (take() || props.loadRows === undefined) return take();
  try {
    await props.loadRows(firstRow, lastRow);
  } catch {
    // Why is said over the table, by the list itself; here it only matters that the rows are not there.
    return false;
  }
  return take();
}
