import { useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { FilterControl } from './FilterControl.tsx';
import { columnName } from './filterChips.ts';
import { type FilterField, filtersFor } from './filterKinds.ts';
import { isFiltered, withoutFilters } from './inventorySearch.ts';
import { useTableTools } from './tableTools.ts';
import { useFirstFocus } from './useFirstFocus.ts';
import './filters.css';

interface FilterMenuProps {
  close(): void;
}

/** Every way to narrow the list: first which column, then how. */
export function FilterMenu({ close }: FilterMenuProps) {
  const tools = useTableTools();
  const { words, search, onSearch } = tools;
  const { filter } = words.table;
  const [field, setField] = useState<FilterField | null>(null);
  const frame = useFirstFocus(field);
  if (field !== null) {
    return (
      <div ref={frame}>
        <button type="button" className="ui-menu-item filter-back" onClick={() => setField(null)}>
          <Icon name="back" size={14} /> <span>{filter.back}</span>
        </button>
        <p className="ui-menu-title">{filter.of(columnName(field, tools))}</p>
        <FilterControl field={field} onApplied={close} />
        {search[field] !== undefined && (
          <Button look="quiet" onClick={() => onSearch({ [field]: undefined })}>
            {filter.clear}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div ref={frame}>
      <p className="ui-menu-title">{filter.title}</p>
      <ul className="ui-menu-list">
        {filtersFor(tools.canSeeMoney).map((one) => (
          <li key={one}>
            <button type="button" className="ui-menu-item" onClick={() => setField(one)}>
              <span>{columnName(one, tools)}</span>
              {search[one] !== undefined && <Icon name="check" size={14} />}
            </button>
          </li>
        ))}
      </ul>
      {isFiltered(search) && (
        <Button
          look="quiet"
          onClick={() => {
            onSearch(withoutFilters(search));
            close();
          }}
        >
          {filter.clearAll}
        </Button>
      )}
    </div>
  );
}
