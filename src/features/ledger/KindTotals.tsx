import type { RecordFigures } from '#contract/ledger.ts';
import { directionOf } from '#domain/entry.ts';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useLanguage } from '#ui/useLanguage.ts';

interface KindTotalsProps {
  lines: RecordFigures['byKind'];
}

/** Income and cost by kind; what belongs to the time as a batch is told apart from the unit's own. */
export function KindTotals({ lines }: KindTotalsProps) {
  const { words, formats } = useLanguage();
  return (
    <ul className="record-kinds">
      {lines.map(({ kind, amount, entries, own, shared }) => (
        <li key={kind} data-direction={directionOf(kind)}>
          <span>
            {words.kinds[kind]}{' '}
            <span className="ui-muted">{words.ledger.count(formats.number(entries), entries)}</span>
          </span>
          <span>
            {own.amount !== 0 && shared.amount !== 0 && (
              <span className="ui-muted">
                <MoneyText money={shared} /> {words.ledger.shared} ·{' '}
              </span>
            )}
            <MoneyText money={amount} />
          </span>
        </li>
      ))}
    </ul>
  );
}
