import { useState } from 'react';
import { useVoidReading } from '#api/readings.ts';
import type { Session } from '#api/session.ts';
import type { ReadingRow } from '#contract/readings.ts';
import { whyForbidden } from '#domain/access.ts';
import { Button } from '#ui/Button.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { VoidForm } from './VoidForm.tsx';

interface ReadingLineProps {
  reading: ReadingRow;
  recordId: string;
  session: Session;
}

/** One reading, with the way to take it back. */
export function ReadingLine({ reading, recordId, session }: ReadingLineProps) {
  const { words, formats } = useLanguage();
  const { use } = words;
  const [isVoiding, setIsVoiding] = useState(false);
  const voidReading = useVoidReading(recordId);
  const { id, meter, value, occurredOn, isReset, voidedAt, note, person } = reading;
  const amount = use.amounts[meter](formats.number(value), value);
  const forbidden = whyForbidden(session.person.role, 'costs.add');
  return (
    <>
      <tr className={voidedAt === null ? undefined : 'ledger-over ledger-voided'}>
        <td className="ledger-day">{formats.day(occurredOn)}</td>
        <td>
          <span className="ledger-kind">{use.meters[meter]}</span>{' '}
          {isReset && <span className="ui-tag">{use.anew}</span>}
          {voidedAt !== null && <span className="ui-tag">{use.voided}</span>}
          <div className="ledger-note">{[note, person].filter((part) => part !== '').join(' · ')}</div>
        </td>
        <td className="ledger-end ledger-amount ui-number">{amount}</td>
        <td className="ledger-end">
          {voidedAt === null && !isVoiding && (
            <Button
              look="quiet"
              aria-label={use.voidReading(amount, formats.day(occurredOn))}
              disabledBecause={forbidden && use.forbidden}
              onClick={() => setIsVoiding(true)}
            >
              {use.void}
            </Button>
          )}
        </td>
      </tr>
      {isVoiding && (
        <tr>
          <td colSpan={4}>
            <VoidForm
              label={use.reason}
              confirm={use.confirmVoid}
              takeBack={(reason) => voidReading.mutateAsync({ id, reason })}
              onDone={() => setIsVoiding(false)}
            />
          </td>
        </tr>
      )}
    </>
  );
}
