import { expect, test } from 'vitest';
import { REFUSALS } from '#contract/refusals.ts';
import { explain } from '#ui/explain.ts';
import { createFormats } from '#ui/formats.ts';
import { en } from '#ui/messages/en.ts';
import { fi } from '#ui/messages/fi.ts';

const formats = createFormats({ locale: 'en', decimalsOf: () => 2 });

test.each(Object.keys(REFUSALS))('The refusal %s has words of its own in each language.', (code) => {
  expect(Object.hasOwn(en.refusals, code)).toBe(true);
  const [english, finnish] = [en, fi].map((words) => explain({ code }, { words, formats }));
  expect(english).toMatch(/\.$/);
  expect(finnish).not.toBe(english);
});

test('A refusal that this page does not know yet is explained as a fault of the server.', () => {
  const text = explain({ code: 'from.the.future' }, { words: en, formats });
  expect(text).toBe(en.refusals['server.fault']?.({ text: String, number: String, list: () => [] }));
});
