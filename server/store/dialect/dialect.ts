import type { Dialect, DialectAdapter, RawBuilder, SqlBool } from 'kysely';

/**
 * What differs between the two databases, and nothing else. Each has one file beside this one; no other code asks
 * which database it is on.
 */
export interface StoreDialect {
  name: 'sqlite' | 'postgresql';
  /** Its adapter says how many rows become one parameter. */
  kysely: Dialect & { createAdapter(): ManyRows };
  /** Column types and table endings for migrations. */
  ddl: { integer: string; text: string; tableEnd: string };
  /** Statements that only this database needs to search texts fast. */
  searchStatements: readonly string[];
  /** Statements that make `record_text`, in which a part of a record's search text is found without reading all texts. */
  textIndexStatements: readonly string[];
  /** Statements by which this database looks up what many lines refer to at once; SQLite's own look-ups are fast enough. */
  referenceStatements: readonly string[];
  /** How a table of lines that is made after those statements refers to what its lines name. */
  lineReferences: LineReferences;
  /** A row for each kind of a text of `kindsText`: what to join, and its place, kind and amount. */
  expandKinds(column: string): Readonly<Record<'join' | 'place' | 'kind' | 'amount', string>>;
  /** Statements that leave away what this database keeps twice: keys by which no line is looked up. */
  leanKeyStatements: readonly string[];
  /** What a transaction says first so that writes happen one after the other; SQLite sees to that by itself. */
  lockStatement: string | null;
}

export interface LineReferences {
  /** What a column that names a record, or an operation, ends in. */
  record: string;
  operation: string;
  /** Statements that see to it where columns do not. */
  statements(table: string, of: { isOfOperation: boolean }): readonly string[];
}

/**
 * Many rows as one parameter, or as one for each column, so that the number of statements and the length of their texts do
 * not depend on how many there are. Whole numbers stay exact: written digit by digit and read as 64-bit integers.
 */
export interface ManyRows extends DialectAdapter {
  /** A `select` of these columns of rows of the table. */
  rows(given: {
    table: string;
    columns: readonly string[];
    rows: readonly CellsByColumn[];
  }): RawBuilder<unknown>;
  /** Is the column's text one of these? */
  isOneOf(column: string, texts: readonly string[]): RawBuilder<SqlBool>;
  /** The order by a figure in which unknown comes last whichever way, as an index of this database has it. */
  unknownLast(column: string, direction: 'asc' | 'desc'): RawBuilder<unknown>;
}

export type CellsByColumn = Readonly<Record<string, string | number | null>>;

/**
 * The columns in which rows differ, and those in which all are alike: ten thousand units of a batch share two thirds of their
 * cells, which are sent once.
 */
export function tellApart(
  columns: readonly string[],
  rows: readonly CellsByColumn[],
): { differing: string[]; shared: ReadonlyMap<string, string | number | null> } {
  const shared = new Map<string, string | number | null>();
  for (const column of columns) {
    const cell = rows[0]?.[column] ?? null;
    if (rows.every((row) => (row[column] ?? null) === cell)) shared.set(column, cell);
  }
  return { differing: columns.filter((column) => !shared.has(column)), shared };
}

export function isManyRows(adapter: DialectAdapter): adapter is ManyRows {
  return 'rows' in adapter && 'isOneOf' in adapter && 'unknownLast' in adapter;
}
