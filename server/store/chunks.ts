/**
 * Runs `work` over the items some at a time: databases cap the parameters of one statement (SQLite 32,766,
 * PostgreSQL 65,535), so an insert of many rows goes in pieces of at most 1,000 rows.
 */
export async function inChunks<T>(
  items: readonly T[],
  work: (chunk: T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += CHUNK_SIZE)
    await work(items.slice(start, start + CHUNK_SIZE));
}

const CHUNK_SIZE = 1000;
