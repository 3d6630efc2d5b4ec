import type { ReactNode } from 'react';
import { Button } from '#ui/Button.tsx';
import { LeaveQuestion } from '#ui/LeaveQuestion.tsx';
import type { useOpenedForm } from './useOpenedForm.ts';

interface OpenedFormProps {
  opened: ReturnType<typeof useOpenedForm>;
  /** On the button that opens it. */
  title: string;
  /** Why it cannot be opened; null where it can. */
  why: string | null;
  /** The form. */
  children: ReactNode;
}

/** The button, or the form in its place with the question before something typed in it would be lost. */
export function OpenedForm({ opened, title, why, children }: OpenedFormProps) {
  const { mode, leaving, open, close, takeFocusBack } = opened;
  if (mode === 'closed') {
    return (
      <Button ref={takeFocusBack} icon="add" onClick={open} disabledBecause={why}>
        {title}
      </Button>
    );
  }
  return (
    <>
      {children}
      {mode === 'asking' && <LeaveQuestion onStay={open} onLeave={close} />}
      {leaving.status === 'blocked' && <LeaveQuestion onStay={leaving.reset} onLeave={leaving.proceed} />}
    </>
  );
}
