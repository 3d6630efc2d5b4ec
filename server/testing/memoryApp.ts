import { openMemory } from '#server/node/openSqlite.ts';
import { type TestApp, openTestApp } from './testApp.ts';

/** The real application on an empty database in memory. */
export async function openMemoryApp(): Promise<TestApp> {
  return openTestApp(await openMemory());
}
