import { type KeyboardEvent, lazy, type ReactNode, Suspense, useRef } from 'react';
import { problemOf } from '#api/problemError.ts';
import { useRecord } from '#api/records.ts';
import type { Session } from '#api/session.ts';
import type { ConversionStart } from '#domain/conversion.ts';
import { explain } from '#ui/explain.ts';
import { IconButton } from '#ui/Button.tsx';
import { Loading } from '#ui/Loading.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { FailedState } from '#ui/States.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { LedgerTab } from './LedgerTab.tsx';
import { RecordActions } from './RecordActions.tsx';
import { RecordFigures } from './RecordFigures.tsx';
import { RecordHead } from './RecordHead.tsx';
import './ledger.css';

const UseTab = lazy(async () => ({ default: (await import('./UseTab.tsx')).UseTab }));
const HistoryTab = lazy(async () => ({ default: (await import('./HistoryTab.tsx')).HistoryTab }));
const LineageTab = lazy(async () => ({ default: (await import('./LineageTab.tsx')).LineageTab }));

export const RECORD_PARTS = ['ledger', 'use', 'history', 'lineage'] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];

interface RecordDrawerProps {
  id: string;
  part: RecordPart;
  session: Session;
  onPart(part: RecordPart): void;
  /** To the record before or after this one in the list behind. */
  onWalk(step: 1 | -1): void;
  /** Shows another record in its place. */
  onVisit(id: string): void;
  onConvert(how: ConversionStart): void;
  /** How the things of a SKU lose value. */
  valueOf(sku: string): ReactNode;
  onClose(): void;
}

/** One record over the table: what it is, what it earned, its ledger, its history and where it came from. */
export function RecordDrawer(props: RecordDrawerProps) {
  const { id, part, session, onPart, onWalk, onClose } = props;
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
            <RecordActions record={record} role={session.person.role} onConvert={props.onConvert} />
            <RecordFigures key={`figures ${id}`} record={record} session={session} />
            <PartTabs part={part} onPart={onPart} />
            <Suspense fallback={<Loading />}>
              {part === 'ledger' && <LedgerTab key={id} recordId={id} session={session} />}
              {part === 'use' && (
                <UseTab key={id} recordId={id} session={session} value={valueOf(record.sku, props)} />
              )}
              {part === 'history' && (
                <HistoryTab key={id} recordId={id} session={session} onVisit={props.onVisit} />
              )}
              {part === 'lineage' && <LineageTab key={id} recordId={id} onVisit={props.onVisit} />}
            </Suspense>
          </>
        )}
      </div>
    </Sheet>
  );
}

function valueOf(sku: string, props: RecordDrawerProps): ReactNode {
  if (!props.session.may.includes('money.see')) return null;
  return sku === '' ? <NoSku /> : props.valueOf(sku);
}

function NoSku() {
  return <p className="ui-hint">{useLanguage().words.life.noSku}</p>;
}

function PartTabs({ part, onPart }: Pick<RecordDrawerProps, 'part' | 'onPart'>) {
  const { record, conversions, use } = useLanguage().words;
  const labels = {
    ledger: record.ledger,
    use: use.tab,
    history: record.history,
    lineage: conversions.lineage.tab,
  };
  return (
    <nav className="record-tabs" aria-label={record.tabs}>
      {RECORD_PARTS.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === part ? 'page' : undefined}
          onClick={() => onPart(name)}
        >
          {labels[name]}
        </button>
      ))}
    </nav>
  );
}
