import type { ColumnPanelProps } from '#grid/column.ts';
import { clampWidth } from '#grid/columnLayout.ts';
import { Icon } from '#ui/Icon.tsx';
import type { IconName } from '#ui/iconPaths.ts';
import { FilterControl } from './FilterControl.tsx';
import { filtersFor, isFilterField } from './filterKinds.ts';
import type { InventorySearch } from './inventorySearch.ts';
import { KEPT_COLUMN, moveColumn, resizeColumn, toggleColumn, writeColumns } from './tableColumns.ts';
import { useTableTools } from './tableTools.ts';
import { useFirstFocus } from './useFirstFocus.ts';
import './filters.css';
import './views.css';

const TEXT_COLUMNS = new Set(['name', 'sku', 'category', 'location', 'tracking']);
const SORTED = new Set([
  ...TEXT_COLUMNS,
  'quantity',
  'codes',
  'income',
  'cost',
  'profit',
  'margin',
  'changed',
]);

/** What a heading offers: order, filter, group, and the column's place. Everything here is also done without dragging. */
export function ColumnPanel({ columnId, onClose }: ColumnPanelProps) {
  const { words, search, onSearch, shown, columns, canSeeMoney } = useTableTools();
  const { column } = words.table;
  const frame = useFirstFocus(columnId);
  const index = shown.findIndex(({ id }) => id === columnId);
  const header = columns.find(({ id }) => id === columnId)?.header ?? columnId;
  const isGroupable = columnId === 'sku' || columnId === 'category' || columnId === 'location';
  const then = (change: InventorySearch) => () => {
    onSearch(change);
    onClose();
  };
  const place = (next: typeof shown) => ({ columns: writeColumns(next) });
  const [up, down] = TEXT_COLUMNS.has(columnId) ? [column.az, column.za] : [column.up, column.down];
  return (
    <div ref={frame} className="column-panel">
      <ul className="ui-menu-list" aria-label={column.panel(header)}>
        {SORTED.has(columnId) && (
          <>
            <Choice icon="up" text={up} onChoose={then({ sort: columnId })} />
            <Choice icon="down" text={down} onChoose={then({ sort: `-${columnId}` })} />
          </>
        )}
        {isGroupable && (
          <Choice
            icon="table"
            text={search.group === columnId ? column.ungroup : column.group}
            onChoose={then({
              group: search.group === columnId ? undefined : columnId,
              open: undefined,
              row: undefined,
              at: undefined,
            })}
          />
        )}
        <Choice
          icon="back"
          text={column.left}
          whyNot={index <= 0 ? column.atEdge : null}
          onChoose={then(place(moveColumn(shown, { id: columnId, step: -1 })))}
        />
        <Choice
          icon="next"
          text={column.right}
          whyNot={index === shown.length - 1 ? column.atEdge : null}
          onChoose={then(place(moveColumn(shown, { id: columnId, step: 1 })))}
        />
        <Choice
          icon="lock"
          text={search.frozen === index + 1 ? column.thaw : column.freeze}
          onChoose={then({ frozen: search.frozen === index + 1 ? 0 : index + 1 })}
        />
        <Choice
          icon="close"
          text={column.hide}
          whyNot={columnId === KEPT_COLUMN ? column.hideName : null}
          onChoose={then(place(toggleColumn(shown, columnId)))}
        />
      </ul>
      <WidthField key={columnId} columnId={columnId} onDone={onClose} />
      {isFilterField(columnId) && filtersFor(canSeeMoney).includes(columnId) && (
        <>
          <p className="ui-menu-title">{words.table.filter.of(header)}</p>
          <FilterControl field={columnId} onApplied={onClose} />
        </>
      )}
    </div>
  );
}

interface ChoiceProps {
  icon: IconName;
  text: string;
  whyNot?: string | null;
  onChoose(): void;
}

function Choice({ icon, text, whyNot = null, onChoose }: ChoiceProps) {
  return (
    <li>
      <button
        type="button"
        className="ui-menu-item"
        aria-disabled={whyNot === null ? undefined : true}
        title={whyNot ?? undefined}
        onClick={() => {
          if (whyNot === null) onChoose();
        }}
      >
        <Icon name={icon} size={15} />
        <span>{text}</span>
      </button>
    </li>
  );
}

function WidthField({ columnId, onDone }: { columnId: string; onDone(): void }) {
  const { words, shown, onSearch } = useTableTools();
  const { column } = words.table;
  const width = shown.find(({ id }) => id === columnId)?.width ?? null;
  return (
    <form
      className="column-width"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('width');
        const given = typeof typed === 'string' && typed !== '' ? clampWidth(Number(typed)) : null;
        onSearch({ columns: writeColumns(resizeColumn(shown, { id: columnId, width: given })) });
        onDone();
      }}
    >
      <label>
        {column.width}{' '}
        <input
          className="ui-field"
          name="width"
          type="number"
          min={48}
          max={1200}
          defaultValue={width ?? ''}
        />{' '}
        {column.pixels}
      </label>
    </form>
  );
}
