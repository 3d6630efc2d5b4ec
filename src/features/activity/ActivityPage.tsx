import { NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { useActivity } from '#api/conversions.ts';
import { problemOf } from '#api/problemError.ts';
import type { Session } from '#api/session.ts';
import { OPERATION_TYPES, type OperationType } from '#domain/operation.ts';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { EmptyState, FailedState } from '#ui/States.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { ActivityLine } from './ActivityLine.tsx';
import { StockCheck } from './StockCheck.tsx';
import './activity.css';

interface ActivityPageProps {
  session: Session;
  type: OperationType | null;
  onType(type: OperationType | null): void;
  onShow(recordId: string): void;
}

/** Everything that was done, newest first, with the way back where there is one. */
export function ActivityPage({ session, type, onType, onShow }: ActivityPageProps) {
  const { activity } = useLanguage().words.conversions;
  const choices = OPERATION_TYPES.map((value) => ({ value, label: activity.types[value] }));
  return (
    <section className="activity">
      <header className="activity-head">
        <h1>{activity.title}</h1>
        <NativeSelect
          label={activity.filter}
          value={type ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onType(OPERATION_TYPES.find((known) => known === value) ?? null)
          }
          data={[{ value: '', label: activity.all }, ...choices]}
        />
      </header>
      <StockCheck role={session.person.role} onShow={onShow} />
      <Operations key={type} session={session} type={type} onType={onType} onShow={onShow} />
    </section>
  );
}

function Operations({ session, type, onType, onShow }: ActivityPageProps) {
  const language = useLanguage();
  const { words, formats } = language;
  const { activity } = words.conversions;
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useActivity(type);
  if (!data) {
    if (!error) return <Loading />;
    return (
      <FailedState title={activity.failed} onRetry={() => void refetch()}>
        {explain(problemOf(error), language)}
      </FailedState>
    );
  }
  const operations = data.pages.flatMap((page) => page.rows);
  const total = data.pages.at(-1)?.total ?? 0;
  if (operations.length === 0) {
    if (type === null)
      return (
        <EmptyState icon="activity" title={activity.empty}>
          {activity.emptyText}
        </EmptyState>
      );
    return (
      <EmptyState
        icon="activity"
        title={activity.nothing}
        actions={<Button onClick={() => onType(null)}>{activity.all}</Button>}
      >
        {activity.nothingText}
      </EmptyState>
    );
  }
  return (
    <>
      <p className="ui-hint" role="status">
        {activity.count(formats.number(total), total)}
      </p>
      <ol className="activity-list" aria-label={activity.title}>
        {operations.map((operation) => (
          <ActivityLine key={operation.id} operation={operation} role={session.person.role} onShow={onShow} />
        ))}
      </ol>
      {error && <p className="activity-failed">{explain(problemOf(error), language)}</p>}
      {hasNextPage && (
        <div className="activity-more">
          <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {activity.more}
          </Button>
        </div>
      )}
    </>
  );
}
