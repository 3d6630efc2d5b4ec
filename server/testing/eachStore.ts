import { afterAll, beforeAll, describe } from 'vitest';
import { openPostgres } from '#server/node/openPostgres.ts';
import { openMemory } from '#server/node/openSqlite.ts';
import type { Store } from '#server/store/store.ts';
import { createTestDatabase, hasPostgres } from './postgres.ts';
import { PreparingClient } from './preparingClient.ts';

/** One suite over both databases. Where there is no PostgreSQL, that half is skipped, and the run has said why. */
export function describeEachStore(title: string, suite: (store: () => Store) => void): void {
  describe(`${title} (SQLite)`, () => suite(withStore(openTestSqlite)));
  describe.skipIf(!hasPostgres)(`${title} (PostgreSQL)`, () => suite(withStore(openTestPostgres)));
}

/** On a busy machine a cluster takes its time to start. */
const OPEN_MS = 60_000;

export interface OpenedStore {
  store: Store;
  drop: () => Promise<void>;
}

export async function openTestSqlite(): Promise<OpenedStore> {
  const store = await openMemory();
  return { store, drop: () => store.close() };
}

export async function openTestPostgres(): Promise<OpenedStore> {
  const database = await createTestDatabase();
  const store = await openPostgres(database.url, PreparingClient);
  const drop = async () => {
    await store.close();
    await database.drop();
  };
  return { store, drop };
}

function withStore(open: () => Promise<OpenedStore>): () => Store {
  let opened: OpenedStore | null = null;
  beforeAll(async () => {
    opened = await open();
  }, OPEN_MS);
  afterAll(() => opened?.drop(), OPEN_MS);
  return () => {
    if (!opened) throw new Error('The store is opened before each suite');
    return opened.store;
  };
}
