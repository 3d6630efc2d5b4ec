import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from './newKey.ts';
import { isUnreachable, type ProblemError } from './problemError.ts';

const RETRIES = 3;
const FIRST_WAIT_MS = 400;

export interface WriteRule<Asked, Answer> {
  /** Sends the change once; the key is the same for each attempt at the same intent. */
  send(asked: Asked, key: string, client: QueryClient): Promise<Answer>;
  /** What this change makes stale, or patches. */
  settled(client: QueryClient, answer: Answer, asked: Asked): void;
  /** Shows the outcome before it is known; the returned function takes that back, once it is refused or true. */
  foretell?(client: QueryClient, asked: Asked): () => void;
  /** What a refusal tells about the present state. */
  refused?(client: QueryClient, problem: ProblemError): void;
}

/**
 * A write as a mutation: no answer means trying again with the same key, so that nothing is done twice. The key is kept
 * beyond the attempts: a person who presses Save again after a broken connection repeats the same intent.
 */
export function useWrite<Asked, Answer>(rule: WriteRule<Asked, Answer>) {
  const client = useQueryClient();
  const unanswered = useRef(new Map<string, string>());
  return useMutation<Answer, ProblemError, Asked, (() => void) | undefined>({
    networkMode: 'always',
    mutationFn: async (asked) => {
      const said = fingerprint(asked);
      const key = unanswered.current.get(said) ?? newKey();
      unanswered.current.set(said, key);
      try {
        const answer = await rule.send(asked, key, client);
        unanswered.current.delete(said);
        return answer;
      } catch (fault) {
        if (!isUnreachable(fault)) unanswered.current.delete(said);
        throw fault;
      }
    },
    retry: (count, fault) => isUnreachable(fault) && count < RETRIES,
    retryDelay: (count) => FIRST_WAIT_MS * 2 ** count,
    onMutate: (asked) => rule.foretell?.(client, asked),
    onError: (problem, _asked, putBack) => {
      putBack?.();
      rule.refused?.(client, problem);
    },
    onSuccess: (answer, asked, putBack) => {
      putBack?.();
      rule.settled(client, answer, asked);
    },
  });
}

/** Files are told apart by name, size and time: the same file chosen again is the same intent. */
function fingerprint(asked: unknown): string {
  return JSON.stringify(asked, (_name, value: unknown) =>
    value instanceof File ? [value.name, value.size, value.lastModified] : value,
  );
}
