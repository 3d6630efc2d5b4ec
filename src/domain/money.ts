import { accept, invariant, refuse, type Result } from './result.ts';

/** A whole number of the currency's smallest unit (cents, pence, yen). */
export type Minor = number & { readonly __brand: 'Minor' };

export interface Money<C extends string = string> {
  amount: Minor;
  currency: C;
}

/** An amount as somebody gave it: not yet checked to be whole, in range and in the right currency. */
export interface GivenMoney {
  amount: number;
  currency: string;
}

/** The largest amount one entry, or one record's total, may have: 10 trillion in a two-decimal currency. */
export const MAX_MINOR = 10 ** 15;

export type AmountRefusal =
  | { code: 'amount.invalid'; given: string }
  | { code: 'amount.too-precise'; given: string; decimals: number }
  | { code: 'amount.too-large'; max: number }
  | { code: 'amount.zero' }
  | { code: 'amount.other-currency'; given: string; currency: string };

/** ISO 4217 minor units that differ from two. */
const DECIMALS_BY_CURRENCY: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
};

/** The currencies that are written with a sign. '$' is many: in a workspace of one of them it means that one. */
const CURRENCIES_BY_SIGN: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP FKP GIP SHP',
  $: 'USD ARS AUD BBD BMD BND BSD BZD CAD CLP COP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD UYU XCD',
  '¥': 'JPY CNY',
  '₹': 'INR',
  '₩': 'KRW KPW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₴': 'UAH',
  '₪': 'ILS',
  '₫': 'VND',
  '₱': 'PHP',
  '฿': 'THB',
  '₦': 'NGN',
};

export const ZERO = minor(0);

/** Marks a number as money; a fraction or an inexact sum is a bug. */
export function minor(amount: number): Minor {
  invariant(Number.isSafeInteger(amount), `${amount} is an exact amount`);
  // -0 would print as "-0.00".
  return (amount === 0 ? 0 : amount) as Minor;
}

export function isCurrency(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

export function currencyDecimals(currency: string): number {
  return DECIMALS_BY_CURRENCY[currency] ?? 2;
}

/** The sum, in the one currency of both. Two currencies do not compile. */
export function addMoney<C extends string>(left: Money<C>, right: Money<NoInfer<C>>): Money<C> {
  invariant(left.currency === right.currency, 'both amounts are in one currency');
  return { amount: minor(left.amount + right.amount), currency: left.currency };
}

export interface AmountStyle {
  currency: string;
  /** The mark before the cents in this text or file. */
  decimalMark: '.' | ',';
}

/**
 * The amount a person or a file wrote, in minor units: '1,234.50', '$ 12', '(12.50)', "1'234.50 USD".
 * Never rounds: '12.345' in a two-decimal currency is refused, and so is anything that could be read two ways.
 */
export function parseAmount(text: string, style: AmountStyle): Result<Minor, AmountRefusal> {
  const invalid = refuse({ code: 'amount.invalid', given: text.slice(0, 80) } as const);
  const named = takeCurrency(text.normalize('NFKC').trim(), style.currency);
  if (!named.ok) return named;
  const inBrackets = /^\((.*)\)$/.exec(named.value);
  const signed = /^([+-]?)(.*)$/s.exec((inBrackets?.[1] ?? named.value).replace(/−/g, '-').trim());
  const sign = signed?.[1] ?? '';
  if (inBrackets && sign !== '') return invalid;
  const groupMark = style.decimalMark === '.' ? ',' : '.';
  const pattern = new RegExp(
    `^(\\d+|\\d{1,3}(?:([\\s'’\\${groupMark}])\\d{3})(?:\\2\\d{3})*)(?:\\${style.decimalMark}(\\d+))?$`,
  );
  const match = pattern.exec((signed?.[2] ?? '').trim());
  if (!match) return invalid;
  const decimals = currencyDecimals(style.currency);
  const cents = (match[3] ?? '').replace(/0+$/, '');
  if (cents.length > decimals)
    return refuse({ code: 'amount.too-precise', given: text.slice(0, 80), decimals });
  const digits = (match[1] ?? '').replace(/\D/g, '') + cents.padEnd(decimals, '0');
  const amount = Number(digits);
  if (amount > MAX_MINOR) return refuse({ code: 'amount.too-large', max: MAX_MINOR });
  return accept(minor(inBrackets || sign === '-' ? -amount : amount));
}

/** The amount as a plain decimal text, `-1234.50`: for files and for editing, never localised. */
export function formatDecimal({ amount, currency }: Money): string {
  const decimals = currencyDecimals(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${amount < 0 ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}

/** Strips the currency's own sign or code; another currency's is a refusal, never ignored. */
function takeCurrency(text: string, currency: string): Result<string, AmountRefusal> {
  const match = /^([+-]?\(?)\s*(\p{Sc}|[A-Z]{3})?\s*(.*?)\s*(\p{Sc}|[A-Z]{3})?(\)?)$/su.exec(text);
  for (const name of [match?.[2] ?? '', match?.[4] ?? '']) {
    if (name === '') continue;
    const isOther = name.length === 3 ? name !== currency : !CURRENCIES_BY_SIGN[name]?.includes(currency);
    if (isOther) return refuse({ code: 'amount.other-currency', given: name, currency });
  }
  return accept(`${match?.[1] ?? ''}${match?.[3] ?? ''}${match?.[5] ?? ''}`);
}
