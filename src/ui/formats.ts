import { remember } from './remember.ts';

/** An amount in smallest units. */
export interface Amount {
  amount: number;
  currency: string;
}

export interface Formats {
  locale: string;
  /** The mark before the cents that a person here types. */
  decimalMark: '.' | ',';
  /** Digits only, for columns whose heading names the currency. */
  amount(given: Amount): string;
  /** With its currency. */
  money(given: Amount): string;
  /** As short as an axis needs it: 12.5K. */
  shortMoney(given: Amount): string;
  number(value: number): string;
  /** A ratio in millionths. */
  percent(ppm: number): string;
  day(text: string): string;
  /** `2026-11` as Nov 2026. */
  month(text: string): string;
  instant(text: string): string;
  /** '3 minutes ago'; a day for what is longer ago than a month. */
  ago(text: string, nowMs: number): string;
  bytes(size: number): string;
}

interface FormatsGiven {
  locale: string;
  decimalsOf(currency: string): number;
}

const MINUS = '−';
const STEPS = [
  { unit: 'minute', ms: 60_000, below: 60 },
  { unit: 'hour', ms: 3_600_000, below: 24 },
  { unit: 'day', ms: 86_400_000, below: 31 },
] as const;

/** How numbers, money and time are written, in one place. */
export function createFormats({ locale, decimalsOf }: FormatsGiven): Formats {
  const plain = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  // Days have no time zone: reading them in UTC keeps them the day they are.
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const byCurrency = remember((currency: string) => amountFormats(locale, currency, decimalsOf(currency)));
  return {
    locale,
    decimalMark: plain.formatToParts(1.5).some((part) => part.type === 'decimal' && part.value === ',')
      ? ','
      : '.',
    amount: ({ amount, currency }) =>
      minus(byCurrency(currency).digits.format(amount / 10 ** decimalsOf(currency))),
    money: ({ amount, currency }) =>
      minus(byCurrency(currency).full.format(amount / 10 ** decimalsOf(currency))),
    shortMoney: ({ amount, currency }) => minus(short.format(amount / 10 ** decimalsOf(currency))),
    number: (value) => minus(plain.format(value)),
    percent: (ppm) => minus(percent.format(ppm / 1_000_000)),
    day: (text) => day.format(Date.parse(`${text}T00:00:00Z`)),
    month: (text) => month.format(Date.parse(`${text}-01T00:00:00Z`)),
    instant: (text) => instant.format(Date.parse(text)),
    ago(text, nowMs) {
      const passed = nowMs - Date.parse(text);
      const step = STEPS.find(({ ms, below }) => passed < ms * below);
      return step
        ? relative.format(-Math.floor(Math.max(0, passed) / step.ms), step.unit)
        : day.format(Date.parse(text));
    },
    bytes: (size) =>
      size < 1_000_000
        ? `${plain.format(Math.ceil(size / 1000))} kB`
        : `${plain.format(Math.ceil(size / 100_000) / 10)} MB`,
  };
}

function amountFormats(locale: string, currency: string, decimals: number) {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return {
    digits: new Intl.NumberFormat(locale, digits),
    full: new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...digits,
    }),
  };
}

/** A true minus is as wide as a digit, so that columns stay aligned. */
function minus(text: string): string {
  return text.replace('-', MINUS);
}
