import {
  PostgresAdapter,
  PostgresDialect,
  type PostgresPool,
  type RawBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import { insertBehind } from './insertBehind.ts';
import { type ManyRows, type StoreDialect, tellApart } from './dialect.ts';
import { REFERENCES_BY_STATEMENT, referencesOf } from './postgresReferences.ts';

/** PostgreSQL 15 or newer. The pool's type parsers must read bigint exactly: server/node sets them. */
export function postgresDialect(pool: PostgresPool): StoreDialect {
  return {
    name: 'postgresql',
    kysely: new ListingDialect({ pool: insertBehind(pool) }),
    // Text is compared byte by byte, as SQLite does, so that both page alike.
    ddl: { integer: 'bigint', text: 'text collate "C"', tableEnd: '' },
    searchStatements: [
      'create extension if not exists pg_trgm',
      'create index record_search on record using gin (search_text gin_trgm_ops)',
    ],
    textIndexStatements: [
      'create view record_text as select id, search_text from record',
      // SQLite's name for it, so that one text of a query serves both.
      `create function instr(text, text) returns integer language sql immutable as 'select strpos($1, $2)'`,
    ],
    referenceStatements: REFERENCES_BY_STATEMENT,
    lineReferences: { record: '', operation: '', statements: referencesOf },
    expandKinds: (column) => ({
      join: `cross join lateral jsonb_array_elements(${column}::jsonb) with ordinality as line (cells, place)`,
      place: 'line.place',
      kind: 'line.cells ->> 0',
      amount: '(line.cells ->> 1)::bigint',
    }),
    leanKeyStatements: LEAN_KEYS,
    // Any number will do, as long as all processes name the same one. Held until the transaction ends.
    lockStatement: 'select pg_advisory_xact_lock(4680)',
  };
}

/** Each index costs as much as its row: what is unique or ordered by one index is not by a second. */
const LEAN_KEYS = [
  ...['adjustment', 'history_line'].flatMap((table) => [
    `alter table ${table} drop constraint ${table}_pkey`,
    `drop index ${table}_by_record`,
    `alter table ${table} add primary key (record_id, id)`,
  ]),
  'alter table lineage drop constraint lineage_pkey',
  'drop index lineage_by_child',
  'alter table lineage add primary key (child_id, parent_id, operation_id)',
  'alter table adjustment drop constraint adjustment_external_ref_key',
  'create unique index adjustment_by_ref on adjustment (external_ref) where external_ref is not null',
  'alter table record drop constraint record_reference_key',
  'create unique index record_by_reference on record (reference) where reference is not null',
  // A record that is withdrawn is in no list, no search and no sum. Its SKU and places are found by their sort keys.
  'drop index record_by_sku',
  'drop index record_by_category',
  'drop index record_by_location',
  'drop index record_by_batch',
  'create index record_by_batch on record (batch_id) where is_withdrawn = 0',
  'drop index record_totals',
  'create index record_totals on record (quantity, code_count, income, cost, profit) where is_withdrawn = 0',
  'create or replace view record_text as select id, search_text from record where is_withdrawn = 0',
  'drop index record_search',
  'create index record_search on record using gin (search_text gin_trgm_ops) where is_withdrawn = 0',
  // Plain columns are written in half the time of `(profit is null)`.
  ...['profit', 'margin_ppm'].flatMap((column) => [
    `drop index record_by_${column}_up`,
    `drop index record_by_${column}_down`,
    `create index record_by_${column}_up on record (${column}, id) where is_withdrawn = 0`,
    `create index record_by_${column}_down on record (${column} desc nulls last, id desc) where is_withdrawn = 0`,
  ]),
];

class ListingDialect extends PostgresDialect {
  override createAdapter(): ListingAdapter {
    return new ListingAdapter();
  }
}

class ListingAdapter extends PostgresAdapter implements ManyRows {
  rows({ table, columns, rows }: Parameters<ManyRows['rows']>[0]): RawBuilder<unknown> {
    const { differing, shared } = tellApart(columns, rows);
    const cells = columns.map((column) => {
      const cell = shared.get(column);
      if (cell === undefined) return sql.ref(column);
      return cell === null ? nullOf(table, column) : constant(cell, column);
    });
    if (differing.length === 0)
      return sql`select ${sql.join(cells)} from generate_series(1, ${rows.length}::int)`;
    const arrays = differing.map((column) => arrayOf(rows.map((row) => row[column] ?? null)));
    const names = sql.join(differing.map((column) => sql.ref(column)));
    return sql`select ${sql.join(cells)} from unnest(${sql.join(arrays)}) as given (${names})`;
  }

  isOneOf(column: string, texts: readonly string[]): RawBuilder<SqlBool> {
    return sql`${sql.ref(column)} = any(${textArray(texts)})`;
  }

  unknownLast(column: string, direction: 'asc' | 'desc'): RawBuilder<unknown> {
    return direction === 'asc' ? sql`${sql.ref(column)}` : sql`${sql.ref(column)} desc nulls last`;
  }
}

function constant(cell: string | number, column: string): RawBuilder<unknown> {
  const value = typeof cell === 'number' ? sql`${String(cell)}::bigint` : sql`${cell}::text`;
  return sql`${value} as ${sql.ref(column)}`;
}

/** A column's cells as one array: read in half the time of JSON. Whole numbers are written digit by digit. */
function arrayOf(cells: readonly (string | number | null)[]): RawBuilder<unknown> {
  if (cells.some((cell) => typeof cell === 'number'))
    return sql`${`{${cells.map(String).join(',')}}`}::bigint[]`;
  return textArray(cells.map((cell) => (cell === null ? null : String(cell))));
}

/** Characters that separate: what a person types seldom has them, and texts that do are escaped instead. */
const [BETWEEN, NOTHING] = ['\u{1f}', '\u{1e}'];

/** Texts one after the other in one parameter, which neither side has to escape or to read character by character. */
function textArray(cells: readonly (string | null)[]): RawBuilder<unknown> {
  const isPlain = (cell: string | null) => cell === null || !(cell.includes(BETWEEN) || cell === NOTHING);
  // Of no text at all and of one empty text, the list is the same.
  if (cells.length < 2 || !cells.every(isPlain)) return sql`${cells}::text[]`;
  const list = cells.map((cell) => cell ?? NOTHING).join(BETWEEN);
  return sql`string_to_array(${list}, ${BETWEEN}, ${NOTHING})`;
}

/** Nothing, of a column's type: what the row of a table would lend that is not there. */
function nullOf(table: string, column: string): RawBuilder<unknown> {
  return sql`(select shape.${sql.ref(column)} from ${sql.table(table)} as shape limit 0) as ${sql.ref(column)}`;
}
