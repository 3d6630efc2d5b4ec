import type { Selectable } from 'kysely';
import { type Day, type Instant, knownDay } from '#domain/day.ts';
import type { RecordMoney } from '#domain/figures.ts';
import type { Description } from '#domain/inventoryRecord.ts';
import { minor } from '#domain/money.ts';
import { once } from '#domain/once.ts';
import { foldText, sortKey } from '#domain/text.ts';
import { totalsOf, totalsText } from './kindsText.ts';
import type { Schema } from './schema.ts';

/** A record as it is stored, without its codes. */
export interface StoredRecord extends Description, RecordMoney {
  id: string;
  version: number;
  quantity: number;
  individualSince: Instant | null;
  openedOn: Day;
  createdAt: Instant;
  changedAt: Instant;
  codeCount: number;
  /** Its making was taken back: it keeps its history and is in no list. */
  isWithdrawn: boolean;
  /** The first record of those that it came in with, and the first day of the units that it was made from. */
  batchId: string;
  originOn: Day;
}

/** A record as it is to be stored, with the texts of the codes that a search finds it by. */
export interface RecordToStore extends StoredRecord {
  codeTexts: readonly string[];
}

type Row = Selectable<Schema['record']>;
export type RecordColumn = keyof Row;

/** The columns that keep what a record earned and cost. */
export const MONEY_COLUMNS = [
  'kinds',
  'income',
  'cost',
  'acquisition_cost',
  'profit',
  'margin_ppm',
] as const satisfies readonly RecordColumn[];

/** The columns that a record is read from; the others order and find it. */
export const RECORD_COLUMNS = [
  'id',
  'version',
  'name',
  'sku',
  'category',
  'location',
  'notes',
  'reference',
  'quantity',
  'individual_since',
  'opened_on',
  'created_at',
  'changed_at',
  'code_count',
  'is_withdrawn',
  'batch_id',
  'origin_on',
  ...MONEY_COLUMNS,
] as const satisfies readonly RecordColumn[];

/** Reads the rows of many records, of which most have the same days and the same money. */
export function recordReader(): (row: Pick<Row, (typeof RECORD_COLUMNS)[number]>) => StoredRecord {
  const [dayOf, readTotals] = [once(knownDay), once(totalsOf)];
  return (row) => ({
    id: row.id,
    version: row.version,
    name: row.name,
    sku: row.sku,
    category: row.category,
    location: row.location,
    notes: row.notes,
    reference: row.reference ?? '',
    quantity: row.quantity,
    individualSince: row.individual_since,
    openedOn: dayOf(row.opened_on),
    createdAt: row.created_at,
    changedAt: row.changed_at,
    codeCount: row.code_count,
    isWithdrawn: row.is_withdrawn === 1,
    batchId: row.batch_id,
    originOn: dayOf(row.origin_on),
    ...moneyOf(row, readTotals),
  });
}

/** Writes these columns of many records, of which most have the same texts and the same money. */
export function recordWriter(columns?: ReadonlySet<RecordColumn>): (record: RecordToStore) => Partial<Row> {
  const chosen = Object.entries(cells()).filter(([column]) => columns?.has(column as RecordColumn) ?? true);
  return (record) => {
    const row: Record<string, string | number | null> = {};
    for (const [column, cellOf] of chosen) row[column] = cellOf(record);
    return row;
  };
}

function cells(): { readonly [Column in RecordColumn]: (record: RecordToStore) => Row[Column] } {
  const [keyOf, fold, textOf] = [once(sortKey), once(foldText), once(totalsText)];
  return {
    id: ({ id }) => id,
    version: ({ version }) => version,
    name: ({ name }) => name,
    name_key: ({ name }) => keyOf(name),
    sku: ({ sku }) => sku,
    sku_key: ({ sku }) => keyOf(sku),
    category: ({ category }) => category,
    category_key: ({ category }) => keyOf(category),
    location: ({ location }) => location,
    location_key: ({ location }) => keyOf(location),
    notes: ({ notes }) => notes,
    reference: ({ reference }) => (reference === '' ? null : reference),
    quantity: ({ quantity }) => quantity,
    individual_since: ({ individualSince }) => individualSince,
    opened_on: ({ openedOn }) => openedOn,
    created_at: ({ createdAt }) => createdAt,
    changed_at: ({ changedAt }) => changedAt,
    code_count: ({ codeCount }) => codeCount,
    search_text: (record) => searchText(record, record.codeTexts, fold),
    kinds: ({ totals }) => textOf(totals),
    income: ({ income }) => income,
    cost: ({ cost }) => cost,
    acquisition_cost: ({ acquisitionCost }) => acquisitionCost,
    profit: ({ profit }) => profit,
    margin_ppm: ({ marginPpm }) => marginPpm,
    is_withdrawn: ({ isWithdrawn }) => (isWithdrawn ? 1 : 0),
    batch_id: ({ batchId }) => batchId,
    origin_on: ({ originOn }) => originOn,
  };
}

/** What the search looks through: one folded line each for the name, SKU, reference and every code. */
export function searchText(record: Description, codeTexts: readonly string[], fold = foldText): string {
  return [record.name, record.sku, record.reference, ...codeTexts]
    .filter((text) => text !== '')
    .map(fold)
    .join('\n');
}

type MoneyCells = Pick<Row, (typeof MONEY_COLUMNS)[number]>;

/** The money that is kept beside a record; null is unknown. */
export function moneyOf(row: MoneyCells, readTotals = totalsOf): RecordMoney {
  return {
    totals: readTotals(row.kinds),
    income: minor(row.income),
    cost: minor(row.cost),
    acquisitionCost: row.acquisition_cost === null ? null : minor(row.acquisition_cost),
    profit: row.profit === null ? null : minor(row.profit),
    marginPpm: row.margin_ppm,
  };
}
