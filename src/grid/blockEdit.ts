import {
  copiedText,
  editability,
  type BlockEdit,
  type CellText,
  type GridColumn,
  type PassedOver,
} from './column.ts';
import { reading, type Block } from './cursor.ts';
import { go, notify, type GridSession } from './session.ts';

/** The text for one cell of a block; null leaves the cell as it is. */
export type TextFor<Row> = (place: {
  rowIndex: number;
  columnIndex: number;
  column: GridColumn<Row>;
  row: Row;
}) => string | null;

/**
 * Gathers what is to stand in each cell of a block and hands it to the page, once the rows are there. The block is
 * selected, so that the person sees what was meant. Cells that cannot be edited are counted, unless nothing would change.
 */
export function editBlock<Row>(
  session: GridSession<Row>,
  { kind, block, textFor }: { kind: BlockEdit<Row>['kind']; block: Block; textFor: TextFor<Row> },
): void {
  withRows(session, block, () => {
    const edit = gather(session, { kind, block, textFor });
    selectBlock(session, block);
    if (edit.cells.length > 0) session.props.onBlockEdit?.(edit);
    else if (edit.passedOver[0])
      notify(session, session.cursor().at, edit.passedOver[0].reason ?? session.words.readOnly);
  });
}

/** Calls back at once when all rows of the block are there, otherwise after they have been read. */
export function withRows<Row>(
  session: GridSession<Row>,
  { firstRow, lastRow }: Block,
  then: () => void,
): void {
  const { props, words } = session;
  const isThere = () => {
    for (let rowIndex = firstRow; rowIndex <= lastRow; rowIndex += 1)
      if (props.rowAt(rowIndex) === undefined) return false;
    return true;
  };
  if (isThere()) return then();
  if (props.loadRows === undefined) return notify(session, session.cursor().at, words.copyNeedsRows);
  notify(session, session.cursor().at, words.readingRows(lastRow - firstRow + 1));
  void props.loadRows(firstRow, lastRow).then(
    () => (isThere() ? then() : notify(session, session.cursor().at, words.rowsNotRead)),
    () => notify(session, session.cursor().at, words.rowsNotRead),
  );
  return undefined;
}

function gather<Row>(
  { props, layout }: GridSession<Row>,
  { kind, block, textFor }: { kind: BlockEdit<Row>['kind']; block: Block; textFor: TextFor<Row> },
): BlockEdit<Row> {
  const cells: CellText<Row>[] = [];
  const passedOver = new Map<string, PassedOver>();
  for (let rowIndex = block.firstRow; rowIndex <= block.lastRow; rowIndex += 1) {
    const row = props.rowAt(rowIndex);
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

/** The cursor stays where it is when that is a corner; the block is drawn around it. */
export function selectBlock<Row>(session: GridSession<Row>, block: Block): void {
  const { columnIds } = session.layout;
  const first = { rowIndex: block.firstRow, columnId: columnIds[block.firstColumn] ?? '' };
  const last = { rowIndex: block.lastRow, columnId: columnIds[block.lastColumn] ?? '' };
  const isOne = block.firstRow === block.lastRow && block.firstColumn === block.lastColumn;
  go(session, reading(first, isOne ? null : last));
}
