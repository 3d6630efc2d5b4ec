import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placePanel } from './panelPlace.ts';

const PHONE = { left: 0, top: 0, width: 390, height: 800 };

it('A panel lies below its cell, and above it near the bottom edge.', () => {
  const panel = { width: 200, height: 120 };
  const high = placePanel({ anchor: { left: 20, top: 100, width: 90, height: 36 }, panel, viewport: PHONE });
  expect(high).toMatchObject({ side: 'below', left: 20, top: 140 });
  const low = placePanel({ anchor: { left: 20, top: 740, width: 90, height: 36 }, panel, viewport: PHONE });
  expect(low).toMatchObject({ side: 'above', top: 616 });
});

it('A panel never leaves the viewport and never covers its cell.', () => {
  const sizes = fc.record({
    width: fc.integer({ min: 10, max: 374 }),
    height: fc.integer({ min: 10, max: 2000 }),
  });
  const anchors = fc.record({
    left: fc.integer({ min: -200, max: 390 }),
    top: fc.integer({ min: 0, max: 764 }),
    width: fc.constant(90),
    height: fc.constant(36),
  });
  fc.assert(
    fc.property(anchors, sizes, (anchor, panel) => {
      const at = placePanel({ anchor, panel, viewport: PHONE });
      const height = Math.min(panel.height, at.maxHeight);
      expect(at.left).toBeGreaterThanOrEqual(8);
      expect(at.left + panel.width).toBeLessThanOrEqual(382);
      expect(at.top).toBeGreaterThanOrEqual(8);
      expect(at.top + height).toBeLessThanOrEqual(792);
      const isClear = at.top >= anchor.top + anchor.height || at.top + height <= anchor.top;
      expect(isClear).toBe(true);
    }),
  );
});
