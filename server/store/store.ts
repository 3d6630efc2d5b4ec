import { Kysely, type Transaction } from 'kysely';
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
  /** One transaction: all of `work` or nothing. May run `work` again when another write got in the way. */
  write<T>(work: (transaction: WriteHandle) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** How often a write that met another is tried again before the fault is let through. */
const MAX_TRIES = 8;

/** Opens the store on a database whose tables are brought up to date first. */
export async function openStore(dialect: StoreDialect): Promise<Store> {
  const database = new Kysely<Schema>({ dialect: dialect.kysely });
  await migrate(database, dialect);
  return storeOn(database, dialect);
}

function storeOn(database: Kysely<Schema>, dialect: StoreDialect): Store {
  async function tryOnce<T>(work: (transaction: WriteHandle) => Promise<T>): Promise<T> {
    const transaction = database.transaction();
    const isolated = dialect.writeIsolation
      ? transaction.setIsolationLevel(dialect.writeIsolation)
      : transaction;
    return isolated.execute(work);
  }
  async function write<T>(work: (transaction: WriteHandle) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await tryOnce(work);
      } catch (error) {
        if (attempt === MAX_TRIES || !dialect.isConflict(error)) throw error;
      }
    }
  }
  return { name: dialect.name, read: database, write, close: () => database.destroy() };
}
