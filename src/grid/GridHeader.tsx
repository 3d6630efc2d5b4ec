import { memo } from 'react';
import type { GridSort } from './column.ts';
import type { ColumnLayout, PlacedColumn } from './columnLayout.ts';

interface GridHeaderProps<Row> {
  readonly layout: ColumnLayout<Row>;
  readonly sort: readonly GridSort[] | undefined;
  /** The column under the cursor while it is in the header, otherwise -1. */
  readonly cursorColumn: number;
  readonly isResizable: boolean;
}

function DrawnHeader<Row>(props: GridHeaderProps<Row>) {
  const { layout } = props;
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" className="grid-row" aria-rowindex={1}>
        <div role="presentation" className="grid-frozen">
          {layout.frozen.map((placed) => drawHeaderCell(placed, props))}
        </div>
        <div role="presentation" className="grid-sliding">
          {layout.scrolling.map((placed) => drawHeaderCell(placed, props))}
        </div>
      </div>
    </div>
  );
}

function drawHeaderCell<Row>(placed: PlacedColumn<Row>, props: GridHeaderProps<Row>) {
  const { sort = [], cursorColumn, isResizable } = props;
  const { column, index } = placed;
  const order = sort.findIndex((entry) => entry.columnId === column.id);
  const direction = sort[order]?.direction;
  const isCursor = index === cursorColumn;
  const sortable = column.isSortable === true ? ' grid-sortable' : '';
  return (
    <div
      key={column.id}
      role="columnheader"
      className={`${placed.className}${sortable}${isCursor ? ' grid-cursor' : ''}`}
      style={placed.style}
      aria-colindex={index + 1}
      // ARIA allows one sorted column; the others show their place in the order.
      aria-sort={order === 0 ? direction : column.isSortable === true && order < 0 ? 'none' : undefined}
      aria-readonly
      aria-haspopup={column.hasPanel === true ? 'dialog' : undefined}
      aria-keyshortcuts={column.hasPanel === true ? 'Alt+ArrowDown' : undefined}
      data-filtered={column.isFiltered === true ? '' : undefined}
      tabIndex={isCursor ? 0 : undefined}
    >
      <span className="grid-header-text">{column.header}</span>
      {direction !== undefined && (
        <span className="grid-sort" aria-hidden={order === 0}>
          {direction === 'ascending' ? '↑' : '↓'}
          {sort.length > 1 && <sub>{order + 1}</sub>}
        </span>
      )}
      {/* For pointers; the heading itself takes Alt+Down. */}
      {column.hasPanel === true && <span className="grid-panel-button" aria-hidden="true" />}
      {isResizable && column.isRowSelector !== true && <span className="grid-resize" aria-hidden="true" />}
    </div>
  );
}

// The rest of the grid is drawn by each key; a line that is the same is not.
export const GridHeader = memo(DrawnHeader) as typeof DrawnHeader;
