import { useAddEntry } from '#api/ledger.ts';
import { problemOf } from '#api/problemError.ts';
import type { Session } from '#api/session.ts';
import { whyForbidden } from '#domain/access.ts';
import { localToday } from '#ui/today.ts';
import { useWords } from '#ui/useLanguage.ts';
import { EntryForm } from './EntryForm.tsx';
import { OpenedForm } from './OpenedForm.tsx';
import { useOpenedForm } from './useOpenedForm.ts';

interface AddEntryProps {
  recordId: string;
  session: Session;
}

/** The way to the form for a cost or an income. */
export function AddEntry({ recordId, session }: AddEntryProps) {
  const { entry } = useWords();
  const add = useAddEntry(recordId);
  const opened = useOpenedForm();
  const forbidden = whyForbidden(session.person.role, 'costs.add');
  return (
    <OpenedForm opened={opened} title={entry.title} why={forbidden && entry.forbidden}>
      <EntryForm
        currency={session.workspace.currency}
        role={session.person.role}
        today={localToday()}
        post={(typed) => add.mutateAsync(typed).then(() => null, problemOf)}
        onTyped={opened.onTyped}
        onLeave={opened.onLeave}
      />
    </OpenedForm>
  );
}
