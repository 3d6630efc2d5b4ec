import { Button, IconButton } from '#ui/Button.tsx';
import { KEPT_COLUMN, moveColumn, toggleColumn, writeColumns } from './tableColumns.ts';
import { useTableTools } from './tableTools.ts';

/** Which columns are shown and in which order: shown ones first, as they stand in the table. */
export function ColumnList() {
  const { words, search, onSearch, shown, columns } = useTableTools();
  const { view, column: texts } = words.table;
  const headers = new Map(columns.map(({ id, header }) => [id, header]));
  const hidden = columns.filter(({ id }) => !shown.some((one) => one.id === id));
  const order = [...shown.map(({ id }) => id), ...hidden.map(({ id }) => id)];
  const choose = (next: typeof shown) => onSearch({ columns: writeColumns(next) });
  return (
    <>
      <ul className="ui-menu-list">
        {order.map((id, index) => {
          const header = headers.get(id) ?? id;
          const isShown = index < shown.length;
          return (
            <li key={id} className="view-column">
              <label className="ui-menu-item" title={id === KEPT_COLUMN ? texts.hideName : undefined}>
                <input
                  type="checkbox"
                  checked={isShown}
                  aria-disabled={id === KEPT_COLUMN ? true : undefined}
                  onChange={() => choose(toggleColumn(shown, id))}
                />
                <span>{header}</span>
              </label>
              {isShown && (
                <>
                  <IconButton
                    icon="up"
                    label={view.moveUp(header)}
                    onClick={() => choose(moveColumn(shown, { id, step: -1 }))}
                  />
                  <IconButton
                    icon="down"
                    label={view.moveDown(header)}
                    onClick={() => choose(moveColumn(shown, { id, step: 1 }))}
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
      {(search.columns !== undefined || search.frozen !== undefined) && (
        <Button look="quiet" onClick={() => onSearch({ columns: undefined, frozen: undefined })}>
          {view.reset}
        </Button>
      )}
    </>
  );
}
