import { type Role, whyForbidden } from '#domain/access.ts';
import type { ConversionStart } from '#domain/conversion.ts';
import { trackingOf } from '#domain/tracking.ts';
import { Button } from '#ui/Button.tsx';
import type { Words } from '#ui/messages/en.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { type SelectedRows, selectRows } from './selectedRows.ts';

interface SelectionBarProps {
  selected: SelectedRows;
  role: Role;
  onEdit(): void;
  onGather(how: 'pool' | 'merge', ids: readonly string[]): void;
  onConvert(how: ConversionStart, id: string): void;
}

/** What an address can carry. */
const MOST = 200;

/** How many rows are ticked, and what can be done with them together. */
export function SelectionBar({ selected, role, onEdit, onGather, onConvert }: SelectionBarProps) {
  const { words, formats } = useLanguage();
  const { conversions } = words;
  const { selection } = conversions;
  const [first] = selected.keys();
  if (first === undefined) return null;
  return (
    <section className="inventory-selection" aria-label={selection.bar}>
      <p role="status">{selection.count(formats.number(selected.size))}</p>
      <Button disabledBecause={whyNoEdit(role, words)} onClick={onEdit}>
        {words.editing.bulk.open}
      </Button>
      {(['serialize', 'split'] as const).map((how) => (
        <Button
          key={how}
          disabledBecause={whyNotApart({ selected, role, words })}
          onClick={() => first !== undefined && onConvert(how, first)}
        >
          {conversions.start[how]}
        </Button>
      ))}
      {(['pool', 'merge'] as const).map((how) => (
        <Button
          key={how}
          disabledBecause={whyNot(how, { selected, role, words, most: formats.number(MOST) })}
          onClick={() => onGather(how, [...selected.keys()])}
        >
          {selection[how]}
        </Button>
      ))}
      <Button look="quiet" icon="close" onClick={() => selectRows([])}>
        {selection.clear}
      </Button>
    </section>
  );
}

interface Given {
  selected: SelectedRows;
  role: Role;
  words: Words;
  most: string;
}

function whyNoEdit(role: Role, { common }: Words): string | null {
  const forbidden = whyForbidden(role, 'records.edit');
  return forbidden && common.needsRole(common.roleNames[forbidden.leastRole]);
}

/** Taking apart is done to one batch at a time. */
function whyNotApart({ selected, role, words }: Omit<Given, 'most'>): string | null {
  const { common, conversions } = words;
  const forbidden = whyForbidden(role, 'records.convert');
  if (forbidden) return common.needsRole(common.roleNames[forbidden.leastRole]);
  const isOneBatch = selected.size === 1 && [...selected.values()].every((row) => trackingOf(row) === 'bulk');
  return isOneBatch ? null : conversions.selection.oneBatch;
}

function whyNot(how: 'pool' | 'merge', { selected, role, words, most }: Given): string | null {
  const { common, conversions } = words;
  const forbidden = whyForbidden(role, 'records.convert');
  if (forbidden) return common.needsRole(common.roleNames[forbidden.leastRole]);
  const trackings = new Set([...selected.values()].map(trackingOf));
  if (trackings.has('closed')) return conversions.selection.noClosed;
  if (how === 'merge' && trackings.has('serialized')) return conversions.selection.bulkOnly;
  if (selected.size < 2) return conversions.selection.onlyOne;
  return selected.size > MOST ? conversions.selection.tooMany(most) : null;
}
