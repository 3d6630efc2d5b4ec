import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import { invariant } from '#domain/result.ts';
import { type CellsByColumn, isManyRows } from './dialect/dialect.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

/** Stores rows of one shape, all in one statement, however many. */
export async function insertRows<Table extends keyof Schema>(
  transaction: WriteHandle,
  { table, rows }: { table: Table; rows: readonly Partial<Selectable<Schema[Table]>>[] },
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  // What the columns of every table hold.
  const cells = rows as readonly CellsByColumn[];
  const source = sourceOf(transaction, { table, columns, rows: cells });
  await sql`insert into ${sql.table(table)} (${names(columns)}) ${source}`.execute(transaction);
}

/**
 * Changes these columns of rows that are there, found by their key (a text), in at most two statements. Of ten thousand units that
 * are given back all get the same cells: those rows are named by their keys alone.
 */
export async function updateRows<Table extends keyof Schema>(
  transaction: WriteHandle,
  given: {
    table: Table;
    key: keyof Schema[Table] & string;
    columns: readonly (keyof Schema[Table] & string)[];
    rows: readonly Partial<Selectable<Schema[Table]>>[];
  },
): Promise<void> {
  // What the columns of every table hold.
  const rows = given.rows as readonly CellsByColumn[];
  const { table, key, columns } = given;
  const [alike, others] = apartFromAlike(rows, columns);
  const [first] = alike;
  if (first) {
    const sets = columns.map((column) => sql`${sql.ref(column)} = ${first[column] ?? null}`);
    const keys = alike.map((row) => String(row[key]));
    const isRow = isOneOf(transaction, `${table}.${key}`, keys);
    await sql`update ${sql.table(table)} set ${sql.join(sets)} where ${isRow}`.execute(transaction);
  }
  if (others.length === 0) return;
  const source = sourceOf(transaction, { table, columns: [key, ...columns], rows: others });
  const sets = sql.join(columns.map((column) => sql`${sql.ref(column)} = given.${sql.ref(column)}`));
  const isRow = sql`${sql.ref(`${table}.${key}`)} = given.${sql.ref(key)}`;
  await sql`update ${sql.table(table)} set ${sets} from (${source}) as given where ${isRow}`.execute(
    transaction,
  );
}

/** Those that are like the one in the middle, where there are several, and the rest. */
function apartFromAlike(
  rows: readonly CellsByColumn[],
  columns: readonly string[],
): [alike: readonly CellsByColumn[], others: readonly CellsByColumn[]] {
  const middle = rows[rows.length >> 1];
  const { yes = [], no = [] } = Object.groupBy(rows, (row) =>
    columns.every((column) => row[column] === middle?.[column]) ? 'yes' : 'no',
  );
  return yes.length > 1 ? [yes, no] : [[], rows];
}

function sourceOf(
  database: ReadHandle,
  given: { table: string; columns: readonly string[]; rows: readonly CellsByColumn[] },
): RawBuilder<unknown> {
  return manyRowsOf(database).rows(given);
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
