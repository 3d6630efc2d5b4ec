import { memo } from 'react';
import type { GridSort } from './column.ts';
import type { ColumnLayout, PlacedColumn } from './columnLayout.ts';

interface GridHeaderProps<Row> {
  readonly layout: ColumnLayout<Row>;
  readonly sort: readonly GridSort[] | undefined;
  /** The column under the cursor while it is in the header, otherwise -1. */
  readonly cursorColumn: number;
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

function drawHeaderCell<Row>(placed: PlacedColumn<Row>, { sort = [], cursorColumn }: GridHeaderProps<Row>) {
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
      tabIndex={isCursor ? 0 : undefined}
    >
      <span className="grid-header-text">{column.header}</span>
      {direction !== undefined && (
        <span className="grid-sort" aria-hidden={order === 0}>
          {direction === 'ascending' ? '↑' : '↓'}
          {sort.length > 1 && <sub>{order + 1}</sub>}
        </span>
      )}
    </div>
  );
}

// As in GridRow.tsx.
export const GridHeader = memo(DrawnHeader) as typeof DrawnHeader;
