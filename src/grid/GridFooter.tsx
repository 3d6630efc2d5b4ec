import { memo } from 'react';
import type { ColumnLayout, PlacedColumn } from './columnLayout.ts';

interface GridFooterProps<Row> {
  readonly layout: ColumnLayout<Row>;
  readonly rowCount: number;
  /** The column under the cursor while it is in the totals line, otherwise -1. */
  readonly cursorColumn: number;
}

/** The totals line of the whole filter. The arrow keys reach it, or a screen reader in focus mode could not read it. */
function DrawnFooter<Row>({ layout, rowCount, cursorColumn }: GridFooterProps<Row>) {
  return (
    <div role="rowgroup" className="grid-foot">
      <div role="row" className="grid-row" aria-rowindex={rowCount + 2}>
        <div role="presentation" className="grid-frozen">
          {layout.frozen.map((placed) => drawFooterCell(placed, cursorColumn))}
        </div>
        <div role="presentation" className="grid-sliding">
          {layout.scrolling.map((placed) => drawFooterCell(placed, cursorColumn))}
        </div>
      </div>
    </div>
  );
}

function drawFooterCell<Row>({ column, index, className, style }: PlacedColumn<Row>, cursorColumn: number) {
  const isCursor = index === cursorColumn;
  return (
    <div
      key={column.id}
      role="gridcell"
      className={isCursor ? `${className} grid-cursor` : className}
      style={style}
      aria-colindex={index + 1}
      aria-readonly
      tabIndex={isCursor ? 0 : undefined}
    >
      {column.footer}
    </div>
  );
}

// The rest of the grid is drawn by each key; a line that is the same is not.
export const GridFooter = memo(DrawnFooter) as typeof DrawnFooter;
