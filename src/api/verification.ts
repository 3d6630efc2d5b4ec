import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/operation.ts';
import { verifyStock } from '#contract/system.ts';
import { call } from './call.ts';
import type { ProblemError } from './problemError.ts';

/** The replay of every record, asked for by a person: nothing is read before, and each asking reads everything anew. */
export function useVerification() {
  return useQuery<AnswerOf<typeof verifyStock>, ProblemError>({
    queryKey: ['verification'],
    queryFn: ({ signal }) => call(verifyStock, { signal }),
    enabled: false,
    gcTime: 0,
    retry: false,
  });
}
