import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, type SqliteDatabase } from 'kysely';
import { sqliteDialect } from '#server/store/dialect/sqlite.ts';
import { pendingSteps } from '#server/store/migrate.ts';
import type { Schema } from '#server/store/schema.ts';
import { type Store, openStore } from '#server/store/store.ts';

/** What a person did wrong or can mend, said in one sentence: printed without a stack. */
export class StartError extends Error {
  override name = 'StartError';
}

/** Opens the embedded database: one file in the folder, made when it is missing, copied before each migration. */
export async function openSqlite(folder: string): Promise<Store> {
  prepareFolder(folder);
  const file = join(folder, 'granary.sqlite');
  const database = openFile(file);
  await backUpBeforeMigration(database, { folder });
  return openStore(sqliteDialect(rememberStatements(database)));
}

/** A database that lives in memory only: for tests. */
export function openMemory(): Promise<Store> {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  return openStore(sqliteDialect(rememberStatements(database)));
}

const MAX_REMEMBERED = 500;

/** The same database, which prepares each text once: preparing takes longer than what most small statements do. */
function rememberStatements(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, Database.Statement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const known = statements.get(text);
      if (known) return known;
      if (statements.size === MAX_REMEMBERED) statements.clear();
      const statement = database.prepare(text);
      statements.set(text, statement);
      return statement;
    },
  };
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The folder ${folder} cannot be written (${reasonOf(error)}). Give Granary another with GRANARY_DATA, or mend its permissions.`,
    );
  }
}

function openFile(file: string): Database.Database {
  try {
    const database = new Database(file, { timeout: 5000 });
    // Every acknowledged write survives a power cut: the log is synced with each commit.
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('cache_size = -65536');
    return database;
  } catch (error) {
    throw new StartError(`The database file ${file} cannot be opened (${reasonOf(error)}).`);
  }
}

/** A copy of the file as it was, kept beside it: a migration that goes wrong costs nothing. */
async function backUpBeforeMigration(
  database: Database.Database,
  { folder }: { folder: string },
): Promise<void> {
  const probe = new Kysely<Schema>({ dialect: sqliteDialect(database).kysely });
  const [next] = await pendingSteps(probe);
  const isEmpty =
    database.prepare("select count(*) from sqlite_schema where type = 'table'").pluck().get() === 0;
  if (next === undefined || isEmpty) return;
  mkdirSync(join(folder, 'backups'), { recursive: true });
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  await database.backup(join(folder, 'backups', `granary-before-${next}-${stamp}.sqlite`));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
