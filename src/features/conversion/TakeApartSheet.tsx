import { useBlocker } from '@tanstack/react-router';
import { useRef } from 'react';
import { useRecord } from '#api/records.ts';
import type { RecordRow } from '#contract/records.ts';
import { LeaveQuestion } from '#ui/LeaveQuestion.tsx';
import { EmptyState } from '#ui/States.tsx';
import { useWords } from '#ui/useLanguage.ts';
import { type ConversionRouteProps, ConversionSheet } from './ConversionSheet.tsx';
import { SerializeForm } from './SerializeForm.tsx';
import { SplitForm } from './SplitForm.tsx';

interface TakeApartSheetProps extends ConversionRouteProps {
  id: string;
  how: 'serialize' | 'split';
}

/** Serializing or splitting one batch; leaving with something typed asks first. */
export function TakeApartSheet({ id, how, session, onDone, onLeave }: TakeApartSheetProps) {
  const { conversions } = useWords();
  const { data: record, error, refetch, isPlaceholderData } = useRecord(id);
  const isTyped = useRef(false);
  const leaving = useBlocker({
    shouldBlockFn: () => isTyped.current,
    enableBeforeUnload: () => isTyped.current,
    withResolver: true,
  });
  // A row from a list may lack some of its codes.
  const isWhole = record !== undefined && !(isPlaceholderData && record.codes.length < record.codeCount);
  const Form = how === 'serialize' ? SerializeForm : SplitForm;
  return (
    <ConversionSheet
      session={session}
      label={record ? conversions.titles[how](record.name) : conversions.loading}
      isLoading={!isWhole}
      problem={record ? null : error}
      onRetry={() => void refetch()}
      onLeave={onLeave}
    >
      {record?.tracking === 'bulk' && (
        <Form
          record={record}
          currency={session.workspace.currency}
          onTyped={() => {
            isTyped.current = true;
          }}
          onDone={(done, says) => {
            isTyped.current = false;
            onDone(done, says);
          }}
          onLeave={onLeave}
        />
      )}
      {record && record.tracking !== 'bulk' && <NothingToTake record={record} />}
      {leaving.status === 'blocked' && <LeaveQuestion onStay={leaving.reset} onLeave={leaving.proceed} />}
    </ConversionSheet>
  );
}

function NothingToTake({ record }: { record: RecordRow }) {
  const { conversions } = useWords();
  const { name, tracking } = record;
  const title = tracking === 'closed' ? conversions.noUnits(name) : conversions.notBulk(name);
  return <EmptyState icon={tracking} title={title} />;
}
