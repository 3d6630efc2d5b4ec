import type { QueryClient } from '@tanstack/react-query';
import type { RecordListQuery } from './recordCache.ts';
import { firstRows } from './recordWindow.ts';
import { sessionQuery } from './session.ts';

/** Asks for who is here and the first rows side by side, before anything is drawn. */
export function warmUp(client: QueryClient, list: RecordListQuery | null): void {
  const asked = [client.query(sessionQuery), ...(list ? [client.query(firstRows(client, list))] : [])];
  // A failure stays in the cache, and the screen that needs the answer shows it: nothing is lost here.
  void Promise.allSettled(asked);
}
