import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { StoreDialect } from './dialect/dialect.ts';
import { foundation } from './migrations/001-foundation.ts';
import { conversions } from './migrations/002-conversions.ts';
import { profitability } from './migrations/003-profitability.ts';
import { views } from './migrations/005-views.ts';
import { largeConversions } from './migrations/006-large-conversions.ts';
import { kindsInOneRow } from './migrations/007-kinds-in-one-row.ts';
import type { Schema } from './schema.ts';

/** Every step, in order. A released step is never edited; a new one is added below. */
const STEPS: Readonly<Record<string, (dialect: StoreDialect) => string[]>> = {
  '001-foundation': foundation,
  '002-conversions': conversions,
  '003-profitability': profitability,
  '005-views': views,
  '006-large-conversions': largeConversions,
  '007-kinds-in-one-row': kindsInOneRow,
};

/** The database was last opened by a newer Granary, which this one must not touch. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError';
}

/** Brings the tables up to date, one step and one transaction at a time. Throws NewerDatabaseError before touching anything. */
export async function migrate(database: Kysely<Schema>, dialect: StoreDialect): Promise<void> {
  await pendingSteps(database);
  const { error } = await migrator(database, dialect).migrateToLatest();
  if (error !== undefined) throw new Error('The tables could not be brought up to date', { cause: error });
}

/** The steps this database still lacks. Throws NewerDatabaseError where it has steps that this program does not know. */
export async function pendingSteps(database: Kysely<Schema>): Promise<string[]> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return Object.keys(STEPS);
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(database);
  const unknown = rows.find((row) => !(row.name in STEPS));
  if (unknown) {
    throw new NewerDatabaseError(
      `The database has the step '${unknown.name}', which this version of Granary does not know. Start the newer version that wrote it.`,
    );
  }
  const done = new Set(rows.map((row) => row.name));
  return Object.keys(STEPS).filter((name) => !done.has(name));
}

/** For `migrate`, and for tests that begin with an older database. */
export function migrator(database: Kysely<Schema>, dialect: StoreDialect): Migrator {
  return new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(migrationsFor(dialect)) },
  });
}

function migrationsFor(dialect: StoreDialect): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(STEPS).map(([name, statements]) => [
      name,
      { up: (database) => runAll(database, statements(dialect)) },
    ]),
  );
}

async function runAll(database: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}
