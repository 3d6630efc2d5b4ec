import { type RecordQuery, recordQuery, recordRow } from '#contract/records.ts';
import { type TableLook, tableLook } from '#contract/views.ts';

type ListFields = Omit<RecordQuery, 'offset' | 'limit'>;

const PANELS = ['edit', 'edit-all'] as const;
type Panel = (typeof PANELS)[number];

/** What the address of the inventory says: filter, order, look, and the row under the cursor with its place. */
export type InventorySearch = { [Field in keyof ListFields]?: ListFields[Field] | undefined } & {
  [Field in keyof TableLook]?: TableLook[Field] | undefined;
} & {
  /** The record under the cursor, and where it stood in the list: together they find it again. */
  row?: string | undefined;
  at?: number | undefined;
  /** What lies over the table: a change of the ticked items, or of all. */
  panel?: Panel | undefined;
};

const { offset, limit: _limit, ...LIST } = recordQuery.shape;
const PARTS = {
  ...LIST,
  sort: LIST.sort.unwrap(),
  ...tableLook.shape,
  row: recordRow.shape.id,
  at: offset.unwrap(),
};

/** Reads an address. A part that is not right is left out, so that an old link still opens what it can. */
export function readInventorySearch(given: Record<string, unknown>): InventorySearch {
  const search: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(PARTS)) {
    // A label may be empty ("without category"); everything else says nothing then.
    if (given[name] === undefined || (given[name] === '' && !LABELS.has(name))) continue;
    const read = part.safeParse(given[name]);
    if (read.success && read.data !== undefined) search[name] = read.data;
  }
  const panel = PANELS.find((one) => one === given['panel']);
  if (panel) search['panel'] = panel;
  return search; // every part was checked by the schema of its name
}

const LABELS = new Set(['sku', 'category', 'location', 'open']);

/** The question that an address asks the server: without the cursor and without how it looks. */
export function listQueryOf(
  search: InventorySearch,
): Omit<InventorySearch, keyof TableLook | 'row' | 'at' | 'panel'> {
  const { columns: _c, frozen: _f, group: _g, open: _o, ...query } = viewSearchOf(search);
  return query;
}

/** Stands in an address for the plain table where somebody opens with another by default. */
export const NO_VIEW = 'none';

/** Does this address ask for any table in particular? One that does not opens the default view. */
export function asksForNothing(search: InventorySearch): boolean {
  return (
    search.view === undefined && search.panel === undefined && Object.keys(viewSearchOf(search)).length === 0
  );
}

/** What a saved view keeps: the list and its look, without the place in it. */
export function viewSearchOf({
  row: _row,
  at: _at,
  view: _view,
  panel: _panel,
  ...search
}: InventorySearch): Omit<InventorySearch, 'row' | 'at' | 'view' | 'panel'> {
  return search;
}

/** The change that opens another table from its beginning: whatever is not in it is taken away. */
export function insteadOf(before: InventorySearch, after: InventorySearch): InventorySearch {
  return { ...Object.fromEntries(Object.keys(before).map((name) => [name, undefined])), ...after };
}

/** Names the list that an address asks for: whatever decides which rows it has, and in which order. */
export function listNameOf(search: InventorySearch): string {
  return JSON.stringify([listQueryOf(search), search.group, search.open]);
}

/** Names what narrows the list: another one starts at its first row. */
export function filterNameOf(search: InventorySearch): string {
  return JSON.stringify([filterOf(search), search.group]);
}

/** An address after a change in the table. Of another list the place in the one before says nothing. */
export function changedSearch(before: InventorySearch, change: InventorySearch): InventorySearch {
  const after = { ...before, ...change };
  const isOther = filterNameOf(before) !== filterNameOf(after);
  return isOther ? { ...after, row: change.row, at: change.at } : after;
}

/** What narrows the list, without its order. */
export function filterOf(search: InventorySearch): Omit<ReturnType<typeof listQueryOf>, 'sort'> {
  const { sort: _sort, ...filter } = listQueryOf(search);
  return filter;
}

/** The change that takes every filter away and leaves the order. */
export function withoutFilters(search: InventorySearch): InventorySearch {
  const { sort, ...filters } = listQueryOf(search);
  const names = [...Object.keys(filters), 'row', 'at'];
  return { ...Object.fromEntries(names.map((name) => [name, undefined])), sort };
}

const LOSS: InventorySearch = { income: ['gt:0'], profit: ['lt:0'] };

/** Sold, and still below what it cost. What nobody has paid for yet is no loss, and unknown profit is not below zero. */
export function isSoldAtALoss({ income, profit }: InventorySearch): boolean {
  return String(income) === String(LOSS.income) && String(profit) === String(LOSS.profit);
}

/** The change that shows what was sold at a loss, or no longer only that. */
export function soldAtALoss(isWanted: boolean): InventorySearch {
  return isWanted ? LOSS : { income: undefined, profit: undefined };
}

/** Whether anything but the order narrows the list. */
export function isFiltered(search: InventorySearch): boolean {
  return Object.values(filterOf(search)).some((value) => value !== undefined);
}
