import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  contentMax,
  drawnRows,
  followScroll,
  nextWindow,
  MAX_TRACK_PX,
  placeAt,
  revealTop,
  trackMax,
  visibleRows,
  type ScrollGeometry,
} from './window.ts';

const TOP = { trackTop: 0, contentTop: 0 };
const MILLION: ScrollGeometry = { rowCount: 1_000_000, rowHeight: 36, bodyHeight: 700 };
const geometries = fc.record({
  rowCount: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 5_000_000 })),
  rowHeight: fc.constant(36),
  bodyHeight: fc.integer({ min: 36, max: 2000 }),
});

it('Every row can be brought fully into sight, in any number of rows.', () => {
  fc.assert(
    fc.property(geometries, fc.double({ min: 0, max: 1, noNaN: true }), (geometry, share) => {
      const rowIndex = Math.min(geometry.rowCount - 1, Math.floor(share * geometry.rowCount));
      const { contentTop, trackTop } = placeAt(revealTop(0, rowIndex, geometry), geometry);
      const top = rowIndex * geometry.rowHeight - contentTop;
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top + geometry.rowHeight).toBeLessThanOrEqual(geometry.bodyHeight);
      expect(trackTop).toBeGreaterThanOrEqual(0);
      expect(trackTop).toBeLessThanOrEqual(trackMax(geometry));
    }),
  );
});

it('The ends of the bar are the first and the last row, exactly.', () => {
  fc.assert(
    fc.property(geometries, (geometry) => {
      const end = followScroll(TOP, trackMax(geometry), geometry);
      expect(end.contentTop).toBe(contentMax(geometry));
      expect(visibleRows(end.contentTop, geometry).last).toBe(geometry.rowCount - 1);
      expect(visibleRows(followScroll(end, 0, geometry).contentTop, geometry).first).toBe(0);
      expect(placeAt(contentMax(geometry), geometry).trackTop).toBe(trackMax(geometry));
    }),
  );
});

it('A bar pulled anywhere shows rows in proportion and going back there shows the same rows.', () => {
  fc.assert(
    fc.property(geometries, fc.double({ min: 0, max: 1, noNaN: true }), (geometry, share) => {
      const trackTop = Math.round(share * trackMax(geometry));
      const jumped = followScroll({ trackTop: -1e9, contentTop: 0 }, trackTop, geometry);
      const back = placeAt(jumped.contentTop, geometry);
      expect(Math.abs(back.trackTop - trackTop)).toBeLessThanOrEqual(1);
    }),
  );
});

it('A wheel moves a million rows pixel by pixel, also where the bar is compressed.', () => {
  let place = placeAt(18_000_000, MILLION);
  for (let step = 0; step < 500; step += 1) {
    const next = followScroll(place, place.trackTop + 12, MILLION);
    expect(next.contentTop - place.contentTop).toBe(12);
    place = next;
  }
});

it('Settling the bar leaves the rows where they are.', () => {
  fc.assert(
    fc.property(geometries, fc.double({ min: 0, max: 1, noNaN: true }), (geometry, share) => {
      const contentTop = Math.round(share * contentMax(geometry));
      expect(placeAt(contentTop, geometry).contentTop).toBe(contentTop);
    }),
  );
});

it('The track stays below what browsers can hold.', () => {
  expect(trackMax(MILLION)).toBe(MAX_TRACK_PX);
  expect(trackMax({ ...MILLION, rowCount: 100_000 })).toBe(100_000 * 36 - 700);
});

it('The drawn rows cover the visible ones and their number does not change while scrolling.', () => {
  fc.assert(
    fc.property(geometries, fc.double({ min: 0, max: 1, noNaN: true }), (geometry, share) => {
      const contentTop = Math.round(share * contentMax(geometry));
      const seen = visibleRows(contentTop, geometry);
      const drawn = drawnRows(seen.first, geometry);
      expect(drawn.first).toBeLessThanOrEqual(seen.first);
      expect(drawn.last).toBeGreaterThanOrEqual(seen.last);
      expect(drawn.last - drawn.first).toBe(drawnRows(0, geometry).last);
    }),
  );
});

it('Rows that are scrolled keep their place; after a jump the elements do; no place is a large number.', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(geometries, share, share, (geometry, from, to) => {
      const [start, end] = [from, to].map((part) => Math.round(part * contentMax(geometry)));
      const before = nextWindow({ first: 0, last: -1, base: 0 }, start ?? 0, geometry);
      expect(before.base).toBe(before.first * geometry.rowHeight);
      const after = nextWindow(before, end ?? 0, geometry);
      const top = after.first * geometry.rowHeight;
      expect(Math.abs(top - after.base)).toBeLessThanOrEqual(2 ** 18);
      const isJump = after.first > before.last || after.last < before.first;
      expect(after.base).toBe(isJump ? top : before.base);
    }),
  );
});

it('Without rows nothing is drawn.', () => {
  const empty = { ...MILLION, rowCount: 0 };
  expect(visibleRows(0, empty)).toEqual({ first: 0, last: -1 });
  expect(drawnRows(0, empty)).toEqual({ first: 0, last: -1 });
});
