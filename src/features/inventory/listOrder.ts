import type { GridSort } from '#grid/column.ts';

/** Fields whose largest value is the more interesting end. */
const LARGEST_FIRST = new Set(['quantity', 'codes', 'income', 'cost', 'profit', 'margin', 'changed']);
const DEFAULT_SORT = 'name';
const MAX_FIELDS = 5;

/** `-profit,name` as the grid shows it. */
export function readOrder(sort: string = DEFAULT_SORT): GridSort[] {
  return sort.split(',').map((field) => ({
    columnId: field.replace(/^-/, ''),
    direction: field.startsWith('-') ? 'descending' : 'ascending',
  }));
}

/**
 * The order after a press on a heading: first its interesting end, then the other, then none. With Shift the others
 * stay. Undefined is the usual order.
 */
export function nextOrder(
  sort: string | undefined,
  columnId: string,
  isAdditive: boolean,
): string | undefined {
  // Nobody asked for the usual order: nothing is put behind it, but a press on its heading turns it round.
  const before = sort === undefined ? (isAdditive ? [] : [DEFAULT_SORT]) : sort.split(',');
  const [first, second] = LARGEST_FIRST.has(columnId)
    ? [`-${columnId}`, columnId]
    : [columnId, `-${columnId}`];
  const place = before.findIndex((field) => field === first || field === second);
  const next = place < 0 ? first : before[place] === first ? second : null;
  const others = isAdditive ? before : [];
  if (!isAdditive || place < 0)
    return [...others, ...(next === null ? [] : [next])].slice(-MAX_FIELDS).join(',') || undefined;
  return (
    before.flatMap((field, index) => (index !== place ? [field] : next === null ? [] : [next])).join(',') ||
    undefined
  );
}
