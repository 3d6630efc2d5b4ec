import { editBlock } from './blockEdit.ts';
import { copiedText } from './column.ts';
import { selectedBlock, type Block } from './cursor.ts';
import { isTooLarge, readRows, rowsThere } from './readRows.ts';
import { goOn } from './series.ts';
import { notify, type GridSession } from './session.ts';

/** Empties the selected cells where that makes sense, and says where it does not. */
export function clearBlock<Row>(session: GridSession<Row>, kind: 'clear' | 'cut', block: Block): void {
  const columns = session.layout.columns.slice(block.firstColumn, block.lastColumn + 1);
  const kept = columns.filter(
    ({ column }) => column.editor !== undefined && column.clearedText === undefined,
  );
  if (columns.every(({ column }) => column.clearedText === undefined)) {
    const [first] = kept;
    const text = first ? session.words.notCleared(first.column.header) : session.words.readOnly;
    return notify(session, session.cursor().at, text);
  }
  editBlock(session, { kind, block, textFor: ({ column }) => column.clearedText ?? null });
  for (const { column } of kept.slice(0, 1)) session.say(session.words.notCleared(column.header));
}

/**
 * Fills a block from its first row; of a single cell, from the one above. As a series the leading rows that hold
 * something are continued: A001, A002 and empty cells become A001 to A009.
 */
export function fillDown<Row>(session: GridSession<Row>, isSeries: boolean): void {
  const block = selectedBlock(session.cursor(), session.layout.columnIds);
  const isOneRow = block.firstRow === block.lastRow;
  if (isOneRow && block.firstRow === 0)
    return notify(session, session.cursor().at, session.words.nothingAbove);
  const whole = isOneRow ? { ...block, firstRow: block.firstRow - 1 } : block;
  if (isTooLarge(session, whole)) return undefined;
  const fill = (lastRow: number) => fillFrom(session, { source: { ...whole, lastRow }, whole, isSeries });
  const last = lastOfSource(session, whole, isSeries);
  if (last !== null) return fill(last);
  void readRows(session, whole, rowsThere(session, whole)).then(
    (isRead) => isRead && fill(lastOfSource(session, whole, isSeries) ?? whole.firstRow),
  );
  return undefined;
}

/** What was typed goes into every cell of the block. */
export function fillWith<Row>(session: GridSession<Row>, block: Block, text: string): void {
  editBlock(session, { kind: 'fill', block, textFor: () => text });
}

/** Continues a block over the larger one around it: downwards, upwards, or to either side. */
export function fillFrom<Row>(
  session: GridSession<Row>,
  { source, whole, isSeries }: { source: Block; whole: Block; isSeries: boolean },
): void {
  const texts = session.layout.columns.map(() => new Map<number, string>());
  const isDown = whole.lastRow > source.lastRow;
  const count = isDown ? whole.lastRow - source.lastRow : source.firstRow - whole.firstRow;
  for (let index = source.firstColumn; index <= source.lastColumn; index += 1) {
    const placed = session.layout.columns[index];
    const from = textsOf(session, source, index);
    if (placed === undefined || from === null) return notWhole(session, placed?.column.header ?? '');
    const next = goOn(isDown ? from : from.toReversed(), {
      count,
      isSeries: isSeries || placed.column.isSeries === true,
    });
    for (const [step, text] of next.entries())
      texts[index]?.set(isDown ? source.lastRow + 1 + step : source.firstRow - 1 - step, text);
  }
  const isSideways = whole.firstColumn !== source.firstColumn || whole.lastColumn !== source.lastColumn;
  editBlock(session, {
    kind: 'fill',
    block: whole,
    textFor: ({ rowIndex, columnIndex }) =>
      isSideways
        ? sideways(session, { source, rowIndex, columnIndex })
        : (texts[columnIndex]?.get(rowIndex) ?? null),
  });
}

function sideways<Row>(
  { props, layout }: GridSession<Row>,
  { source, rowIndex, columnIndex }: { source: Block; rowIndex: number; columnIndex: number },
): string | null {
  if (columnIndex >= source.firstColumn && columnIndex <= source.lastColumn) return null;
  const nearest = columnIndex > source.lastColumn ? source.lastColumn : source.firstColumn;
  const column = layout.columns[nearest]?.column;
  const row = props.rowAt(rowIndex);
  return column && row !== undefined ? copiedText(column, row) : null;
}

function textsOf<Row>({ props, layout }: GridSession<Row>, { firstRow, lastRow }: Block, index: number) {
  const column = layout.columns[index]?.column;
  const texts: string[] = [];
  for (let rowIndex = firstRow; rowIndex <= lastRow; rowIndex += 1) {
    const row = props.rowAt(rowIndex);
    const text = column && row !== undefined ? copiedText(column, row) : null;
    if (text === null) return null;
    texts.push(text);
  }
  return texts;
}

/**
 * The row that the source of a fill ends with: the first; of a series the last of the leading rows that hold something in
 * every column. Null: more must be read to tell.
 */
function lastOfSource<Row>(session: GridSession<Row>, block: Block, isSeries: boolean): number | null {
  const isThere = (rowIndex: number) => session.props.rowAt(rowIndex) !== undefined;
  const { firstRow } = block;
  if (!isThere(firstRow)) return null;
  if (!isSeries) return firstRow;
  for (let rowIndex = firstRow + 1; rowIndex <= block.lastRow; rowIndex += 1) {
    if (!isThere(rowIndex)) return null;
    if (!isFilled(session, { ...block, firstRow: rowIndex, lastRow: rowIndex })) return rowIndex - 1;
  }
  // Nothing is empty: there is no pattern to see, the first row alone is continued.
  return firstRow;
}

function isFilled<Row>(session: GridSession<Row>, row: Block): boolean {
  for (let index = row.firstColumn; index <= row.lastColumn; index += 1)
    if (textsOf(session, row, index)?.[0] === '') return false;
  return true;
}

function notWhole<Row>(session: GridSession<Row>, header: string): void {
  notify(session, session.cursor().at, session.words.copyNotWhole(header));
}
