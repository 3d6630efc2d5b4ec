import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { type Tracking, quantitiesOf } from '#domain/tracking.ts';
import { findCodesOf } from './codes.ts';
import { type RecordWithCodes, recordOf } from './records.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle } from './store.ts';

export interface NumberCondition {
  operator: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: number;
}

export type NumberField = 'quantity' | 'income' | 'cost' | 'profit';

/** Which records: every part that is given must hold; within a part, any of its values. */
export interface RecordFilter {
  /** Folded words that must all occur in the name, SKU, reference or a code. */
  words: readonly string[];
  tracking?: readonly Tracking[];
  category?: readonly string[];
  location?: readonly string[];
  sku?: readonly string[];
  codes?: 'none' | 'some';
  /** Per field: alternatives, each a list of conditions that must all hold. */
  numbers: readonly { field: NumberField; alternatives: readonly (readonly NumberCondition[])[] }[];
}

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
    .selectAll()
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
      select = select.orderBy(sql`(${sql.ref(column)} is null)`, 'asc');
    select = select.orderBy(column, direction);
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
  return rows.map((row) => ({ ...recordOf(row), codes: codes.get(row.id) ?? [] }));
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

/** Every record that a filter matches, oldest first. */
export async function listIds(database: ReadHandle, filter: RecordFilter): Promise<string[]> {
  const rows = await database
    .selectFrom('record')
    .select('id')
    .where((eb) => conditionOf(eb, filter))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
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
    .select([
      sumText('count(*)').as('records'),
      sumText('sum(quantity)').as('quantity'),
      sumText('sum(code_count)').as('codes'),
      sumText('sum(income)').as('income'),
      sumText('sum(cost)').as('cost'),
      sumText('sum(profit)').as('profit'),
      sumText('count(*) - count(profit)').as('profitUnknown'),
    ])
    .where((eb) => conditionOf(eb, filter))
    .executeTakeFirstOrThrow();
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
    .where('is_withdrawn', '=', 0)
    .groupBy([column, `${column}_key`])
    .orderBy(`${column}_key`)
    .orderBy(column)
    .execute();
  return rows.map((row) => ({ name: row[column], records: exact(row.records) }));
}

function conditionOf(eb: ExpressionBuilder<Schema, 'record'>, filter: RecordFilter): Expression<SqlBool> {
  const parts: Expression<SqlBool>[] = filter.words.map(
    (word) => sql<SqlBool>`search_text like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`,
  );
  for (const column of ['category', 'location', 'sku'] as const) {
    const values = filter[column];
    if (values) parts.push(eb(column, 'in', values));
  }
  if (filter.tracking) parts.push(eb.or(filter.tracking.map((tracking) => trackingCondition(eb, tracking))));
  if (filter.codes) parts.push(eb('code_count', filter.codes === 'none' ? '=' : '>', 0));
  for (const { field, alternatives } of filter.numbers) {
    const or = alternatives.map((all) =>
      eb.and(all.map(({ operator, value }) => eb(field, SQL_OPERATOR[operator], value))),
    );
    parts.push(eb.or(or));
  }
  return eb.and([eb('is_withdrawn', '=', 0), ...parts]);
}

const SQL_OPERATOR = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

function trackingCondition(eb: ExpressionBuilder<Schema, 'record'>, tracking: Tracking): Expression<SqlBool> {
  const { from, to } = quantitiesOf(tracking);
  const atLeast = eb('quantity', '>=', from);
  return to === null ? atLeast : eb.and([atLeast, eb('quantity', '<=', to)]);
}

/** A sum as text: PostgreSQL sums bigint to numeric, and neither may pass through a float. */
function sumText(expression: string) {
  return sql<string>`cast(coalesce(${sql.raw(expression)}, 0) as text)`;
}

function exact(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The sum ${text} is beyond what can be answered exactly`);
  return value;
}
