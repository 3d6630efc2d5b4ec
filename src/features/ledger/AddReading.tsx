import { problemOf } from '#api/problemError.ts';
import { useAddReading } from '#api/readings.ts';
import type { Session } from '#api/session.ts';
import type { ReadingRow } from '#contract/readings.ts';
import { whyForbidden } from '#domain/access.ts';
import { localToday } from '#ui/today.ts';
import { useWords } from '#ui/useLanguage.ts';
import { OpenedForm } from './OpenedForm.tsx';
import { ReadingForm } from './ReadingForm.tsx';
import { useOpenedForm } from './useOpenedForm.ts';

interface AddReadingProps {
  recordId: string;
  session: Session;
  /** The newest reading of each meter. */
  newest: readonly ReadingRow[];
}

/** The way to the form for a reading. */
export function AddReading({ recordId, session, newest }: AddReadingProps) {
  const { use } = useWords();
  const add = useAddReading(recordId);
  const opened = useOpenedForm();
  const forbidden = whyForbidden(session.person.role, 'costs.add');
  return (
    <OpenedForm opened={opened} title={use.add} why={forbidden && use.forbidden}>
      <ReadingForm
        today={localToday()}
        newest={newest}
        post={(typed) => add.mutateAsync(typed).then(() => null, problemOf)}
        onTyped={opened.onTyped}
        onLeave={opened.onLeave}
      />
    </OpenedForm>
  );
}
