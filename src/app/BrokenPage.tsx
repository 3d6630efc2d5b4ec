import type { ErrorComponentProps } from '@tanstack/react-router';
import { problemOf } from '#api/problemError.ts';
import { FailedState } from '#ui/States.tsx';
import { useWords } from '#ui/useLanguage.ts';

/** A fault of ours, or code that could not be fetched: the rest of the page stays. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const { app } = useWords();
  return (
    <FailedState title={app.broken} isPage onRetry={reset}>
      {problemOf(error).message}
    </FailedState>
  );
}
