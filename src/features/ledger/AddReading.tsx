import { problemOf } from '#api/problemError.ts';
import { useAddReading } from '#api/readings.ts';
import type { Session } from '#api/session.ts';
import type { ReadingRow } from '#contract/readings.ts';
import { whyForbidden } from '#domain/access.ts';
import { localToday } from '#ui/today.ts';
import { useWords } from '#ui/useLanguage.ts';
import { OpenedForm } from './OpenedForm.tsx';
import { ReadingForm } from './ReadingForm.tsx';

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
  const forbidden = whyForbidden(session.person.role, 'costs.add');
  return (
    <OpenedForm
      title={use.add}
      why={forbidden && use.forbidden}
      form={(asked) => (
        <ReadingForm
          today={localToday()}
          newest={newest}
          post={(typed) => add.mutateAsync(typed).then(() => null, problemOf)}
          {...asked}
        />
      )}
    />
  );
}
