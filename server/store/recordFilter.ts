import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { countCharacters, sortKey } from '#domain/text.ts';
import { type Tracking, quantitiesOf } from '#domain/tracking.ts';
import type { Schema } from './schema.ts';

export interface NumberCondition {
  operator: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: number;
}

export type NumberField = 'quantity' | 'income' | 'cost' | 'profit' | 'margin_ppm';

/** From one day to another, both included; null is open. */
export interface DayRange {
  from: string | null;
  to: string | null;
}

/** Which records: every part that is given must hold; within a part, any of its values. */
export interface RecordFilter {
  /** Folded words that must all occur in the name, SKU, reference or a code. */
  words: readonly string[];
  /** Folded texts of which one must occur in the name. */
  name?: readonly string[];
  tracking?: readonly Tracking[];
  category?: readonly string[];
  location?: readonly string[];
  sku?: readonly string[];
  codes?: 'none' | 'some';
  /** Per field: alternatives, each a list of conditions that must all hold. */
  numbers: readonly { field: NumberField; alternatives: readonly (readonly NumberCondition[])[] }[];
  changed?: readonly DayRange[];
}

/** Does a filter leave every listed record in? */
export function isEverything({ words, numbers, ...others }: RecordFilter): boolean {
  return words.length === 0 && numbers.length === 0 && Object.keys(others).length === 0;
}

/** That a record is listed and in the filter; its columns are named in full, so that the records may be joined. */
export function conditionOf(
  eb: ExpressionBuilder<Schema, 'record'>,
  filter: RecordFilter,
): Expression<SqlBool> {
  const parts: Expression<SqlBool>[] = filter.words.map(wordCondition);
  if (filter.name) parts.push(eb.or(filter.name.map(nameCondition)));
  for (const column of ['category', 'location', 'sku'] as const) {
    const values = filter[column];
    if (values) parts.push(labelCondition(eb, { column, values }));
  }
  if (filter.tracking) parts.push(eb.or(filter.tracking.map((tracking) => trackingCondition(eb, tracking))));
  if (filter.codes) parts.push(eb('record.code_count', filter.codes === 'none' ? '=' : '>', 0));
  for (const { field, alternatives } of filter.numbers) {
    const or = alternatives.map((all) =>
      eb.and(all.map(({ operator, value }) => eb(`record.${field}`, SQL_OPERATOR[operator], value))),
    );
    parts.push(eb.or(or));
  }
  if (filter.changed) parts.push(eb.or(filter.changed.map((range) => changedCondition(eb, range))));
  // Said in the text of the query, as the indexes of the orders of lists say it: a parameter might be any number.
  return eb.and([eb('record.is_withdrawn', '=', sql.lit(0)), ...parts]);
}

/** Found by the sort keys, which have an index; texts that sort alike are told apart. */
export function labelCondition(
  eb: ExpressionBuilder<Schema, 'record'>,
  { column, values }: { column: 'category' | 'location' | 'sku'; values: readonly string[] },
): Expression<SqlBool> {
  return eb.and([
    eb(`record.${column}_key`, 'in', values.map(sortKey)),
    eb(`record.${column}`, 'in', values),
  ]);
}

const SQL_OPERATOR = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

function trackingCondition(eb: ExpressionBuilder<Schema, 'record'>, tracking: Tracking): Expression<SqlBool> {
  const { from, to } = quantitiesOf(tracking);
  const atLeast = eb('record.quantity', '>=', from);
  return to === null ? atLeast : eb.and([atLeast, eb('record.quantity', '<=', to)]);
}

/** From here on words are looked up in the index of three-letter parts; shorter ones are in most texts anyway. */
const INDEXED_LENGTH = 3;

/**
 * `record_text` is the text index on SQLite and a view of the records on PostgreSQL, whose own index serves it. Without
 * an `escape`, because SQLite's index does not serve a pattern that has one.
 */
function wordCondition(word: string): Expression<SqlBool> {
  if (/[\\%_]/.test(word)) return sql<SqlBool>`instr(record.search_text, ${word}) > 0`;
  const pattern = `%${word}%`;
  return countCharacters(word) < INDEXED_LENGTH
    ? sql<SqlBool>`record.search_text like ${pattern}`
    : sql<SqlBool>`record.id in (select id from record_text where search_text like ${pattern})`;
}

/** The first line of the search text is the folded name. */
function nameCondition(text: string): Expression<SqlBool> {
  const end = sql`instr(record.search_text || ${'\n'}, ${'\n'})`;
  return sql<SqlBool>`instr(substr(record.search_text, 1, ${end}), ${text}) > 0`;
}

/** Instants are text, so that the first moment of a day is the day itself and its last comes before the next day. */
function changedCondition(
  eb: ExpressionBuilder<Schema, 'record'>,
  { from, to }: DayRange,
): Expression<SqlBool> {
  return eb.and([
    ...(from === null ? [] : [eb('record.changed_at', '>=', from)]),
    ...(to === null ? [] : [eb('record.changed_at', '<', `${to}T24`)]),
  ]);
}
