import { memo } from 'react';
import { editability } from './column.ts';
import type { ColumnLayout, PlacedColumn } from './columnLayout.ts';

export interface GridRowProps<Row> {
  /** Undefined while it is loading. */
  readonly row: Row | undefined;
  readonly rowIndex: number;
  readonly top: number;
  readonly layout: ColumnLayout<Row>;
  /** The column under the cursor, -1 in every other row. */
  readonly cursorColumn: number;
  readonly isEditing: boolean;
  /** The selected block in this row, both -1 without one. */
  readonly blockFrom: number;
  readonly blockTo: number;
  /** The column with the handle that continues the block, -1 in every other row. */
  readonly cornerColumn: number;
  readonly isSelected: boolean;
  /** A line that holds other rows, one of those, or neither. */
  readonly group: 'open' | 'shut' | 'member' | undefined;
  readonly mark: 'moved' | 'glow' | undefined;
  readonly markWords: string;
}

function DrawnRow<Row>(props: GridRowProps<Row>) {
  const { row, rowIndex, top, layout, isSelected, group, mark, markWords } = props;
  const isGroup = group === 'open' || group === 'shut';
  return (
    <div
      role="row"
      className={row === undefined ? 'grid-row grid-loading' : 'grid-row'}
      style={{ transform: `translateY(${String(top)}px)` }}
      aria-rowindex={rowIndex + 2}
      aria-busy={row === undefined ? true : undefined}
      aria-level={group === undefined ? undefined : isGroup ? 1 : 2}
      aria-expanded={isGroup ? group === 'open' : undefined}
      aria-selected={isSelected ? true : undefined}
      aria-description={mark === 'moved' ? markWords : undefined}
      data-mark={mark}
    >
      <div role="presentation" className="grid-frozen">
        {layout.frozen.map((placed) => drawCell(placed, props))}
      </div>
      <div role="presentation" className="grid-sliding">
        {layout.scrolling.map((placed) => drawCell(placed, props))}
      </div>
    </div>
  );
}

/** A plain function, not a component: at 25 rows × 12 columns per scrolled frame, a component for each cell costs a third more. */
function drawCell<Row>(placed: PlacedColumn<Row>, props: GridRowProps<Row>) {
  const { row, cursorColumn, isEditing, blockFrom, blockTo, cornerColumn } = props;
  const { column, index } = placed;
  const isCursor = index === cursorColumn;
  const isInBlock = index >= blockFrom && index <= blockTo && blockFrom >= 0;
  const isEditable = row !== undefined && editability(column, row) === true;
  let className = placed.className;
  const tone = row === undefined ? undefined : column.tone?.(row);
  if (tone !== undefined) className += ` ${tone}`;
  if (isCursor) className += ' grid-cursor';
  if (isInBlock) className += ' grid-in-block';
  if (index === cornerColumn) className += ' grid-corner';
  const text = row === undefined ? '' : column.text(row);
  const isDrawn = row !== undefined && column.render !== undefined;
  return (
    <div
      key={column.id}
      role="gridcell"
      className={className}
      style={placed.style}
      aria-colindex={index + 1}
      aria-label={isDrawn ? text : undefined}
      aria-readonly={isEditable ? undefined : true}
      aria-selected={isInBlock ? true : undefined}
      tabIndex={isCursor ? (isEditing ? -1 : 0) : undefined}
    >
      {row !== undefined && column.render !== undefined ? column.render(row) : text}
    </div>
  );
}

// memo() loses the type parameter; this gives it back. Unneeded once React's types know generic components.
export const GridRow = memo(DrawnRow) as typeof DrawnRow;
