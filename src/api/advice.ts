import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/operation.ts';
import { getTrackingAdvice } from '#contract/trackingAdvice.ts';
import { call } from './call.ts';
import type { ProblemError } from './problemError.ts';
import { recordKeys } from './recordCache.ts';

export type TrackingAdvice = AnswerOf<typeof getTrackingAdvice>;

/** Which records should be tracked otherwise, and why. Under the records' key: a conversion or an entry changes it. */
export function useTrackingAdvice() {
  return useQuery<TrackingAdvice, ProblemError>({
    queryKey: [...recordKeys.all, 'advice'],
    queryFn: ({ signal }) => call(getTrackingAdvice, { signal }),
  });
}
