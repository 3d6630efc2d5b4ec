import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from './newKey.ts';
import { isPassing, type ProblemError } from './problemError.ts';
import { type DoneStep, type StepPlace, beginStep } from './steps.ts';

const RETRIES = 3;
const FIRST_WAIT_MS = 400;

export interface WriteRule<Asked, Answer> {
  /** Sends the change once; the key is the same for each attempt at the same intent. */
  send(asked: Asked, key: string, client: QueryClient): Promise<Answer>;
  /** What makes two requests the same intent; left out: everything that is asked. */
  fingerprint?(asked: Asked): string;
  /** What this change makes stale, or patches. */
  settled(client: QueryClient, answer: Answer, asked: Asked): void;
  /** Shows the outcome before it is known; the returned function takes that back, once it is refused or true. */
  foretell?(client: QueryClient, asked: Asked): () => void;
  /** Where it happened, for a change that Ctrl+Z in the table takes back. */
  step?(asked: Asked, answer: Answer): StepPlace;
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
  return useMutation<Answer, ProblemError, Asked, Begun>({
    networkMode: 'always',
    // A thousand edits shall not keep a thousand answers.
    gcTime: 0,
    mutationFn: async (asked) => {
      const said = rule.fingerprint?.(asked) ?? fingerprint(asked);
      const key = unanswered.current.get(said) ?? newKey();
      unanswered.current.set(said, key);
      try {
        const answer = await rule.send(asked, key, client);
        unanswered.current.delete(said);
        return answer;
      } catch (fault) {
        if (!isPassing(fault)) unanswered.current.delete(said);
        throw fault;
      }
    },
    retry: (count, fault) => isPassing(fault) && count < RETRIES,
    retryDelay: (count) => FIRST_WAIT_MS * 2 ** count,
    onMutate: (asked) => ({
      putBack: rule.foretell?.(client, asked),
      endStep: rule.step && beginStep(),
    }),
    onError: (problem, _asked, begun) => {
      begun?.putBack?.();
      begun?.endStep?.(null);
      rule.refused?.(client, problem);
    },
    onSuccess: (answer, asked, begun) => {
      begun.putBack?.();
      begun.endStep?.(stepOf(rule, asked, answer));
      rule.settled(client, answer, asked);
    },
  });
}

interface Begun {
  putBack: (() => void) | undefined;
  endStep: ((ended: DoneStep | null) => void) | undefined;
}

function stepOf<Asked, Answer>(
  { step }: WriteRule<Asked, Answer>,
  asked: Asked,
  answer: Answer,
): DoneStep | null {
  const operationId = operationIdOf(answer);
  return step && operationId !== null ? { place: step(asked, answer), operationId } : null;
}

function operationIdOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('operationId' in answer)) return null;
  return typeof answer.operationId === 'string' ? answer.operationId : null;
}

/** Files are told apart by name, size and time: the same file chosen again is the same intent. */
function fingerprint(asked: unknown): string {
  return JSON.stringify(asked, (_name, value: unknown) =>
    value instanceof File ? [value.name, value.size, value.lastModified] : value,
  );
}
