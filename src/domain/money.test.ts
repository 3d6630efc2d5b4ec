import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnknownAmount } from './importTable.ts';
import {
  MAX_MINOR,
  type Money,
  addMoney,
  currencyDecimals,
  formatDecimal,
  isCurrency,
  minor,
  parseAmount,
} from './money.ts';

const PRICES = new URL('../../../shared/data/06-nasty-csv/constructed/12-prices.csv', import.meta.url);

const euros = (amount: number): Money<'EUR'> => ({ amount: minor(amount), currency: 'EUR' });
const dollars = (amount: number): Money<'USD'> => ({ amount: minor(amount), currency: 'USD' });
const US = { currency: 'USD', decimalMark: '.' } as const;
const DE = { currency: 'EUR', decimalMark: ',' } as const;
const ok = (value: number) => ({ ok: true, value });
const refusedAs = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) as object });

describe('Money is whole units of one currency', () => {
  test('Two amounts of one currency add up', () => {
    expect(addMoney(euros(1050), euros(-50))).toEqual(euros(1000));
  });

  test('Adding two currencies does not compile, and a cast does not get past the check', () => {
    // @ts-expect-error -- this line is the test: two currencies are no sum
    expect(() => addMoney(euros(1), dollars(1))).toThrow('one currency');
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no exact amount', (amount) => {
    expect(() => minor(amount)).toThrow('exact amount');
  });

  test('There is one zero: minus zero would print as "-0.00"', () => {
    expect(Object.is(minor(-0), 0)).toBe(true);
  });

  test.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['XYZ', 2],
  ])('%s has %i decimals', (currency, decimals) => expect(currencyDecimals(currency)).toBe(decimals));

  test.each([
    ['EUR', true],
    ['eur', false],
    ['EURO', false],
    ['E1R', false],
    ['', false],
  ])('%j names a currency: %s', (text, is) => expect(isCurrency(text)).toBe(is));
});

describe('An amount as people write it', () => {
  test.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12.50', 1250],
    ['12.500', 1250],
    [' 1,234.50 ', 123_450],
    ['1 234.50', 123_450],
    ["1'234'567.89", 123_456_789],
    ['1’234.50', 123_450],
    ['1,234,567.89', 123_456_789],
    ['$12', 1200],
    ['$ 1,234.50', 123_450],
    ['USD 12.50', 1250],
    ['12.50 USD', 1250],
    ['-12.50', -1250],
    ['−12.50', -1250],
    ['+12.50', 1250],
    ['(12.50)', -1250],
    ['($12.50)', -1250],
    ['-$12.50', -1250],
    ['0', 0],
    ['-0.00', 0],
    ['１２.５０', 1250],
    ['10000000000000.00', MAX_MINOR],
  ])('%j in dollars is %i cents', (text, cents) => expect(parseAmount(text, US)).toEqual(ok(cents)));

  test.each([
    ['12,50', 1250],
    ['1.234,50', 123_450],
    ['1 234,50 €', 123_450],
    ['€ 12,50', 1250],
    ['12', 1200],
  ])('%j in a file with decimal commas is %i cents', (text, cents) =>
    expect(parseAmount(text, DE)).toEqual(ok(cents)),
  );

  test('A currency without decimals counts whole units, one with three thousandths', () => {
    expect(parseAmount('1234', { currency: 'JPY', decimalMark: '.' })).toEqual(ok(1234));
    expect(parseAmount('12.5', { currency: 'JPY', decimalMark: '.' })).toEqual(
      refusedAs('amount.too-precise'),
    );
    expect(parseAmount('12.345', { currency: 'KWD', decimalMark: '.' })).toEqual(ok(12_345));
  });

  test.each([
    ['12.345', 'amount.too-precise'],
    ['10000000000000.01', 'amount.too-large'],
    ['99999999999999999999999', 'amount.too-large'],
    ['12,50', 'amount.invalid'],
    ['1.2.3', 'amount.invalid'],
    ['1,23,456.00', 'amount.invalid'],
    ["1,234'567", 'amount.invalid'],
    ['1,234567', 'amount.invalid'],
    ['NaN', 'amount.invalid'],
    ['Infinity', 'amount.invalid'],
    ['1e5', 'amount.invalid'],
    ['0x10', 'amount.invalid'],
    ['--5', 'amount.invalid'],
    ['(-5)', 'amount.invalid'],
    ['(5', 'amount.invalid'],
    ['5)', 'amount.invalid'],
    ['.', 'amount.invalid'],
    ['', 'amount.invalid'],
    ['-', 'amount.invalid'],
    ['$', 'amount.invalid'],
    ['£12.50', 'amount.other-currency'],
    ['12.50 EUR', 'amount.other-currency'],
    ['£12.50 USD', 'amount.other-currency'],
    ['¥500', 'amount.other-currency'],
    ['₿1', 'amount.other-currency'],
  ])('%j in dollars is refused as %s', (text, code) =>
    expect(parseAmount(text, US)).toEqual(refusedAs(code)),
  );

  test('A sign of many currencies means that of the workspace, where it is one of them', () => {
    expect(parseAmount('$5', { currency: 'CAD', decimalMark: '.' })).toEqual(ok(500));
    expect(parseAmount('¥5', { currency: 'JPY', decimalMark: '.' })).toEqual(ok(5));
    expect(parseAmount('¥5', { currency: 'CNY', decimalMark: '.' })).toEqual(ok(500));
    expect(parseAmount('$5', DE)).toEqual(refusedAs('amount.other-currency'));
  });

  test('The same text never means two amounts: what groups in one file is the decimal mark of the other', () => {
    expect(parseAmount('1.234', DE)).toEqual(ok(123_400));
    expect(parseAmount('1.234', US)).toEqual(refusedAs('amount.too-precise'));
    expect(parseAmount('1,23', US)).toEqual(refusedAs('amount.invalid'));
  });

  test('A refusal repeats no more than the beginning of what was given', () => {
    const answer = parseAmount('x'.repeat(10_000), US);
    expect(JSON.stringify(answer).length).toBeLessThan(200);
  });
});

