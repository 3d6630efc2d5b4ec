import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { LeaveQuestion } from '#ui/LeaveQuestion.tsx';

interface OpenedFormProps {
  /** On the button that opens it. */
  title: string;
  /** Why it cannot be opened; null where it can. */
  why: string | null;
  form(asked: { onTyped(isTyped: boolean): void; onLeave(): void }): ReactNode;
}

/** A button that opens a form in its place, and the question before something typed in it would be lost. */
export function OpenedForm({ title, why, form }: OpenedFormProps) {
  const isBack = useRef(false);
  const isTyped = useRef(false);
  const [mode, setMode] = useState<'closed' | 'open' | 'asking'>('closed');
  const leaving = useBlocker({
    shouldBlockFn: () => isTyped.current,
    enableBeforeUnload: () => isTyped.current,
    withResolver: true,
  });

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
        disabledBecause={why}
      >
        {title}
      </Button>
    );
  }
  return (
    <>
      {form({
        onTyped(is) {
          isTyped.current = is;
        },
        onLeave: () => (isTyped.current ? setMode('asking') : close()),
      })}
      {mode === 'asking' && <LeaveQuestion onStay={() => setMode('open')} onLeave={close} />}
      {leaving.status === 'blocked' && <LeaveQuestion onStay={leaving.reset} onLeave={leaving.proceed} />}
    </>
  );
}
