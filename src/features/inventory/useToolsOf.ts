import type { Session } from '#api/session.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import type { InventorySearch } from './inventorySearch.ts';
import { columnsShown } from './tableColumns.ts';
import type { TableTools } from './tableTools.ts';
import type { InventoryColumns } from './useInventoryColumns.ts';

interface ToolsGiven {
  session: Session;
  search: InventorySearch;
  onSearch(change: InventorySearch, how: 'step' | 'rest'): void;
  writeView(search: InventorySearch): string;
  readView(text: string): InventorySearch;
}

/** What the panels over this table need to change it. */
export function useToolsOf(given: ToolsGiven, { all, shown }: InventoryColumns): TableTools {
  const { session, search, onSearch, writeView, readView } = given;
  const { words, formats } = useLanguage();
  return {
    words,
    formats,
    currency: session.workspace.currency,
    canSeeMoney: session.may.includes('money.see'),
    search,
    onSearch: (change) => onSearch(change, 'step'),
    writeView,
    readView,
    shown: columnsShown(shown, search.columns),
    columns: all.filter((column) => column.isRowSelector !== true).map(({ id, header }) => ({ id, header })),
  };
}
