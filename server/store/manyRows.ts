import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import { invariant } from '#domain/result.ts';
import { type CellsByColumn, isManyRows } from './dialect/dialect.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

/** Stores rows of one shape, all in one statement, however many. */
export async function insertRows<Table extends keyof Schema>(
  transaction: WriteHandle,
  { table, rows }: { table: Table; rows: readonly Selectable<Schema[Table]>[] },
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const source = sourceOf(transaction, { table, columns, rows });
  await sql`insert into ${sql.table(table)} (${names(columns)}) ${source}`.execute(transaction);
}

/** Changes these columns of rows that are there, found by their key, all in one statement. */
export async function updateRows<Table extends keyof Schema>(
  transaction: WriteHandle,
  {
    table,
    key,
    columns,
    rows,
  }: {
    table: Table;
    key: keyof Schema[Table] & string;
    columns: readonly (keyof Schema[Table] & string)[];
    rows: readonly Selectable<Schema[Table]>[];
  },
): Promise<void> {
  if (rows.length === 0) return;
  const source = sourceOf(transaction, { table, columns: [key, ...columns], rows });
  const sets = sql.join(columns.map((column) => sql`${sql.ref(column)} = given.${sql.ref(column)}`));
  const isRow = sql`${sql.ref(`${table}.${key}`)} = given.${sql.ref(key)}`;
  await sql`update ${sql.table(table)} set ${sets} from (${source}) as given where ${isRow}`.execute(
    transaction,
  );
}

function sourceOf(
  database: ReadHandle,
  { table, columns, rows }: { table: string; columns: readonly string[]; rows: readonly object[] },
): RawBuilder<unknown> {
  // What the columns of every table hold.
  return manyRowsOf(database).rows({ table, columns, rows: rows as readonly CellsByColumn[] });
}

function names(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)));
}

/** Is the column's text one of these? One parameter, however many they are. */
export function isOneOf(database: ReadHandle, column: string, texts: readonly string[]): RawBuilder<SqlBool> {
  return manyRowsOf(database).isOneOf(column, texts);
}

/** The order by a figure in which unknown comes last whichever way a person sorts. */
export function unknownLast(
  database: ReadHandle,
  column: string,
  direction: 'asc' | 'desc',
): RawBuilder<unknown> {
  return manyRowsOf(database).unknownLast(column, direction);
}

function manyRowsOf(database: ReadHandle) {
  const { adapter } = database.getExecutor();
  invariant(isManyRows(adapter), 'the store opens each database with an adapter of its own');
  return adapter;
}
