import { describe, expect, test } from 'vitest';
import { createFormats } from './formats.ts';

const decimalsOf = (currency: string) => (currency === 'JPY' ? 0 : 2);
const british = createFormats({ locale: 'en-GB', decimalsOf });
const finnish = createFormats({ locale: 'fi-FI', decimalsOf });
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('money', () => {
  test('has the decimals of its currency and a true minus', () => {
    expect(british.amount({ amount: -123_450, currency: 'EUR' })).toBe('−1,234.50');
    expect(british.money({ amount: 1234, currency: 'JPY' })).toBe('¥1,234');
  });

  test('is exact up to the largest amount that may be stored', () => {
    expect(british.amount({ amount: 10 ** 15, currency: 'EUR' })).toBe('10,000,000,000,000.00');
  });

  test('is written as the language writes it', () => {
    expect(plain(finnish.money({ amount: 123_450, currency: 'EUR' }))).toBe('1 234,50 €');
    expect([british.decimalMark, finnish.decimalMark]).toEqual(['.', ',']);
  });
});

describe('time', () => {
  test('A day is the same day in every time zone.', () => {
    expect(british.day('1882-09-30')).toBe('30 Sept 1882');
  });

  test.each([
    ['2026-11-23T11:57:00.000Z', '3 min ago'],
    ['2026-11-23T09:00:00.000Z', '3 hr ago'],
    ['2026-11-22T11:00:00.000Z', 'yesterday'],
    ['2026-01-02T11:00:00.000Z', '2 Jan 2026'],
    ['2026-11-23T12:00:30.000Z', 'this minute'],
  ])('%s is %s', (instant, text) => {
    expect(british.ago(instant, Date.parse('2026-11-23T12:00:00.000Z'))).toBe(text);
  });
});
