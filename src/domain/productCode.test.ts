import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigit, toGtin14 } from './productCode.ts';

const VECTORS = new URL('../../../shared/data/07-barcodes/gtin-vectors.csv', import.meta.url);

test.each([
  ['an EAN-8', '96385074', '00000096385074'],
  ['a UPC-A', '036000291452', '00036000291452'],
  ['the same label read as EAN-13', '0036000291452', '00036000291452'],
  ['an EAN-13', '4006381333931', '04006381333931'],
  ['a GTIN-14', '10012345678902', '10012345678902'],
  ['spaces around it', ' 4006381333931\n', '04006381333931'],
])('%s is known by its 14 digits', (_, text, gtin) => expect(toGtin14(text)).toBe(gtin));

test.each([
  ['a wrong check digit', '4006381333932'],
  ['swapped neighbours', '4006381339331'],
  ['11 digits', '03600029145'],
  ['15 digits', '000036000291452'],
  ['letters', '40063813339A1'],
  ['spaces inside', '4006381 333931'],
  ['nothing', ''],
  ['digits of another script', '٤٠٠٦٣٨١٣٣٣٩٣١'],
])('%s is no product code', (_, text) => expect(toGtin14(text)).toBeNull());

test('Of ten last digits exactly one is right', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{7}$|^\d{11}$|^\d{12}$|^\d{13}$/), (digits) => {
      const right = Array.from({ length: 10 }, (_, digit) => toGtin14(`${digits}${digit}`)).filter(
        (gtin) => gtin !== null,
      );
      expect(right).toEqual([`${digits}${checkDigit(digits)}`.padStart(14, '0')]);
    }),
  );
});

test('Any one digit read wrongly is noticed', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{12}$/),
      fc.nat(12),
      fc.integer({ min: 1, max: 9 }),
      (digits, place, shift) => {
        const code = `${digits}${checkDigit(digits)}`;
        const misread =
          code.slice(0, place) + String((Number(code[place]) + shift) % 10) + code.slice(place + 1);
        expect(toGtin14(misread)).toBeNull();
      },
    ),
  );
});

test('Each real and each spoilt code of the collected pictures is told apart', ({ skip }) => {
  if (!existsSync(VECTORS)) skip(`the collected codes are not beside this checkout: ${VECTORS.pathname}`);
  const [, ...lines] = readFileSync(VECTORS, 'utf8').trim().split(/\r?\n/);
  expect(lines.length).toBe(153);
  for (const line of lines) {
    const [code = '', , isValid, gtin14 = ''] = line.split(',');
    expect([code, toGtin14(code)]).toEqual([code, isValid === 'True' ? gtin14 : null]);
  }
});
