import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import type { Person } from '#domain/access.ts';
import { createApp } from '#server/http/createApp.ts';
import { makeIds } from '#server/http/uuidv7.ts';
import { forgetAnswersBefore } from '#server/store/idempotency.ts';
import type { Store } from '#server/store/store.ts';
import type { Config } from './config.ts';
import { openPostgres } from './openPostgres.ts';
import { openSqlite } from './openSqlite.ts';

/** Until people sign in, whoever reaches this machine's own port is its owner. */
const OWNER: Person = { id: 'owner', name: 'Owner', role: 'admin' };

const KEEP_ANSWERS_DAYS = 35;

/** The application on its real database, clock and ids. */
export async function openApp(config: Config): Promise<{ app: Hono; store: Store }> {
  const store = config.databaseUrl
    ? await openPostgres(config.databaseUrl)
    : await openSqlite(config.dataFolder);
  const oldest = new Date(Date.now() - KEEP_ANSWERS_DAYS * 86_400_000).toISOString();
  await store.write((transaction) => forgetAnswersBefore(transaction, oldest));
  const app = createApp({
    store,
    clock: () => new Date().toISOString(),
    ids: makeIds(Date.now),
    version: readVersion(),
    identify: () => Promise.resolve(OWNER),
    report: (fault) => console.error(fault),
  });
  return { app, store };
}

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const parsed: unknown = JSON.parse(text);
  const isNamed = typeof parsed === 'object' && parsed !== null && 'version' in parsed;
  return isNamed ? String(parsed.version) : 'unknown';
}
