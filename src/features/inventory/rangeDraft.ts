import { type AmountStyle, formatDecimal, minor, parseAmount } from '#domain/money.ts';
import { accept, refuse, type Result } from '#domain/result.ts';
import type { Range } from './conditions.ts';
import type { FILTER_KINDS, FilterField } from './filterKinds.ts';

type Kind = (typeof FILTER_KINDS)[FilterField];
export type RangeFault = 'notNumber' | 'notAmount' | 'notPercent' | 'turned';

/** The two fields as typed as a range of the address, or what is wrong with them. Empty is open. */
export function checkRange(
  kind: Kind,
  typed: { from: string; to: string },
  style: AmountStyle,
): Result<Range, RangeFault> {
  const from = readBound(kind, typed.from, style);
  if (!from.ok) return from;
  const to = readBound(kind, typed.to, style);
  if (!to.ok) return to;
  const range = { from: from.value, to: to.value };
  return isTurned(kind, range) ? refuse('turned') : accept(range);
}

/** A bound of the address as a person types it. */
export function writeBound(kind: Kind, bound: string | null, { currency, decimalMark }: AmountStyle): string {
  if (bound === null) return '';
  if (kind === 'money')
    return formatDecimal({ amount: minor(Number(bound)), currency }).replace('.', decimalMark);
  if (kind === 'percent') return String(Number(bound) / PPM_PER_PERCENT).replace('.', decimalMark);
  return bound;
}

const PPM_PER_PERCENT = 10_000;

function readBound(kind: Kind, typed: string, style: AmountStyle): Result<string | null, RangeFault> {
  const text = typed.trim().replace('−', '-');
  if (text === '') return accept(null);
  if (kind === 'day') return accept(text);
  if (kind === 'money') {
    const amount = parseAmount(text, style);
    return amount.ok ? accept(String(amount.value)) : refuse('notAmount');
  }
  const number = Number(text.replace(/\s*%$/, '').replace(style.decimalMark, '.'));
  if (kind === 'percent')
    return Number.isFinite(number)
      ? accept(String(Math.round(number * PPM_PER_PERCENT)))
      : refuse('notPercent');
  return Number.isSafeInteger(number) ? accept(String(number)) : refuse('notNumber');
}

function isTurned(kind: Kind, { from, to }: Range): boolean {
  if (from === null || to === null) return false;
  return kind === 'day' ? from > to : Number(from) > Number(to);
}
