/** Fresh PostgreSQL databases for tests. Where there is no PostgreSQL: `describe.skipIf(!hasPostgres)(...)`. */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { inject } from 'vitest';

export type TestDatabase = { url: string; drop: () => Promise<void> };

export const hasPostgres = inject('postgres').kind !== 'missing';

/** An empty database that nobody else uses. Drop it in `afterAll`, after the last connection to it is closed. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = await serverAddress();
  const name = `granary_test_${randomBytes(6).toString('hex')}`;
  await run(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function serverAddress(): Promise<string> {
  const offer = inject('postgres');
  if (offer.kind === 'running') return offer.url;
  if (offer.kind === 'missing') throw new Error(`There is no PostgreSQL for this test: ${offer.reason}.`);
  const answer = await text(connect(offer.socket));
  if (!answer.startsWith('postgres')) throw new Error(`PostgreSQL for tests: ${answer}`);
  return answer;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
