import {
  copiedText,
  editability,
  type BlockEdit,
  type CellText,
  type GridColumn,
  type PassedOver,
} from './column.ts';
import { reading, selectedBlock, type Block } from './cursor.ts';
import { cellCount, isTooLarge, isWhole, readRows, rowsThere, type BlockRows } from './readRows.ts';
import { go, notify, type GridSession } from './session.ts';

/** The text for one cell of a block; null leaves the cell as it is. */
export type TextFor<Row> = (place: {
  rowIndex: number;
  columnIndex: number;
  column: GridColumn<Row>;
  row: Row;
}) => string | null;

interface AskedBlock<Row> {
  kind: BlockEdit<Row>['kind'];
  block: Block;
  textFor: TextFor<Row>;
}

/**
 * Gathers what is to stand in each cell of a block and hands it to the page. The block is selected, so that the person
 * sees what was meant. Rows that are not there are read first; meanwhile the page shows what it can of the others.
 */
export function editBlock<Row>(session: GridSession<Row>, asked: AskedBlock<Row>): void {
  const { block } = asked;
  if (isTooLarge(session, block)) return;
  selectBlock(session, block);
  const rows = rowsThere(session, block);
  if (isWhole(rows, block)) handOver(session, gather(session, asked, rows));
  else void editUnread(session, asked, rows);
}

/** The rows that were there stay as the person saw them when they did it, whatever is read or shown meanwhile. */
async function editUnread<Row>(
  session: GridSession<Row>,
  asked: AskedBlock<Row>,
  rows: BlockRows<Row>,
): Promise<void> {
  const takeBack = session.props.onBlockStart?.(gather(session, asked, rows), cellCount(asked.block));
  const isRead = await readRows(session, asked.block, rows);
  if (isRead) handOver(session, gather(session, asked, rows));
  takeBack?.();
}

/** Cells that cannot be edited are counted, unless nothing would change. */
function handOver<Row>(session: GridSession<Row>, edit: BlockEdit<Row>): void {
  if (edit.cells.length > 0) session.props.onBlockEdit?.(edit);
  else if (edit.passedOver[0])
    notify(session, session.cursor().at, edit.passedOver[0].reason ?? session.words.readOnly);
}

function gather<Row>(
  { layout }: GridSession<Row>,
  { kind, block, textFor }: AskedBlock<Row>,
  rows: BlockRows<Row>,
): BlockEdit<Row> {
  const cells: CellText<Row>[] = [];
  const passedOver = new Map<string, PassedOver>();
  for (let rowIndex = block.firstRow; rowIndex <= block.lastRow; rowIndex += 1) {
    const row = rows.get(rowIndex);
    if (row === undefined) continue;
    for (let columnIndex = block.firstColumn; columnIndex <= block.lastColumn; columnIndex += 1) {
      const column = layout.columns[columnIndex]?.column;
      if (column === undefined || column.isRowSelector === true) continue;
      const text = textFor({ rowIndex, columnIndex, column, row });
      if (text === null) continue;
      const verdict = editability(column, row);
      if (verdict === true) cells.push({ row, rowIndex, columnId: column.id, text });
      else if (text !== column.text(row) && text !== copiedText(column, row)) {
        const count = (passedOver.get(column.id)?.count ?? 0) + 1;
        const reason = verdict === 'never' ? null : verdict.reason;
        passedOver.set(column.id, { header: column.header, count, reason });
      }
    }
  }
  return { kind, cells, passedOver: [...passedOver.values()] };
}

/** Where the block is selected already the cursor stays where it is, otherwise it goes to the first cell. */
export function selectBlock<Row>(session: GridSession<Row>, block: Block): void {
  const { columnIds } = session.layout;
  const cursor = session.cursor();
  if (isSameBlock(selectedBlock(cursor, columnIds), block)) return go(session, cursor);
  const first = { rowIndex: block.firstRow, columnId: columnIds[block.firstColumn] ?? '' };
  const last = { rowIndex: block.lastRow, columnId: columnIds[block.lastColumn] ?? '' };
  const isOne = block.firstRow === block.lastRow && block.firstColumn === block.lastColumn;
  return go(session, reading(first, isOne ? null : last));
}

function isSameBlock(one: Block, other: Block): boolean {
  return (
    one.firstRow === other.firstRow &&
    one.lastRow === other.lastRow &&
    one.firstColumn === other.firstColumn &&
    one.lastColumn === other.lastColumn
  );
}
