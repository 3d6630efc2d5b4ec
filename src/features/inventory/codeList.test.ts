import { expect, test } from 'vitest';
import { addCodes, codeListOf, isSeveral, mergeCodes, removeCodeAt, textsOf } from './codeList.ts';

function added(there: readonly string[], text: string) {
  const result = addCodes(codeListOf(there), text);
  if (!result.ok) return result.refusal;
  return { codes: textsOf(result.value.list), repeated: result.value.repeated.map((code) => code.text) };
}

test.each([
  ['B2', { codes: ['B1', 'B2'], repeated: [] }],
  [' b1 ', { codes: ['B1'], repeated: ['b1'] }],
  ['C1,C2;C3\r\nC4', { codes: ['B1', 'C1', 'C2', 'C3', 'C4'], repeated: [] }],
  ['C1, c1, B1', { codes: ['B1', 'C1'], repeated: ['c1', 'B1'] }],
  ['A08..A10', { codes: ['B1', 'A08', 'A09', 'A10'], repeated: [] }],
  ['A-08', { codes: ['B1', 'A-08'], repeated: [] }],
])('“%s” is added to B1: what is there already is told apart.', (text, expected) => {
  expect(added(['B1'], text)).toEqual(expected);
});

test.each([
  ['C1, A\u0007', 'code.control-character'],
  ['C'.repeat(129), 'code.too-long'],
  ['\uD800', 'code.broken-text'],
  ['A9..A1', 'code.range-invalid'],
  ['A1..A20000', 'code.too-many'],
])('One wrong code refuses the whole text: %j.', (text, code) => {
  expect(added(['B1'], text)).toMatchObject({ code });
});

test('Five thousand codes and one more are read in a moment.', () => {
  const many = codeListOf(Array.from({ length: 5000 }, (_, index) => `N${String(index)}`));
  const before = performance.now();
  for (let scan = 0; scan < 20; scan += 1) addCodes(many, `S${String(scan)}`);
  expect((performance.now() - before) / 20).toBeLessThan(20);
});

test('A code is taken off by its place.', () => {
  expect(textsOf(removeCodeAt(codeListOf(['A', 'B', 'C']), 1))).toEqual(['A', 'C']);
});

test.each([
  ['both added', ['A'], ['A', 'M'], ['A', 'T'], ['A', 'T', 'M']],
  ['I took one off, they added', ['A', 'B'], ['A'], ['A', 'B', 'T'], ['A', 'T']],
  ['they took one off, I added', ['A', 'B'], ['A', 'B', 'M'], ['A'], ['A', 'M']],
  ['both added the same', ['A'], ['A', 'x'], ['A', 'X'], ['A', 'X']],
  ['I only put them in another order', ['A', 'B'], ['B', 'A'], ['A', 'B', 'T'], ['A', 'B', 'T']],
])('Merging keeps what both did: %s.', (_, base, mine, theirs, merged) => {
  expect(mergeCodes({ base, mine, theirs })).toEqual(merged);
});

test.each([
  ['A1', false],
  [' A1 \n', false],
  ['A1..A9', true],
  ['A1, A2', true],
  ['A1\nA2', true],
])('%j means several codes: %s.', (text, several) => {
  expect(isSeveral(text)).toBe(several);
});
