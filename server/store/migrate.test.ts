import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, hasPostgres } from '#server/testing/postgres.ts';
import { listCarriesOf } from './conversions.ts';
import type { StoreDialect } from './dialect/dialect.ts';
import { postgresDialect } from './dialect/postgres.ts';
import { sqliteDialect } from './dialect/sqlite.ts';
import { findTotals } from './ledger.ts';
import { migrate, migrator } from './migrate.ts';
import type { Schema } from './schema.ts';

const AT = `'2026-01-01T00:00:00.000Z'`;

/** A pole of which one was taken out, as the step before stored it. */
const BEFORE_KINDS_IN_ONE_ROW = [
  `insert into operation (id, type, person_id, person_name, at, number) values ('made', 'create', 'p', 'P', ${AT}, 1)`,
  `insert into operation (id, type, person_id, person_name, at, number) values ('took', 'serialize', 'p', 'P', ${AT}, 2)`,
  ...['batch', 'unit', 'plain'].map(
    (
      id,
    ) => `insert into record (id, version, name, name_key, sku, sku_key, category, category_key, location, location_key,
        notes, quantity, opened_on, created_at, changed_at, code_count, search_text, income, cost)
      values ('${id}', 1, '', '', '', '', '', '', '', '', '', 1, '2026-01-01', ${AT}, ${AT}, 0, '', 0, 0)`,
  ),
  `insert into kind_total (record_id, kind, amount, count)
    values ('batch', 'purchase', 999999999999999, 1), ('batch', 'fee', -3, 0), ('unit', 'purchase', 51, 0)`,
  `insert into carry (id, record_id, operation_id, kind, amount, count)
    values ('4', 'unit', 'took', 'fee', -7, 1), ('2', 'batch', 'took', 'fee', 7, -1),
      ('3', 'unit', 'took', 'purchase', 51, 0), ('1', 'batch', 'took', 'purchase', -51, 0)`,
];

describe('Bringing the tables up to date (SQLite)', () => {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  keepsWhatWasThere(() => sqliteDialect(database));
});

describe.skipIf(!hasPostgres)('Bringing the tables up to date (PostgreSQL)', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>> | null = null;
  beforeAll(async () => {
    test = await createTestDatabase();
  }, 60_000);
  afterAll(() => test?.drop());
  keepsWhatWasThere(() => {
    const types = new pg.TypeOverrides();
    types.setTypeParser(20, Number);
    return postgresDialect(new pg.Pool({ connectionString: test?.url, types }));
  });
});

function keepsWhatWasThere(dialectOf: () => StoreDialect): void {
  it('puts the kinds of a record, and of a carry, into one row each', async () => {
    const dialect = dialectOf();
    const database = new Kysely<Schema>({ dialect: dialect.kysely });
    await migrator(database, dialect).migrateTo('006-large-conversions');
    await database.transaction().execute(async (transaction) => {
      for (const statement of BEFORE_KINDS_IN_ONE_ROW) await sql.raw(statement).execute(transaction);
    });

    await migrate(database, dialect);

    expect(await findTotals(database, 'batch')).toEqual({
      purchase: { amount: 999_999_999_999_999, count: 1 },
      fee: { amount: -3, count: 0 },
    });
    expect(await findTotals(database, 'unit')).toEqual({ purchase: { amount: 51, count: 0 } });
    expect(await findTotals(database, 'plain')).toEqual({});
    const carries = await listCarriesOf(database, 'took');
    const cells = carries.flatMap(({ recordId, kinds }) =>
      kinds.map(({ kind, amount, count }) => [recordId, kind, amount, count]),
    );
    expect(cells).toEqual([
      ['batch', 'purchase', -51, 0],
      ['batch', 'fee', 7, -1],
      ['unit', 'purchase', 51, 0],
      ['unit', 'fee', -7, 1],
    ]);
    const lines = await database
      .selectFrom('carry_line')
      .select(['id', 'kind', 'amount'])
      .orderBy('id')
      .execute();
    expect(lines).toEqual([
      { id: 'took-batch-1', kind: 'purchase', amount: -51 },
      { id: 'took-batch-2', kind: 'fee', amount: 7 },
      { id: 'took-unit-1', kind: 'purchase', amount: 51 },
      { id: 'took-unit-2', kind: 'fee', amount: -7 },
    ]);
    await database.destroy();
  });
}
