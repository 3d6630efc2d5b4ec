import { type Control, useWatch } from 'react-hook-form';
import { directionOf } from '#domain/entry.ts';
import { parseAmount } from '#domain/money.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import type { EntryFields } from './entryDraft.ts';

interface AmountOutcomeProps {
  control: Control<EntryFields>;
  currency: string;
}

/** What saving would do, before it is done: '85' of kind repair adds €85.00 of cost, '-85' is a credit note. */
export function AmountOutcome({ control, currency }: AmountOutcomeProps) {
  const { words, formats } = useLanguage();
  const [typed, kind] = useWatch({ control, name: ['amount', 'kind'] });
  const amount = parseAmount(typed, { currency, decimalMark: formats.decimalMark });
  const outcome = () => {
    if (!amount.ok || amount.value === 0) return '';
    const text = formats.money({ amount: Math.abs(amount.value), currency });
    const { becomesIncome, becomesCost, refundIncome, refundCost } = words.entry;
    if (directionOf(kind) === 'income') return amount.value > 0 ? becomesIncome(text) : refundIncome(text);
    return amount.value > 0 ? becomesCost(text) : refundCost(text);
  };
  return (
    <p className="ledger-form-outcome" aria-live="polite">
      {outcome()}
    </p>
  );
}
