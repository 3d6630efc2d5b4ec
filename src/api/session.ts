import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/operation.ts';
import { getHealth, getSession } from '#contract/system.ts';
import { call } from './call.ts';
import { useConnection } from './connection.ts';

export type Session = AnswerOf<typeof getSession>;

/** While nothing answers, how often to ask whether the server is back. */
const PROBE_MS = 4000;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call(getSession, { signal }),
  staleTime: Infinity,
});

/** Who is here and what they may do. */
export function useSession() {
  return useQuery(sessionQuery);
}

/** The connection, watched: after a failure the server is asked until it answers. */
export function useWatchedConnection() {
  const connection = useConnection();
  useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => call(getHealth, { signal }),
    enabled: connection === 'unreachable',
    refetchInterval: PROBE_MS,
    retry: false,
    gcTime: 0,
  });
  return connection;
}
