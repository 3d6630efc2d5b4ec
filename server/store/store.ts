import { Kysely, type Transaction, sql } from 'kysely';
import type { StoreDialect } from './dialect/dialect.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';

/** A connection to read from. Inside a write it is the transaction: the outer handle is never used there. */
export type ReadHandle = Kysely<Schema>;
export type WriteHandle = Transaction<Schema>;

export interface Store {
  name: StoreDialect['name'];
  /** For questions. Each sees one state at a time, not a frozen one. */
  read: ReadHandle;
  /** For several questions that must be about one state, whatever is written meanwhile. */
  snapshot<T>(work: (database: ReadHandle) => Promise<T>): Promise<T>;
  /** One transaction: all of `work` or nothing, one write after the other, also from several processes. */
  write<T>(work: (transaction: WriteHandle) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Opens the store on a database whose tables are brought up to date first. */
export async function openStore(dialect: StoreDialect): Promise<Store> {
  const database = new Kysely<Schema>({ dialect: dialect.kysely });
  await migrate(database, dialect);
  return storeOn(database, dialect);
}

function storeOn(database: Kysely<Schema>, { name, lockStatement }: StoreDialect): Store {
  function snapshot<T>(work: (database: ReadHandle) => Promise<T>): Promise<T> {
    // SQLite has no levels: each of its transactions sees one state.
    return database.transaction().setIsolationLevel('repeatable read').execute(work);
  }
  function write<T>(work: (transaction: WriteHandle) => Promise<T>): Promise<T> {
    return database.transaction().execute(async (transaction) => {
      if (lockStatement) await sql.raw(lockStatement).execute(transaction);
      return work(transaction);
    });
  }
  return { name, read: database, snapshot, write, close: () => database.destroy() };
}
