import { QueryClient, notifyManager } from '@tanstack/react-query';
import { isPassing } from './problemError.ts';

/** One per page. Rows never move under the cursor, so nothing is fetched anew behind a person's back. */
export function createQueryClient(): QueryClient {
  // Told in the same task as the change: an edited cell would otherwise be painted with its old value first.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (count, fault) => isPassing(fault) && count < 2,
        retryDelay: (count) => 300 * 2 ** count,
        refetchOnWindowFocus: false,
        refetchOnReconnect: true,
      },
    },
  });
}
