import { type RecordQuery, recordQuery, recordRow } from '#contract/records.ts';

type ListFields = Omit<RecordQuery, 'offset' | 'limit'>;

/** What the address of the inventory says: filter, order, and the row under the cursor with its place. */
export type InventorySearch = { [Field in keyof ListFields]?: ListFields[Field] | undefined } & {
  /** The record under the cursor, and where it stood in the list: together they find it again. */
  row?: string | undefined;
  at?: number | undefined;
};

const { offset, limit: _limit, ...LIST } = recordQuery.shape;
const PARTS = { ...LIST, sort: LIST.sort.unwrap(), row: recordRow.shape.id, at: offset.unwrap() };

/** Reads an address. A part that is not right is left out, so that an old link still opens what it can. */
export function readInventorySearch(given: Record<string, unknown>): InventorySearch {
  const search: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(PARTS)) {
    if (given[name] === undefined || given[name] === '') continue;
    const read = part.safeParse(given[name]);
    if (read.success && read.data !== undefined) search[name] = read.data;
  }
  return search; // every part was checked by the schema of its name
}

/** The question that an address asks the server: without the cursor. */
export function listQueryOf({
  row: _row,
  at: _at,
  ...query
}: InventorySearch): Omit<InventorySearch, 'row' | 'at'> {
  return query;
}

/** What narrows the list, without its order. */
export function filterOf(search: InventorySearch): Omit<InventorySearch, 'row' | 'at' | 'sort'> {
  const { sort: _sort, ...filter } = listQueryOf(search);
  return filter;
}

/** The change that takes every filter away and leaves the order. */
export function withoutFilters(search: InventorySearch): InventorySearch {
  const { sort, ...rest } = search;
  return { ...Object.fromEntries(Object.keys(rest).map((name) => [name, undefined])), sort };
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
