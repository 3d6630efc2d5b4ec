import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NAME_RULE, NOTE_RULE, checkText, countCharacters, foldText, sortKey } from './text.ts';

describe('A text that may be stored', () => {
  test.each([
    ['spaces around it go', '  Ski ', NAME_RULE, 'Ski'],
    ['a note may have lines', 'first\nsecond\tthird\r\n', NOTE_RULE, 'first\nsecond\tthird'],
    ['a text that is not required may be empty', '  ', NOTE_RULE, ''],
    ['any script and any sign', '東京 😀 Ärger', NAME_RULE, '東京 😀 Ärger'],
    ['the longest name, counted in characters', '😀'.repeat(500), NAME_RULE, '😀'.repeat(500)],
  ])('%s', (_, given, rule, text) => expect(checkText(given, rule)).toEqual({ ok: true, value: text }));

  test.each([
    ['an empty name', ' ', NAME_RULE, { code: 'text.empty' }],
    ['one character too many', 'x'.repeat(501), NAME_RULE, { code: 'text.too-long', max: 500, length: 501 }],
    ['a line break in a name', 'a\nb', NAME_RULE, { code: 'text.control-character', position: 1 }],
    ['NUL in a note', 'a\0', NOTE_RULE, { code: 'text.control-character', position: 1 }],
    ['an escape in a note', '\u001B[2J', NOTE_RULE, { code: 'text.control-character', position: 0 }],
    ['half a surrogate pair', 'ab\uDC00', NAME_RULE, { code: 'text.broken', position: 2 }],
  ])('%s is refused with where and why', (_, given, rule, refusal) => {
    expect(checkText(given, rule)).toEqual({ ok: false, refusal });
  });

  test('Whatever is accepted can be stored: well-formed, without NUL, within the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (given) => {
        const text = checkText(given, { max: 10, isMultiline: true });
        if (!text.ok) return;
        expect(text.value.isWellFormed() && !text.value.includes('\0')).toBe(true);
        expect(countCharacters(text.value)).toBeLessThanOrEqual(10);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['', 0],
  ['abc', 3],
  ['😀', 1],
  ['e\u0301', 2],
  ['👩‍🚀', 3],
])('%j has %i characters', (text, count) => expect(countCharacters(text)).toBe(count));

describe('Folded texts', () => {
  test('are equal for a character, its capital, its small letter and its decomposed form: every character there is', () => {
    for (let point = 0; point <= 0x1_ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const character = String.fromCodePoint(point);
      const folded = foldText(character);
      const forms = [character.toUpperCase(), character.toLowerCase(), character.normalize('NFD'), folded];
      if (forms.some((form) => form !== character && foldText(form) !== folded))
        expect(forms.map(foldText)).toEqual([folded]);
    }
  });

  test.each([
    ['Straße', 'STRASSE'],
    ['STRAẞE', 'straße'],
    ['ΟΔΌΣ', 'οδός'],
    ['Ǆ', 'ǆ'],
    ['α\u0345\u0301', 'ᾴ'],
  ])('%s and %s are one', (left, right) => expect(foldText(left)).toBe(foldText(right)));

  test('keep accents apart: a code with an accent is another code', () => {
    expect(foldText('resume')).not.toBe(foldText('résumé'));
  });
});

describe('The order that people expect', () => {
  test.each([
    ['numbers by their value', ['Pole 1', 'Pole 9', 'Pole 10', 'Pole 100']],
    ['leading zeros do not count', ['A 2', 'A 003', 'A 4']],
    ['case and accents aside', ['ähre', 'Apfel', 'Éclair', 'ski', 'Zebra']],
  ])('%s', (_, texts) => expect(sorted(texts.toReversed())).toEqual(texts));

  test('The key is short, well-formed and the same for texts that are the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const key = sortKey(text);
        expect(key.length).toBeLessThanOrEqual(240);
        expect(key.isWellFormed()).toBe(true);
        expect(sortKey(` ${text} `)).toBe(key);
        expect(sortKey(text.normalize('NFC'))).toBe(key);
      }),
    );
  });

  test('Two numbers of up to twelve digits stand in the order of their values', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999_999), fc.nat(999_999_999_999), (left, right) => {
        expect(sortKey(`x${left}`) < sortKey(`x${right}`)).toBe(left < right);
      }),
    );
  });
});

function sorted(texts: string[]): string[] {
  return texts.toSorted((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}
