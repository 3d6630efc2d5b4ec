import type { Amount } from '#ui/formats.ts';
import { usePageLanguage } from '#ui/pageWords.ts';

interface ChangeProps {
  now: Amount | null;
  /** In the period compared with; null where there is none or it is unknown. */
  before: Amount | null;
}

/** What changed since the period before, in words and with a sign. */
export function Change({ now, before }: ChangeProps) {
  const { words, formats } = usePageLanguage();
  if (now === null || before === null) return null;
  const { profit } = words;
  const change = now.amount - before.amount;
  const amount = formats.money({ amount: Math.abs(change), currency: now.currency });
  const text = change === 0 ? profit.same : change > 0 ? profit.more(amount) : profit.less(amount);
  return (
    <small className="profit-change" title={profit.before(formats.money(before))}>
      <span aria-hidden="true">{change === 0 ? '=' : change > 0 ? '▲' : '▼'}</span> {text}
    </small>
  );
}
