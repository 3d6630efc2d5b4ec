import { useEffect, useEffectEvent, useState } from 'react';
import { blockOf, type Block, type GridCursor } from './cursor.ts';
import type { GridSession } from './session.ts';

interface BlockSummaryProps<Row> {
  readonly session: GridSession<Row>;
  readonly cursor: GridCursor;
}

/** A block grows with each key: it is added up when the keys rest. */
const REST_MS = 80;
/** Adding up more rows than this would be felt; the count is still said. */
const MOST_ROWS = 20_000;

/** How many cells are selected, and the sum of each column of numbers in them. */
export function BlockSummary<Row>({ session, cursor }: BlockSummaryProps<Row>) {
  const block = blockOf(cursor, session.layout.columnIds);
  const [summary, setSummary] = useState<string | null>(null);
  const sumUp = useEffectEvent(() => setSummary(block && summaryOf(session, block)));
  const { rowAt, watchRows } = session.props;
  const place = block === null ? null : Object.values(block).join(' ');
  useEffect(() => {
    const timer = setTimeout(sumUp, place === null ? 0 : REST_MS);
    return () => clearTimeout(timer);
  }, [place, rowAt]);
  useEffect(() => (place === null ? undefined : watchRows?.(() => sumUp())), [place, watchRows]);
  if (block === null || summary === null) return null;
  return (
    <div role="status" className="grid-summary">
      {summary}
    </div>
  );
}

function summaryOf<Row>({ props, layout, words }: GridSession<Row>, block: Block): string {
  const { firstRow, lastRow } = block;
  const columns = layout.columns
    .slice(block.firstColumn, block.lastColumn + 1)
    .filter(({ column }) => column.isRowSelector !== true);
  const parts = [words.cells((lastRow - firstRow + 1) * columns.length)];
  if (lastRow - firstRow >= MOST_ROWS) return parts[0] ?? '';
  for (const { column } of columns) {
    if (column.numberOf === undefined) continue;
    const sum = sumOf(props, column.numberOf, block);
    if (sum !== null) parts.push(words.sum(column.header, column.sumText?.(sum) ?? String(sum)));
  }
  return parts.join(' · ');
}

/** Null when a row is not there: a sum of some of them would look like the sum of all. */
function sumOf<Row>(
  { rowAt }: GridSession<Row>['props'],
  numberOf: (row: Row) => number | null,
  { firstRow, lastRow }: Block,
): number | null {
  let sum = 0;
  for (let rowIndex = firstRow; rowIndex <= lastRow; rowIndex += 1) {
    const row = rowAt(rowIndex);
    if (row === undefined) return null;
    sum += numberOf(row) ?? 0;
  }
  return sum;
}
