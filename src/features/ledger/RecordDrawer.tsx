import { type KeyboardEvent, lazy, Suspense, useRef } from 'react';
import { problemOf } from '#api/problemError.ts';
import { useRecord } from '#api/records.ts';
import type { Session } from '#api/session.ts';
import { explain } from '#ui/explain.ts';
import { IconButton } from '#ui/Button.tsx';
import { Loading } from '#ui/Loading.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { FailedState } from '#ui/States.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { LedgerTab } from './LedgerTab.tsx';
import { RecordFigures } from './RecordFigures.tsx';
import { RecordHead } from './RecordHead.tsx';
import './ledger.css';

const HistoryTab = lazy(async () => ({ default: (await import('./HistoryTab.tsx')).HistoryTab }));

export const RECORD_PARTS = ['ledger', 'history'] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];

interface RecordDrawerProps {
  id: string;
  part: RecordPart;
  session: Session;
  onPart(part: RecordPart): void;
  /** To the record before or after this one in the list behind. */
  onWalk(step: 1 | -1): void;
  onClose(): void;
}

/** One record over the table: what it is, what it earned, its ledger and its history. */
export function RecordDrawer({ id, part, session, onPart, onWalk, onClose }: RecordDrawerProps) {
  const language = useLanguage();
  const { words } = language;
  const { data: record, error, refetch } = useRecord(id);
  const body = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    // In a field the plain arrows belong to the field; on the record as a whole they walk.
    const isWalking = event.altKey || event.target === body.current;
    if (step === null || !isWalking) return;
    event.preventDefault();
    onWalk(step);
  }

  return (
    <Sheet label={record?.name ?? words.record.loading} place="side" onClose={onClose}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- shortcuts for buttons that stand beside them */}
      <div ref={body} className="record" tabIndex={-1} data-autofocus onKeyDown={onKeyDown}>
        <div className="record-tools">
          <IconButton
            icon="up"
            label={words.record.previous}
            aria-keyshortcuts="Alt+ArrowUp"
            onClick={() => onWalk(-1)}
          />
          <IconButton
            icon="down"
            label={words.record.next}
            aria-keyshortcuts="Alt+ArrowDown"
            onClick={() => onWalk(1)}
          />
          <span className="record-tools-space" />
          <IconButton icon="close" label={words.record.close} onClick={onClose} />
        </div>
        {!record && !error && <Loading label={words.record.loading} />}
        {!record && error && (
          <FailedState title={words.record.failed} onRetry={() => void refetch()}>
            {explain(problemOf(error), language)}
          </FailedState>
        )}
        {record && (
          <>
            <RecordHead record={record} />
            <RecordFigures key={`figures ${id}`} record={record} session={session} />
            <PartTabs part={part} onPart={onPart} />
            <Suspense fallback={<Loading />}>
              {part === 'ledger' ? (
                <LedgerTab key={id} recordId={id} session={session} />
              ) : (
                <HistoryTab key={id} recordId={id} session={session} />
              )}
            </Suspense>
          </>
        )}
      </div>
    </Sheet>
  );
}

function PartTabs({ part, onPart }: Pick<RecordDrawerProps, 'part' | 'onPart'>) {
  const { record } = useLanguage().words;
  return (
    <nav className="record-tabs" aria-label={record.tabs}>
      {RECORD_PARTS.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === part ? 'page' : undefined}
          onClick={() => onPart(name)}
        >
          {record[name]}
        </button>
      ))}
    </nav>
  );
}
