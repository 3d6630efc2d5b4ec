import { useHistory } from '#api/ledger.ts';
import { problemOf } from '#api/problemError.ts';
import type { Session } from '#api/session.ts';
import type { HistoryRow } from '#contract/ledger.ts';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { EmptyState, FailedState } from '#ui/States.tsx';
import { TimeText } from '#ui/TimeText.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { type HistoryWords, changeOf, reasonOf } from './historyText.ts';

interface HistoryTabProps {
  recordId: string;
  session: Session;
}

/** Who changed what from what to what, newest first. */
export function HistoryTab({ recordId, session }: HistoryTabProps) {
  const language = useLanguage();
  const { words } = language;
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useHistory(recordId);
  if (!data) {
    if (!error) return <Loading />;
    return (
      <FailedState title={words.history.failed} onRetry={() => void refetch()}>
        {explain(problemOf(error), language)}
      </FailedState>
    );
  }
  const lines = data.pages.flatMap((page) => page.rows);
  if (lines.length === 0) return <EmptyState icon="ledger" title={words.history.empty} />;
  const given = { ...language, currency: session.workspace.currency };
  return (
    <div className="history">
      <ol aria-label={words.history.title}>
        {lines.map((line) => (
          <HistoryLine key={line.id} line={line} given={given} />
        ))}
      </ol>
      {hasNextPage && (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.history.more}
        </Button>
      )}
    </div>
  );
}

function HistoryLine({ line, given }: { line: HistoryRow; given: HistoryWords }) {
  const { history } = given.words;
  const { field, before, after } = changeOf(line, given);
  const reason = reasonOf(line, given);
  return (
    <li className="history-line">
      <p>
        <strong>{line.person}</strong> {history.actions[line.action]}
        {line.action === 'described' && ` ${field}`} <TimeText instant={line.at} />
      </p>
      <p className="history-change">
        {before !== null && <del>{before}</del>}
        {before !== null && <span aria-hidden="true"> → </span>}
        {before !== null && <span className="ui-hidden">{history.becomes}</span>}
        {after === null ? before !== null && <span>{history.nothing}</span> : <ins>{after}</ins>}
        {reason !== '' && <span className="ui-tag">{reason}</span>}
      </p>
      {line.note !== '' && <p className="ledger-note">{line.note}</p>}
    </li>
  );
}
