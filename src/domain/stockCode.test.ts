import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CodeKey,
  MAX_CODES_AT_ONCE,
  MAX_CODE_LENGTH,
  checkCode,
  checkCodeList,
  codeKey,
  expandRange,
  isDamagedBySpreadsheet,
  parseCodes,
} from './stockCode.ts';

const refusedAs = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) as object });

describe('A code is kept as typed and compared by its key', () => {
  test.each([
    ['A001', 'A001', 'a001'],
    ['  A001 ', 'A001', 'a001'],
    ['007', '007', '007'],
    ['Größe-3', 'Größe-3', 'grösse-3'],
    ['a b', 'a b', 'a b'],
    ['Σ', 'Σ', 'σ'],
  ])('%j is shown as %j and compared as %j', (given, text, key) => {
    expect(checkCode(given)).toEqual({ ok: true, value: { text, key } });
  });

  test.each([
    ['in another case', 'ab-1', 'AB-1'],
    ['with spaces around it', 'AB-1', ' AB-1\t'],
    ['composed and decomposed', 'é1', 'e\u03011'],
    ['with a sharp s and with two', 'STRASSE', 'straße'],
    ['with a capital sharp s', 'STRAẞE', 'straße'],
    ['with either small sigma', 'ΟΔΟΣ', 'οδος'],
  ])('%s it is the same code', (_, left, right) => expect(codeKey(left)).toBe(codeKey(right)));

  test.each([
    ['leading zeros', '007', '7'],
    ['a hyphen', 'A-1', 'A1'],
    ['a space inside', 'A 1', 'A1'],
    ['the letter O and zero', 'O1', '01'],
  ])('%s makes another code', (_, left, right) => expect(codeKey(left)).not.toBe(codeKey(right)));
});

describe('What is no code is refused with the reason', () => {
  test.each([
    ['nothing', '', 'code.empty'],
    ['spaces only', ' \t ', 'code.empty'],
    ['129 characters', 'x'.repeat(MAX_CODE_LENGTH + 1), 'code.too-long'],
    ['129 characters that take two units each', '😀'.repeat(MAX_CODE_LENGTH + 1), 'code.too-long'],
    ['a tab inside', 'A\t1', 'code.control-character'],
    ['NUL', 'A\0', 'code.control-character'],
    ['a delete character', 'A\u007F1', 'code.control-character'],
    ['half a surrogate pair', 'A\uD800', 'code.broken-text'],
  ])('%s', (_, given, code) => expect(checkCode(given)).toEqual(refusedAs(code)));

  test('128 characters are a code, counted as characters and not as UTF-16 units', () => {
    expect(checkCode('😀'.repeat(MAX_CODE_LENGTH)).ok).toBe(true);
    expect(checkCode('x'.repeat(MAX_CODE_LENGTH)).ok).toBe(true);
  });

  test('the answer never repeats a text that could not be stored', () => {
    const answer = checkCode(`A\u0001${'\uD800'.repeat(400)}`);
    expect(JSON.stringify(answer).isWellFormed()).toBe(true);
    expect(JSON.stringify(answer).length).toBeLessThan(300);
  });
});

describe('The list of one record', () => {
  test('Codes stay in the order given', () => {
    const list = checkCodeList(['B', 'a', 'C']);
    expect(list.ok && list.value.map(({ text }) => text)).toEqual(['B', 'a', 'C']);
  });

  test('A code given twice is refused at its second place, also in another case', () => {
    expect(checkCodeList(['A1', 'B1', 'a1'])).toEqual({
      ok: false,
      refusal: { code: 'code.repeated', given: 'a1', index: 2 },
    });
  });

  test('A faulty code is refused with its place', () => {
    expect(checkCodeList(['A1', ''])).toEqual({ ok: false, refusal: { code: 'code.empty', index: 1 } });
  });

  test('More than ten thousand are refused before any is read', () => {
    expect(checkCodeList(Array<string>(MAX_CODES_AT_ONCE + 1).fill(''))).toEqual(refusedAs('code.too-many'));
  });
});

