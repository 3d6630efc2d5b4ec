import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, hasPostgres, type TestDatabase } from './postgres.ts';

describe.skipIf(!hasPostgres)('a PostgreSQL database for tests', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  });

  afterAll(async () => {
    await Promise.all([first.drop(), second.drop()]);
  });

  it('is empty and belongs to the test file that asked for it', async () => {
    await ask(first, 'CREATE TABLE record (id text)');
    expect(await ask(first, `SELECT to_regclass('record')::text AS found`)).toEqual([{ found: 'record' }]);
    expect(await ask(second, `SELECT to_regclass('record')::text AS found`)).toEqual([{ found: null }]);
  });

  it('stores text as UTF-8 and orders it by code point unless told otherwise', async () => {
    expect(await ask(first, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    const rows = await ask(first, `SELECT name FROM (VALUES ('b'), ('Z'), ('ä')) AS v (name) ORDER BY name`);
    expect(rows).toEqual([{ name: 'Z' }, { name: 'b' }, { name: 'ä' }]);
  });
});

async function ask(database: TestDatabase, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(query);
    return rows;
  } finally {
    await client.end();
  }
}
