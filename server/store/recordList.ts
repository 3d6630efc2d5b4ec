import { sql } from 'kysely';
import { findCodesOf } from './codes.ts';
import { type RecordFilter, conditionOf } from './recordFilter.ts';
import { RECORD_COLUMNS, recordReader } from './recordRow.ts';
import type { RecordWithCodes } from './records.ts';
import { unknownLast } from './manyRows.ts';
import type { ReadHandle } from './store.ts';

const COLUMN_BY_SORT = {
  name: 'name_key',
  sku: 'sku_key',
  category: 'category_key',
  location: 'location_key',
  quantity: 'quantity',
  tracking: 'tracking',
  codes: 'code_count',
  income: 'income',
  cost: 'cost',
  profit: 'profit',
  margin: 'margin_ppm',
  changed: 'changed_at',
} as const;

export interface RecordSort {
  field: keyof typeof COLUMN_BY_SORT;
  isDescending: boolean;
}

export interface RecordListQuery {
  filter: RecordFilter;
  sort: readonly RecordSort[];
  offset: number;
  limit: number;
}

/** A row shows this many codes at most; the record itself has them all. */
const CODES_PER_ROW = 50;

/** One window of rows. The order is total: equal rows are ordered by id, so that paging shows each exactly once. */
export async function listRecords(database: ReadHandle, query: RecordListQuery): Promise<RecordWithCodes[]> {
  let select = database
    .selectFrom('record')
    .select(RECORD_COLUMNS)
    .where((eb) => conditionOf(eb, query.filter));
  for (const { field, isDescending } of query.sort) {
    const direction = isDescending ? 'desc' : 'asc';
    const column = COLUMN_BY_SORT[field];
    if (column === 'tracking') {
      select = select.orderBy(sql`case when quantity > 1 then 2 else quantity end`, direction);
      continue;
    }
    // Unknown comes last whichever way a person sorts.
    if (column === 'profit' || column === 'margin_ppm')
      select = select.orderBy(unknownLast(database, column, direction));
    else select = select.orderBy(column, direction);
  }
  const isLastDescending = query.sort.at(-1)?.isDescending ?? false;
  const rows = await select
    .orderBy('id', isLastDescending ? 'desc' : 'asc')
    .offset(query.offset)
    .limit(query.limit)
    .execute();
  const codes = await findCodesOf(database, {
    recordIds: rows.map((row) => row.id),
    mostPerRecord: CODES_PER_ROW,
  });
  const read = recordReader();
  return rows.map((row) => ({ ...read(row), codes: codes.get(row.id) ?? [] }));
}

/** How many records a filter matches. */
export async function countRecords(database: ReadHandle, filter: RecordFilter): Promise<number> {
  const { total } = await database
    .selectFrom('record')
    .select(sumText('count(*)').as('total'))
    .where((eb) => conditionOf(eb, filter))
    .executeTakeFirstOrThrow();
  return exact(total);
}

export interface IdsAsked {
  filter: RecordFilter;
  /** By name, rising or falling; null: by id. */
  order: 'up' | 'down' | null;
  offset?: number;
  limit?: number;
}

/** The ids of the records of a filter: all, or one window of them. */
export async function listIds(
  database: ReadHandle,
  { filter, order, offset = 0, limit }: IdsAsked,
): Promise<string[]> {
  let records = database
    .selectFrom('record')
    .select('id')
    .where((eb) => conditionOf(eb, filter));
  const direction = order === 'down' ? 'desc' : 'asc';
  if (order !== null) records = records.orderBy('name_key', direction);
  records = records.orderBy('id', direction);
  if (limit !== undefined) records = records.limit(limit).offset(offset);
  return (await records.execute()).map(({ id }) => id);
}

export interface RecordTotals {
  records: number;
  quantity: number;
  codes: number;
  income: number;
  cost: number;
  profit: number;
  profitUnknown: number;
}

/** Sums over the whole filter. Profit is summed where it is known; the others are counted. */
export async function totalRecords(database: ReadHandle, filter: RecordFilter): Promise<RecordTotals> {
  const row = await database
    .selectFrom('record')
    .select(SUMS)
    .where((eb) => conditionOf(eb, filter))
    .executeTakeFirstOrThrow();
  return sumsOf(row);
}

/** What is summed over records, as texts: PostgreSQL sums bigint to numeric, and neither may pass through a float. */
export const SUMS = [
  sumText('count(*)').as('records'),
  sumText('sum(quantity)').as('quantity'),
  sumText('sum(code_count)').as('codes'),
  sumText('sum(income)').as('income'),
  sumText('sum(cost)').as('cost'),
  sumText('sum(profit)').as('profit'),
  sumText('count(*) - count(profit)').as('profitUnknown'),
] as const;

/** Throws where a sum is beyond what can be answered exactly. */
export function sumsOf(row: Record<keyof RecordTotals, string>): RecordTotals {
  return {
    records: exact(row.records),
    quantity: exact(row.quantity),
    codes: exact(row.codes),
    income: exact(row.income),
    cost: exact(row.cost),
    profit: exact(row.profit),
    profitUnknown: exact(row.profitUnknown),
  };
}

/** The distinct texts of a column in use, with how many records have each. */
export async function listLabels(database: ReadHandle, column: 'category' | 'location' | 'sku') {
  const rows = await database
    .selectFrom('record')
    .select([column, sumText('count(*)').as('records')])
    .where(column, '<>', '')
    .where('is_withdrawn', '=', sql.lit(0))
    .groupBy([column, `${column}_key`])
    .orderBy(`${column}_key`)
    .orderBy(column)
    .execute();
  return rows.map((row) => ({ name: row[column], records: exact(row.records) }));
}

export function sumText(expression: string) {
  return sql<string>`cast(coalesce(${sql.raw(expression)}, 0) as text)`;
}

export function exact(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The sum ${text} is beyond what can be answered exactly`);
  return value;
}
