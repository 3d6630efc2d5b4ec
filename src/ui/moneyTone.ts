import type { Amount } from './formats.ts';

/** The classes of an amount. A loss has a colour beside its minus; a gain only where it is a result. */
export function moneyTone({ amount }: Amount, isResult: boolean): string {
  if (amount < 0) return 'ui-number ui-negative';
  return isResult && amount > 0 ? 'ui-number ui-positive' : 'ui-number';
}