describe('Ranges', () => {
  test.each([
    ['A001..A003', ['A001', 'A002', 'A003']],
    ['8..11', ['8', '9', '10', '11']],
    ['A0..A2', ['A0', 'A1', 'A2']],
    ['098..101', ['098', '099', '100', '101']],
    ['A1-B..A3-B', ['A1-B', 'A2-B', 'A3-B']],
    ['2024-07..2024-09', ['2024-07', '2024-08', '2024-09']],
    ['A5..A5', ['A5']],
  ])('%s is %j', (text, codes) => expect(expandRange(text)).toEqual({ ok: true, value: codes }));

  test.each([
    ['A003..A001', 'order'],
    ['A001..B003', 'prefix'],
    ['A1x..A3y', 'prefix'],
    ['A001..A3', 'form'],
    ['008..10', 'form'],
    ['A..B', 'form'],
    ['A001..', 'form'],
    ['..A001', 'form'],
  ] as const)('%s is refused because of its %s', (text, problem) => {
    expect(expandRange(text)).toEqual({
      ok: false,
      refusal: { code: 'code.range-invalid', given: text, problem },
    });
  });

  test('Ten thousand codes are made, one more is refused before any is made', () => {
    const range = expandRange('C00001..C10000');
    expect(range.ok && range.value.length).toBe(MAX_CODES_AT_ONCE);
    expect(expandRange('C00000..C10000')).toEqual(refusedAs('code.too-many'));
    expect(expandRange('0..999999999999999')).toEqual(refusedAs('code.too-many'));
  });

  test('A range makes as many different codes as it is long, each of the length of its ends', () => {
    const range = fc.record({
      prefix: fc.constantFrom('', 'A', 'sk-', '2024-', 'é'),
      suffix: fc.constantFrom('', 'B', '-x'),
      width: fc.integer({ min: 5, max: 9 }),
      first: fc.nat(9000),
      length: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(range, ({ prefix, suffix, width, first, length }) => {
        const at = (number: number) => prefix + String(number).padStart(width, '0') + suffix;
        const codes = expandRange(`${at(first)}..${at(first + length - 1)}`);
        if (!codes.ok) throw new Error(codes.refusal.code);
        expect(codes.value.length).toBe(length);
        expect(new Set(codes.value.map(codeKey)).size).toBe(length);
        expect(codes.value.every((code) => code.length === at(first).length)).toBe(true);
        expect([codes.value[0], codes.value.at(-1)]).toEqual([at(first), at(first + length - 1)]);
      }),
    );
  });
});

describe('What is typed or pasted into a codes cell', () => {
  test.each([
    ['A1', ['A1']],
    ['A1, A2;A3\tA4\nA5\r\nA6', ['A1', 'A2', 'A3', 'A4', 'A5', 'A6']],
    ['A1; A003..A005', ['A1', 'A003', 'A004', 'A005']],
    ['A001-A050', ['A001-A050']],
    ['Box 1 left', ['Box 1 left']],
    [' ; ,', []],
    ['', []],
  ])('%j means %j', (text, codes) => expect(parseCodes(text)).toEqual({ ok: true, value: codes }));

  test('A faulty range is refused as a whole', () => {
    expect(parseCodes('A1, A9..A3')).toEqual(refusedAs('code.range-invalid'));
  });

  test('Several ranges together may not pass the limit', () => {
    expect(parseCodes('A0001..A6000; B0001..B6000')).toEqual(refusedAs('code.too-many'));
  });
});

test.each([
  ['9.78020E+12', true],
  ['9,78020E+12', true],
  ['1E+05', true],
  ['1e5', false],
  ['A1E+05', false],
  ['12E+5', false],
  ['9780201379624', false],
])('%s was damaged by a spreadsheet: %s', (text, isDamaged) =>
  expect(isDamagedBySpreadsheet(text)).toBe(isDamaged),
);

describe('Over any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );

  test('the key of a key is that key', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(codeKey(codeKey(text))).toBe(codeKey(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('spaces around it and its normal forms do not change the key', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('', ' ', '\t', '\n '), (text, space) => {
        const key = codeKey(text);
        expect(codeKey(space + text + space)).toBe(key);
        expect(codeKey(text.normalize('NFD'))).toBe(key);
        expect(codeKey(text.normalize('NFC'))).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });

  test('small and capital letters do not change the key', () => {
    // Letters whose capital is several letters, or has several small ones, are in the tables above.
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('abzäöüéñçøåαβγжщя-_/ 019')),
      maxLength: 20,
    });
    fc.assert(
      fc.property(letters, (text) => {
        expect(codeKey(text.toUpperCase())).toBe(codeKey(text));
        expect(codeKey(text.toLowerCase())).toBe(codeKey(text));
      }),
    );
  });

  test('a code that is accepted shows no other characters than were given, and its key is never empty', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const code = checkCode(given);
        if (!code.ok) return;
        expect(code.value.text).toBe(given.trim());
        expect(code.value.key).not.toBe('');
        expect(code.value.key.isWellFormed()).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

test('However codes are given, moved and taken away, a key leads to one record at most', () => {
  // The plainest model of the guard: a map by key. Codes differ by case, spaces and normal form, so that they collide.
  const text = fc.constantFrom(
    'A1',
    'a1',
    ' A1',
    'é',
    'e\u0301',
    'É',
    'B-2',
    'b-2',
    '007',
    '7',
    'straße',
    'STRASSE',
  );
  const step = fc.record({
    record: fc.constantFrom('r1', 'r2', 'r3'),
    codes: fc.array(text, { maxLength: 4 }),
    mayMove: fc.boolean(),
  });
  let moves = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const ownerByKey = new Map<CodeKey, string>();
      const keysByRecord = new Map<string, CodeKey[]>();
      for (const { record, codes, mayMove } of steps) {
        const list = checkCodeList(codes);
        if (!list.ok) continue;
        const keys = list.value.map(({ key }) => key);
        const isTaken = (key: CodeKey) => ownerByKey.has(key) && ownerByKey.get(key) !== record;
        if (keys.some(isTaken) && !mayMove) continue;
        for (const key of keysByRecord.get(record) ?? []) ownerByKey.delete(key);
        for (const key of keys.filter(isTaken)) {
          const owner = ownerByKey.get(key) ?? '';
          keysByRecord.set(
            owner,
            (keysByRecord.get(owner) ?? []).filter((kept) => kept !== key),
          );
          moves += 1;
        }
        for (const key of keys) ownerByKey.set(key, record);
        keysByRecord.set(record, keys);
      }
      const all = [...keysByRecord.values()].flat();
      expect(new Set(all).size).toBe(all.length);
      for (const [record, keys] of keysByRecord)
        for (const key of keys) expect(ownerByKey.get(key)).toBe(record);
    }),
  );
  expect(moves).toBeGreaterThan(10);
});
