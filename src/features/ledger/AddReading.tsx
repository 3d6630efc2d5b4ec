import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { problemOf } from '#api/problemError.ts';
import { useAddReading } from '#api/readings.ts';
import type { Session } from '#api/session.ts';
import type { ReadingRow } from '#contract/readings.ts';
import { whyForbidden } from '#domain/access.ts';
import { Button } from '#ui/Button.tsx';
import { LeaveQuestion } from '#ui/LeaveQuestion.tsx';
import { localToday } from '#ui/today.ts';
import { useWords } from '#ui/useLanguage.ts';
import { ReadingForm } from './ReadingForm.tsx';

interface AddReadingProps {
  recordId: string;
  session: Session;
  /** The newest reading of each meter. */
  newest: readonly ReadingRow[];
}

/** The way to the form for a reading, and the question before something typed in it would be lost. */
export function AddReading({ recordId, session, newest }: AddReadingProps) {
  const { use } = useWords();
  const add = useAddReading(recordId);
  const isBack = useRef(false);
  const isTyped = useRef(false);
  const [mode, setMode] = useState<'closed' | 'open' | 'asking'>('closed');
  const leaving = useBlocker({
    shouldBlockFn: () => isTyped.current,
    enableBeforeUnload: () => isTyped.current,
    withResolver: true,
  });
  const forbidden = whyForbidden(session.person.role, 'costs.add');

  function close() {
    isTyped.current = false;
    // The form goes, and the focus with it: the button takes it as soon as it is there.
    isBack.current = true;
    setMode('closed');
  }

  if (mode === 'closed') {
    return (
      <Button
        ref={(button) => {
          if (isBack.current) button?.focus();
          isBack.current = false;
        }}
        icon="add"
        onClick={() => setMode('open')}
        disabledBecause={forbidden && use.forbidden}
      >
        {use.add}
      </Button>
    );
  }
  return (
    <>
      <ReadingForm
        today={localToday()}
        newest={newest}
        post={(reading) => add.mutateAsync(reading).then(() => null, problemOf)}
        onTyped={(is) => {
          isTyped.current = is;
        }}
        onLeave={() => (isTyped.current ? setMode('asking') : close())}
      />
      {mode === 'asking' && <LeaveQuestion onStay={() => setMode('open')} onLeave={close} />}
      {leaving.status === 'blocked' && <LeaveQuestion onStay={leaving.reset} onLeave={leaving.proceed} />}
    </>
  );
}
