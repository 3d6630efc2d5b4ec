import type { ReactNode } from 'react';
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
import { HistoryTurn } from './HistoryTurn.tsx';
import { type HistoryWords, changeOf, reasonOf } from './historyText.ts';

interface HistoryTabProps {
  recordId: string;
  session: Session;
  onVisit(id: string): void;
}

/** Who changed what from what to what, newest first. */
export function HistoryTab({ recordId, session, onVisit }: HistoryTabProps) {
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
  const operations = new Map(
    data.pages.flatMap((page) => page.operations.map((operation) => [operation.id, operation])),
  );
  if (lines.length === 0) return <EmptyState icon="ledger" title={words.history.empty} />;
  const given = { ...language, currency: session.workspace.currency };
  return (
    <div className="history">
      <ol aria-label={words.history.title}>
        {lines.map((line, index) => {
          const operation = operations.get(line.operationId);
          // An operation may have changed several things here; it is taken back as a whole, from its first line.
          const isFirst = lines[index - 1]?.operationId !== line.operationId;
          return (
            <HistoryLine key={line.id} line={line} given={given}>
              {operation && isFirst && (
                <HistoryTurn operation={operation} role={session.person.role} onVisit={onVisit} />
              )}
            </HistoryLine>
          );
        })}
      </ol>
      {hasNextPage && (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.history.more}
        </Button>
      )}
    </div>
  );
}

interface HistoryLineProps {
  line: HistoryRow;
  given: HistoryWords;
  /** The way back, where there is one. */
  children: ReactNode;
}

function HistoryLine({ line, given, children }: HistoryLineProps) {
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
      {children}
    </li>
  );
}
