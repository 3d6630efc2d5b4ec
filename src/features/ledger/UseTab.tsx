import type { ReactNode } from 'react';
import { problemOf } from '#api/problemError.ts';
import { useReadings } from '#api/readings.ts';
import type { Session } from '#api/session.ts';
import type { ReadingRow } from '#contract/readings.ts';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { EmptyState, FailedState } from '#ui/States.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { AddReading } from './AddReading.tsx';
import { ReadingLine } from './ReadingLine.tsx';
import './use.css';

interface UseTabProps {
  recordId: string;
  session: Session;
  /** How things of this kind lose value; null for those who may not see money. */
  value: ReactNode;
}

/** What a record was used for: readings off its meters, newest first, and how it loses value. */
export function UseTab({ recordId, session, value }: UseTabProps) {
  const language = useLanguage();
  const { words } = language;
  const { use, life } = words;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReadings(recordId);
  const readings = data?.pages.flatMap(({ rows }) => rows);
  return (
    <div className="use">
      <section className="ledger" aria-label={use.readings}>
        <AddReading recordId={recordId} session={session} newest={newestByMeter(readings ?? [])} />
        {!readings && !error && <Loading />}
        {!readings && error && (
          <FailedState title={use.failed} onRetry={() => void refetch()}>
            {explain(problemOf(error), language)}
          </FailedState>
        )}
        {readings?.length === 0 && (
          <EmptyState icon="activity" title={use.empty}>
            {use.emptyText}
          </EmptyState>
        )}
        {readings && readings.length > 0 && <ReadingTable {...{ readings, recordId, session }} />}
        {hasNextPage && (
          <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {use.more}
          </Button>
        )}
      </section>
      {value !== null && (
        <section className="use-value" aria-label={life.short}>
          <h3>{life.short}</h3>
          {value}
        </section>
      )}
    </div>
  );
}

function ReadingTable({
  readings,
  ...rest
}: { readings: readonly ReadingRow[] } & Pick<UseTabProps, 'recordId' | 'session'>) {
  const { words } = useLanguage();
  const { use } = words;
  return (
    <table className="ledger-table use-table">
      <caption className="ui-hidden">{use.readings}</caption>
      <thead>
        <tr>
          <th scope="col">{use.day}</th>
          <th scope="col">{use.meter}</th>
          <th scope="col" className="ledger-end">
            {use.value}
          </th>
          <th scope="col">
            <span className="ui-hidden">{use.void}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {readings.map((reading) => (
          <ReadingLine key={reading.id} reading={reading} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

/** They come newest first: the first of each meter that counts. */
function newestByMeter(readings: readonly ReadingRow[]): ReadingRow[] {
  const standing = readings.filter(({ voidedAt }) => voidedAt === null);
  return [...Map.groupBy(standing, ({ meter }) => meter).values()].flatMap(([first]) => first ?? []);
}
