import fc from 'fast-check';
import { expect, it } from 'vitest';
import { surelyFits } from './surelyFits.ts';

it('What stands in the usual columns fits: numbers, money, short labels, nothing.', () => {
  expect(surelyFits('', 36)).toBe(true);
  expect(surelyFits('1,234', 84)).toBe(true);
  expect(surelyFits('1,234.50', 100)).toBe(true);
  expect(surelyFits('SKU-0001', 108)).toBe(true);
});

it('A text that is too long, or has letters of unknown width, is never taken to fit.', () => {
  expect(surelyFits('A chainsaw with a very long name', 226)).toBe(false);
  expect(surelyFits('WWWWWW', 84)).toBe(false);
  expect(surelyFits('﷽', 84)).toBe(false);
  expect(surelyFits('⛷️', 84)).toBe(false);
});

it('What does not fit does not fit into less room, nor with more text.', () => {
  const narrower = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.nat(100));
  fc.assert(
    fc.property(fc.string(), fc.string(), narrower, (text, more, [width, less]) => {
      if (!surelyFits(text, width)) {
        expect(surelyFits(text, width - less)).toBe(false);
        expect(surelyFits(text + more, width)).toBe(false);
      }
    }),
  );
});