describe('An amount as plain text', () => {
  test.each([
    [0, 'EUR', '0.00'],
    [5, 'EUR', '0.05'],
    [-5, 'EUR', '-0.05'],
    [123_450, 'EUR', '1234.50'],
    [-100, 'EUR', '-1.00'],
    [7, 'JPY', '7'],
    [7, 'KWD', '0.007'],
    [MAX_MINOR, 'USD', '10000000000000.00'],
  ])('%i of %s is %j', (amount, currency, text) => {
    expect(formatDecimal({ amount: minor(amount), currency })).toBe(text);
  });

  test('Reading what was written gives the amount back, whatever the amount and its currency', () => {
    const amounts = fc.oneof(
      fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }),
      fc.integer({ min: -1200, max: 1200 }),
    );
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'INR'),
        fc.constantFrom('.', ','),
        (amount, currency, decimalMark) => {
          const text = formatDecimal({ amount: minor(amount), currency }).replace('.', decimalMark);
          expect(parseAmount(text, { currency, decimalMark })).toEqual(ok(minor(amount)));
          expect(parseAmount(`${currency} ${text}`, { currency, decimalMark })).toEqual(ok(minor(amount)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('No text whatever makes it throw, and what it accepts is exact and within the limit', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[-+($€ ]{0,2}[\d.,' ]{1,12}[)A-Z€ ]{0,3}$/),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(US, DE), (given, style) => {
        const amount = parseAmount(given, style);
        if (amount.ok)
          expect(Number.isSafeInteger(amount.value) && Math.abs(amount.value) <= MAX_MINOR).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
});

describe('The collected price cells that go wrong in practice', () => {
  const expected: Record<string, ReturnType<typeof ok> | ReturnType<typeof refusedAs> | 'unknown'> = {
    'P-0': 'unknown',
    'P-1': 'unknown',
    'P-2': 'unknown',
    'P-3': 'unknown',
    'P-4': 'unknown',
    'P-5': ok(0),
    'P-6': ok(0),
    'P-7': ok(-1250),
    'P-8': ok(-1250),
    'P-9': refusedAs('amount.too-precise'),
    'P-10': refusedAs('amount.invalid'),
    'P-11': refusedAs('amount.invalid'),
    'P-12': refusedAs('amount.invalid'),
    'P-13': refusedAs('amount.invalid'),
    'P-14': refusedAs('amount.other-currency'),
    'P-15': refusedAs('amount.invalid'),
  };

  test('are amounts, unknown or refused: none becomes another amount', ({ skip }) => {
    if (!existsSync(PRICES)) skip(`the collected files are not beside this checkout: ${PRICES.pathname}`);
    const [, ...lines] = readFileSync(PRICES, 'utf8').trim().split(/\r?\n/);
    const found = lines.map((line) => {
      const cell = /,\d{4}-\d\d-\d\d,("(?<quoted>[^"]*)"|(?<plain>[^,]*)),USD,/.exec(line)?.groups;
      const price = cell?.['quoted'] ?? cell?.['plain'] ?? 'no price cell';
      return [line.split(',')[0], isUnknownAmount(price) ? 'unknown' : parseAmount(price, US)];
    });
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});
