import { createContext, type ReactNode, use } from 'react';
import { problemOf } from '#api/problemError.ts';
import { type Session, useSession } from '#api/session.ts';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { FailedState } from '#ui/States.tsx';
import { useLanguage } from '#ui/useLanguage.ts';

const ReadySession = createContext<Session | null>(null);

interface SessionGateProps {
  children: ReactNode;
}

/** Draws the page once it is known who is here; until then, why not. */
export function SessionGate({ children }: SessionGateProps) {
  const { data, error, refetch } = useSession();
  const language = useLanguage();
  if (data) return <ReadySession value={data}>{children}</ReadySession>;
  if (!error) return <Loading />;
  return (
    <FailedState title={language.words.app.sessionFailed} isPage onRetry={() => void refetch()}>
      {explain(problemOf(error), language)}
    </FailedState>
  );
}

/** Who is here, below the gate. */
export function useReadySession(): Session {
  const session = use(ReadySession);
  if (!session) throw new Error('SessionGate is missing above this component');
  return session;
}
