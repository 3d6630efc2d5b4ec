import type { Amount } from './formats.ts';
import { moneyTone } from './moneyTone.ts';
import { useFormats } from './useLanguage.ts';

interface MoneyTextProps {
  money: Amount;
  /** Digits alone, where a heading names the currency. */
  isBare?: boolean;
  /** A gain or a loss: coloured, and the sign is always the text's own. */
  isResult?: boolean;
}

/** An amount. What is negative has a minus and a colour, never a colour alone. */
export function MoneyText({ money, isBare = false, isResult = false }: MoneyTextProps) {
  const formats = useFormats();
  return (
    <span className={moneyTone(money, isResult)}>
      {isBare ? formats.amount(money) : formats.money(money)}
    </span>
  );
}
