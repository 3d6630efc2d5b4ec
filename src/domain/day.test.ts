import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayOfInstant, knownDay, lastDayOf, parseDay } from './day.ts';

const DAY_MS = 86_400_000;

describe('A day is a day of the calendar', () => {
  test.each(['2026-11-23', '1912-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '1582-10-10'])(
    '%s is a day',
    (text) => {
      expect(parseDay(text)).toBe(text);
    },
  );

  test.each([
    '1911-02-29',
    '1900-02-29',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '0000-01-01',
    '1911-11',
    '1911',
    '23.11.2026',
    '2026-11-23T00:00:00Z',
    ' 2026-11-23',
    '2026-11-23\n',
    '2026-1-2',
    '٢٠٢٦-١١-٢٣',
    '',
  ])('%j is none', (text) => expect(parseDay(text)).toBeNull());

  test('Over four hundred years every day that Date knows is a day, and no other', () => {
    for (let year = 1800; year < 2200; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let day = 27; day <= 32; day += 1) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const date = new Date(Date.UTC(year, month - 1, day));
          expect([text, parseDay(text) !== null]).toEqual([text, date.getUTCMonth() === month - 1]);
        }
      }
    }
  });

  test('A day the program itself got wrong is a bug', () => {
    expect(() => knownDay('2023-02-30')).toThrow("'2023-02-30' is a day");
  });
});

describe('Days since 1970', () => {
  test('agree with Date.UTC for every day from the year 1 to 9999', () => {
    const first = Date.UTC(2000, 0, 1) - 730_119 * DAY_MS;
    const instant = fc.integer({ min: 0, max: 3_652_058 }).map((days) => new Date(first + days * DAY_MS));
    fc.assert(
      fc.property(instant, (date) => {
        const day = knownDay(date.toISOString().slice(0, 10));
        expect(dayNumber(day)).toBe(date.getTime() / DAY_MS);
      }),
      { numRuns: 3000 },
    );
    expect(new Date(first).toISOString().slice(0, 10)).toBe('0001-01-01');
  });

  test('count on by one over every end of a month and year', () => {
    for (
      let number = dayNumber(knownDay('1895-12-25'));
      number < dayNumber(knownDay('1905-01-05'));
      number += 1
    ) {
      const day = knownDay(new Date(number * DAY_MS).toISOString().slice(0, 10));
      expect(dayNumber(day)).toBe(number);
    }
  });
});

test.each([
  ['2026-11-23T00:00:00.000Z', '2026-11-23'],
  ['2026-11-23T23:59:59.999Z', '2026-11-23'],
])('The instant %s is in the UTC day %s', (instant, day) => expect(dayOfInstant(instant)).toBe(day));

test.each([
  ['1911', '1911-12-31'],
  ['1911-02', '1911-02-28'],
  ['1912-02', '1912-02-29'],
  ['1911-04', '1911-04-30'],
])('Of a day known only as %s the last day it may be is %s', (text, day) =>
  expect(lastDayOf(text)).toBe(day),
);

test.each(['1911-13', '1911-00', '1911-11-05', '11', '', '0000'])('%j is no month and no year', (text) => {
  expect(lastDayOf(text)).toBeNull();
});
