import { createContext, use } from 'react';
import type { RecordTotals } from '#contract/records.ts';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useFormats, useWords } from '#ui/useLanguage.ts';

/** Beside the columns, not in them: changed totals must not redraw every row. */
export const ListTotals = createContext<RecordTotals | undefined>(undefined);

interface TotalsCellProps {
  of: 'records' | 'quantity' | 'codes' | 'income' | 'cost' | 'profit' | 'unknown';
}

/** One cell of the bottom line, over the whole filter. */
export function TotalsCell({ of }: TotalsCellProps) {
  const totals = use(ListTotals);
  const { inventory } = useWords();
  const formats = useFormats();
  if (!totals) return null;
  switch (of) {
    case 'records':
      return inventory.items(formats.number(totals.records), totals.records);
    case 'quantity':
      return formats.number(totals.quantity);
    case 'codes':
      return inventory.codes(formats.number(totals.codes), totals.codes);
    case 'income':
    case 'cost':
    case 'profit': {
      const money = totals[of];
      return money && <MoneyText money={money} isBare isResult={of === 'profit'} />;
    }
    case 'unknown': {
      const count = totals.profitUnknown ?? 0;
      if (count === 0) return null;
      const text = formats.number(count);
      return (
        <span className="inventory-unknown" title={inventory.unknownProfit(text)}>
          {inventory.unknownCount(text)}
        </span>
      );
    }
  }
}
