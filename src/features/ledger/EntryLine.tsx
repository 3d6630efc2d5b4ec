import { useState } from 'react';
import { useVoidEntry } from '#api/ledger.ts';
import type { EntryRow } from '#contract/ledger.ts';
import { type Role, whyForbidden } from '#domain/access.ts';
import { Button } from '#ui/Button.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { VoidForm } from './VoidForm.tsx';

interface EntryLineProps {
  entry: EntryRow;
  hasRunning: boolean;
  role: Role;
}

/** One line of the ledger, as it moves the profit: income up, cost down. */
export function EntryLine({ entry, hasRunning, role }: EntryLineProps) {
  const { words, formats } = useLanguage();
  const [isVoiding, setIsVoiding] = useState(false);
  const voidEntry = useVoidEntry();
  const { kind, amount, direction, occurredOn, voids, voidedBy, runningProfit } = entry;
  const moved = { ...amount, amount: direction === 'income' ? amount.amount : -amount.amount };
  const forbidden = whyForbidden(role, 'entries.void');
  const isOver = voids !== null || voidedBy !== null;
  return (
    <>
      <tr className={lineClass(entry)}>
        <td className="ledger-day">{formats.day(occurredOn)}</td>
        <td>
          <span className="ledger-kind">{words.kinds[kind]}</span> <EntryTags entry={entry} />
          <EntryDetails entry={entry} />
        </td>
        <td className="ledger-end ledger-amount">
          <MoneyText money={moved} isBare isResult={!isOver} />
        </td>
        {hasRunning && (
          <td className="ledger-end ledger-running">
            {runningProfit && <MoneyText money={runningProfit} isBare />}
          </td>
        )}
        <td className="ledger-end">
          {!isOver && !isVoiding && (
            <Button
              look="quiet"
              aria-label={words.ledger.voidEntry(words.kinds[kind], formats.day(occurredOn))}
              disabledBecause={
                forbidden && words.common.needsRole(words.common.roleNames[forbidden.leastRole])
              }
              onClick={() => setIsVoiding(true)}
            >
              {words.ledger.void}
            </Button>
          )}
        </td>
      </tr>
      {isVoiding && (
        <tr>
          <td colSpan={hasRunning ? 5 : 4}>
            <VoidForm
              label={words.ledger.reason}
              confirm={words.ledger.confirmVoid}
              takeBack={(reason) => voidEntry.mutateAsync({ id: entry.id, reason })}
              onDone={() => setIsVoiding(false)}
            />
          </td>
        </tr>
      )}
    </>
  );
}

/** What was taken back is struck out; the line that takes it back is only quieter. */
function lineClass({ voids, voidedBy }: EntryRow): string | undefined {
  if (voidedBy !== null) return 'ledger-over ledger-voided';
  return voids === null ? undefined : 'ledger-over';
}

function EntryTags({ entry }: { entry: EntryRow }) {
  const { ledger } = useLanguage().words;
  const { voids, voidedBy, provenance } = entry;
  return (
    <>
      {voidedBy !== null && <span className="ui-tag">{ledger.voided}</span>}
      {voids !== null && <span className="ui-tag">{ledger.voids}</span>}
      {provenance === 'inherited' && <span className="ui-tag">{ledger.inherited}</span>}
    </>
  );
}

function EntryDetails({ entry }: { entry: EntryRow }) {
  const { note, person, quantity, externalRef, service } = entry;
  const { words, formats } = useLanguage();
  const parts = [
    service ? words.use.serviceText(formats.day(service.from), formats.day(service.to)) : '',
    note,
    externalRef ?? '',
    person,
    quantity > 1 ? words.ledger.when(formats.number(quantity)) : '',
  ];
  return <div className="ledger-note">{parts.filter((part) => part !== '').join(' · ')}</div>;
}
