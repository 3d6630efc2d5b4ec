import sqlite3InitModule, { type BindingSpec, type PreparedStatement } from '@sqlite.org/sqlite-wasm';
import type { SqliteDatabase } from 'kysely';

/** SQLite's official WebAssembly build as Kysely wants a SQLite to be: in memory, in a worker and in Node alike. */
export async function openSqliteWasm(): Promise<SqliteDatabase> {
  // Files are not our matter, and what the library warns of it also throws.
  Object.assign(globalThis, { sqlite3ApiConfig: { disable: { vfs: NO_FILES }, warn: () => undefined } });
  const { capi, oo1 } = await sqlite3InitModule();
  const database = new oo1.DB(':memory:');
  database.exec('pragma foreign_keys = on');
  const shelf = openShelf((sql) => database.prepare(sql));
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = shelf.take(sql);
      const rowsFor = (parameters: readonly unknown[]) =>
        rowsOf(statement, { parameters, done: (hasFailed) => shelf.giveBack(sql, { statement, hasFailed }) });
      return {
        reader: statement.columnCount > 0,
        all: (parameters) => [...rowsFor(parameters)],
        iterate: rowsFor,
        run: (parameters) => {
          rowsFor(parameters).next();
          return { changes: database.changes(), lastInsertRowid: capi.sqlite3_last_insert_rowid(database) };
        },
      };
    },
  };
}

const NO_FILES = { kvvfs: true, opfs: true, 'opfs-sahpool': true, 'opfs-wl': true };

/** An insert of a thousand rows is not asked twice in the same words. */
const MAX_KEPT_LENGTH = 2000;

/** Statements that nobody is using, by their text: most are asked again and again, and compiling one costs as much as running it. */
function openShelf(compile: (sql: string) => PreparedStatement) {
  const idle = new Map<string, PreparedStatement>();
  return {
    take(sql: string): PreparedStatement {
      const kept = idle.get(sql);
      idle.delete(sql);
      return kept ?? compile(sql);
    },
    giveBack(
      sql: string,
      { statement, hasFailed }: { statement: PreparedStatement; hasFailed: boolean },
    ): void {
      // What is not kept has to be let go by hand: WebAssembly's memory is not collected. A reset after a failure
      // would throw that failure again.
      if (hasFailed || sql.length > MAX_KEPT_LENGTH || idle.has(sql)) statement.finalize();
      else idle.set(sql, statement.reset(true));
    },
  };
}

function* rowsOf(
  statement: PreparedStatement,
  { parameters, done }: { parameters: readonly unknown[]; done: (hasFailed: boolean) => void },
): Generator<Record<string, unknown>> {
  let hasFailed = true;
  try {
    // Kysely gives texts, numbers and null; anything else the library itself refuses.
    if (parameters.length > 0) statement.bind(parameters as BindingSpec);
    const names = statement.columnCount > 0 ? statement.getColumnNames() : [];
    while (statement.step())
      yield Object.fromEntries(statement.get([]).map((value, index) => [names[index] ?? '', exact(value)]));
    hasFailed = false;
  } finally {
    done(hasFailed);
  }
}

/** The library gives a whole number beyond 2^53 as a bigint. None may be stored, so meeting one is a fault. */
function exact(value: unknown): unknown {
  if (typeof value === 'bigint') throw new RangeError(`${value} cannot be read exactly`);
  return value;
}
