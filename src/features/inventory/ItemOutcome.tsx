import { type Control, useWatch } from 'react-hook-form';
import { averagePerUnit } from '#domain/figures.ts';
import { parseAmount } from '#domain/money.ts';
import { checkQuantity, parseQuantityInput } from '#domain/quantity.ts';
import { parseCodes } from '#domain/stockCode.ts';
import { trackingOf } from '#domain/tracking.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import type { ItemFields } from './itemDraft.ts';

interface OutcomeProps {
  control: Control<ItemFields>;
}

/** What the quantity makes of the item: one unit or a batch. */
export function QuantityOutcome({ control }: OutcomeProps) {
  const { words, formats } = useLanguage();
  const quantity = readQuantity(useWatch({ control, name: 'quantity' }));
  if (quantity === null) return null;
  const tracking = trackingOf({ quantity });
  const { bulk, ...others } = words.add.becomes;
  return (
    <p className="add-item-outcome">
      {tracking === 'bulk' ? bulk(formats.number(quantity)) : others[tracking]}
    </p>
  );
}

/** The codes a typed text or range means, before they are given. */
export function CodesOutcome({ control }: OutcomeProps) {
  const { words, formats } = useLanguage();
  const codes = parseCodes(useWatch({ control, name: 'codes' }));
  if (!codes.ok || codes.value.length === 0) return null;
  const [first = '', last = ''] = [codes.value[0], codes.value.at(-1)];
  const count = codes.value.length;
  return (
    <p className="add-item-outcome">
      {count === 1 ? words.add.codesOne(first) : words.add.codesPreview(formats.number(count), first, last)}
    </p>
  );
}

/** What one unit cost on average, where there are several. */
export function CostOutcome({ control, currency }: OutcomeProps & { currency: string }) {
  const { words, formats } = useLanguage();
  const [cost, typed] = useWatch({ control, name: ['cost', 'quantity'] });
  const amount = parseAmount(cost, { currency, decimalMark: formats.decimalMark });
  const quantity = readQuantity(typed);
  if (!amount.ok || quantity === null || trackingOf({ quantity }) !== 'bulk') return null;
  const each = averagePerUnit(amount.value, quantity);
  return each.known ? (
    <p className="add-item-outcome">{words.add.costEach(formats.money({ amount: each.value, currency }))}</p>
  ) : null;
}

function readQuantity(typed: string): number | null {
  const read = parseQuantityInput(typed);
  if (!read.ok || read.value.kind !== 'set') return null;
  return checkQuantity(read.value.to).ok ? read.value.to : null;
}
