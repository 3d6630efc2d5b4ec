import { Icon } from '#ui/Icon.tsx';
import { filterChips } from './filterChips.ts';
import { isFiltered, withoutFilters } from './inventorySearch.ts';
import { useTableTools } from './tableTools.ts';

/** What narrows the list, each to be taken away by itself. */
export function FilterChips() {
  const tools = useTableTools();
  const { search, onSearch, words } = tools;
  const chips = filterChips(search, tools);
  if (chips.length === 0) return null;
  return (
    <ul className="inventory-filters" aria-label={words.table.filter.active}>
      {chips.map(({ key, text, removal }) => (
        <li key={key}>
          <button
            type="button"
            className="inventory-filter"
            title={words.table.filter.remove(text)}
            onClick={() => onSearch(removal)}
          >
            <span>{text}</span> <Icon name="close" size={12} />
          </button>
        </li>
      ))}
      {isFiltered(search) && chips.length > 1 && (
        <li>
          <button type="button" className="ui-link" onClick={() => onSearch(withoutFilters(search))}>
            {words.table.filter.clearAll}
          </button>
        </li>
      )}
    </ul>
  );
}
