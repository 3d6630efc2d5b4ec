import { createContext, use } from 'react';
import type { ChipsGiven } from './filterChips.ts';
import type { InventorySearch } from './inventorySearch.ts';
import type { ChosenColumn } from './tableColumns.ts';

/** What the panels over the table need to change it: they lie in headings and menus, far from the page that owns it. */
export interface TableTools extends ChipsGiven {
  search: InventorySearch;
  onSearch(change: InventorySearch): void;
  /** A table as the text that a saved view keeps, and back. */
  writeView(search: InventorySearch): string;
  readView(text: string): InventorySearch;
  canSeeMoney: boolean;
  /** The columns that are shown, from left to right. */
  shown: readonly ChosenColumn[];
  /** Every column there is for this person, with its heading. */
  columns: readonly { id: string; header: string }[];
}

export const CurrentTableTools = createContext<TableTools | null>(null);

export function useTableTools(): TableTools {
  const tools = use(CurrentTableTools);
  if (!tools) throw new Error('CurrentTableTools is missing above this component');
  return tools;
}
