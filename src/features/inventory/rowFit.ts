import type { RecordRow } from '#contract/records.ts';
import { foldText, sortKey } from '#domain/text.ts';
import { rangeOf } from './conditions.ts';
import { FILTER_KINDS, type FilterField } from './filterKinds.ts';
import type { InventorySearch } from './inventorySearch.ts';
import { readOrder } from './listOrder.ts';

interface Beside {
  above: RecordRow | undefined;
  below: RecordRow | undefined;
}

/**
 * Would a record that was changed here still stand where it stands, if the list were read again? Answered from what the page
 * knows: the list's filter, and the two rows beside it.
 */
export function fitsItsPlace(row: RecordRow, search: InventorySearch, beside: Beside): boolean {
  if (!fitsFilter(row, search)) return false;
  const { above, below } = beside;
  return (
    (above === undefined || compareRows(above, row, search) <= 0) &&
    (below === undefined || compareRows(row, below, search) <= 0)
  );
}

/** The same for one list: a row that is drawn again beside the same rows is not looked at again. */
export function rememberingFit(search: InventorySearch): (row: RecordRow, beside: Beside) => boolean {
  const known = new WeakMap<RecordRow, Beside & { fits: boolean }>();
  return (row, beside) => {
    const before = known.get(row);
    if (before && before.above === beside.above && before.below === beside.below) return before.fits;
    const fits = fitsItsPlace(row, search, beside);
    known.set(row, { ...beside, fits });
    return fits;
  };
}

/** The same question that the server answers with SQL, for one record. A filter that is no plain range counts as fitting. */
export function fitsFilter(row: RecordRow, search: InventorySearch): boolean {
  const words = foldText(search.q ?? '').split(/\s+/);
  const text = foldText([row.name, row.sku, row.reference, ...row.codes.map(({ code }) => code)].join('\n'));
  // Of very many codes a row carries the first only: what is not seen may still be there.
  const hasAllCodes = row.codes.length >= row.codeCount;
  if (hasAllCodes && !words.every((word) => text.includes(word))) return false;
  return (Object.keys(FILTER_KINDS) as FilterField[]) // its keys are nothing else
    .every((field) => fitsField(row, field, search));
}

function fitsField(row: RecordRow, field: FilterField, search: InventorySearch): boolean {
  switch (field) {
    case 'name':
      return search.name?.some((text) => foldText(row.name).includes(foldText(text))) ?? true;
    case 'tracking':
    case 'sku':
    case 'category':
    case 'location': {
      const wanted: readonly string[] | undefined = search[field];
      return wanted?.includes(row[field]) ?? true;
    }
    case 'codes':
      return search.codes === undefined || (search.codes === 'some') === row.codeCount > 0;
    case 'changed':
      return fitsRange(search.changed, row.changedAt.slice(0, 10));
    case 'quantity':
    case 'income':
    case 'cost':
    case 'profit':
    case 'margin':
      return search[field] === undefined || fitsRange(search[field], numberOf(row, field));
  }
}

function fitsRange(filter: readonly string[] | undefined, value: string | number | null): boolean {
  const range = rangeOf(filter);
  if (range === null) return true;
  if (value === null) return range.from === null && range.to === null;
  const { from, to } = range;
  if (typeof value === 'string') return (from === null || value >= from) && (to === null || value <= to);
  return (from === null || value >= Number(from)) && (to === null || value <= Number(to));
}

/** As the server orders: texts by their key, unknown last whichever way, then the next field. */
function compareRows(left: RecordRow, right: RecordRow, search: InventorySearch): number {
  for (const { columnId, direction } of readOrder(search.sort)) {
    const [one, other] = [orderOf(left, columnId), orderOf(right, columnId)];
    if (one === other) continue;
    if (one === null || other === null) return one === null ? 1 : -1;
    const order = one < other ? -1 : 1;
    return direction === 'descending' ? -order : order;
  }
  return 0;
}

const TRACKING_ORDER = { closed: 0, serialized: 1, bulk: 2 } as const;

function orderOf(row: RecordRow, columnId: string): string | number | null {
  switch (columnId) {
    case 'name':
    case 'sku':
    case 'category':
    case 'location':
      return sortKey(row[columnId]);
    case 'tracking':
      return TRACKING_ORDER[row.tracking];
    case 'codes':
      return row.codeCount;
    case 'changed':
      return row.changedAt;
    case 'quantity':
    case 'income':
    case 'cost':
    case 'profit':
    case 'margin':
      return numberOf(row, columnId);
    default:
      return null;
  }
}

function numberOf(
  row: RecordRow,
  field: 'quantity' | 'income' | 'cost' | 'profit' | 'margin',
): number | null {
  if (field === 'quantity') return row.quantity;
  if (field === 'margin') return row.marginPpm ?? null;
  return row[field]?.amount ?? null;
}
