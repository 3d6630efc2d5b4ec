import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useAddEntry } from '#api/ledger.ts';
import { problemOf } from '#api/problemError.ts';
import type { Session } from '#api/session.ts';
import { whyForbidden } from '#domain/access.ts';
import { Button } from '#ui/Button.tsx';
import { LeaveQuestion } from '#ui/LeaveQuestion.tsx';
import { localToday } from '#ui/today.ts';
import { useWords } from '#ui/useLanguage.ts';
import { EntryForm } from './EntryForm.tsx';

interface AddEntryProps {
  recordId: string;
  session: Session;
}

/** The way to the entry form, and the question before something typed in it would be lost. */
export function AddEntry({ recordId, session }: AddEntryProps) {
  const words = useWords();
  const add = useAddEntry(recordId);
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
        disabledBecause={forbidden && words.entry.forbidden}
      >
        {words.entry.title}
      </Button>
    );
  }
  return (
    <>
      <EntryForm
        currency={session.workspace.currency}
        role={session.person.role}
        today={localToday()}
        post={async (entry) => {
          try {
            await add.mutateAsync(entry);
            return null;
          } catch (fault) {
            return problemOf(fault);
          }
        }}
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
