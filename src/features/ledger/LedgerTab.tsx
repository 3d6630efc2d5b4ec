import { useEntries } from '#api/ledger.ts';
import { problemOf } from '#api/problemError.ts';
import type { Session } from '#api/session.ts';
import { whyForbidden } from '#domain/access.ts';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { EmptyState, FailedState, Forbidden } from '#ui/States.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { AddEntry } from './AddEntry.tsx';
import { EntryLine } from './EntryLine.tsx';

interface LedgerTabProps {
  recordId: string;
  session: Session;
}

/** The ledger of one record, newest first, and the way to book more. */
export function LedgerTab({ recordId, session }: LedgerTabProps) {
  const { words } = useLanguage();
  const { role } = session.person;
  const canSee = whyForbidden(role, 'entries.see-own') === null;
  const seesMoney = whyForbidden(role, 'money.see') === null;
  return (
    <div className="ledger">
      <AddEntry recordId={recordId} session={session} />
      {canSee && !seesMoney && <p className="ui-hint">{words.ledger.ownOnly}</p>}
      {canSee ? (
        <EntryList recordId={recordId} session={session} />
      ) : (
        <Forbidden>{words.ledger.forbidden}</Forbidden>
      )}
    </div>
  );
}

function EntryList({ recordId, session }: LedgerTabProps) {
  const language = useLanguage();
  const { words, formats } = language;
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useEntries(recordId);
  if (!data) {
    if (!error) return <Loading />;
    return (
      <FailedState title={words.ledger.failed} onRetry={() => void refetch()}>
        {explain(problemOf(error), language)}
      </FailedState>
    );
  }
  const entries = data.pages.flatMap((page) => page.rows);
  const total = data.pages.at(-1)?.total ?? 0;
  const hasRunning = entries.some((entry) => entry.runningProfit !== undefined);
  if (entries.length === 0)
    return (
      <EmptyState icon="ledger" title={words.ledger.empty}>
        {words.ledger.emptyText}
      </EmptyState>
    );
  return (
    <>
      <table className="ledger-table">
        <caption className="ui-hidden">
          {words.ledger.title}, {words.ledger.count(formats.number(total), total)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.ledger.day}</th>
            <th scope="col">{words.ledger.kind}</th>
            <th scope="col" className="ledger-end">
              {words.ledger.amount}
            </th>
            {hasRunning && (
              <th scope="col" className="ledger-end">
                {words.ledger.running}
              </th>
            )}
            <th scope="col">
              <span className="ui-hidden">{words.ledger.void}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryLine key={entry.id} entry={entry} hasRunning={hasRunning} role={session.person.role} />
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.ledger.more}
        </Button>
      )}
    </>
  );
}
