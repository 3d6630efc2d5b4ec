import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawParts, type CellPart } from './cellPart.ts';

const icons = ['M0 0', 'M1 1'].map((path) => {
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  icon.setAttribute('data-path', path);
  return icon;
});
const text = fc.constantFrom('', 'a', 'bc <d>');
const { part } = fc.letrec<{ part: CellPart }>((tie) => ({
  part: fc.record(
    {
      text,
      className: fc.constantFrom('one', 'two'),
      title: text,
      sign: text,
      icon: fc.constantFrom(...icons),
      parts: fc.array(tie('part'), { maxLength: 2 }),
    },
    { requiredKeys: ['text'] },
  ),
}));
const parts = fc.array(part, { maxLength: 3 });

it('A cell that is drawn again for other pieces is as one that is drawn for them at first.', () => {
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), (drawings) => {
      const cell = document.createElement('div');
      let before: readonly CellPart[] | null = null;
      for (const drawing of drawings) {
        drawParts(cell, drawing, before);
        before = drawing;
        const fresh = document.createElement('div');
        drawParts(fresh, drawing, null);
        // Attributes may come in another order.
        expect(cell.isEqualNode(fresh) ? fresh.innerHTML : cell.innerHTML).toBe(fresh.innerHTML);
      }
    }),
    { numRuns: 500 },
  );
});
