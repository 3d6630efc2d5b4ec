import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineOfPlace, linesOf, placeOfLine } from './groupPlaces.ts';

const groupsAndOpen = fc.integer({ min: 1, max: 200 }).chain((groups) =>
  fc.record({
    groups: fc.constant(groups),
    open: fc
      .uniqueArray(fc.integer({ min: 0, max: groups - 1 }), { maxLength: 12 })
      .chain((indexes) =>
        fc.tuple(
          ...indexes
            .toSorted((a, b) => a - b)
            .map((index) => fc.record({ index: fc.constant(index), items: fc.integer({ min: 0, max: 40 }) })),
        ),
      ),
  }),
);

it('Each line holds one group or one item, each of them stands on one line, and they come in order.', () => {
  fc.assert(
    fc.property(groupsAndOpen, ({ groups, open }) => {
      const wanted = Array.from({ length: groups }, (_, group) => {
        const items = open.find(({ index }) => index === group)?.items ?? 0;
        return [{ group, item: null }, ...Array.from({ length: items }, (_item, item) => ({ group, item }))];
      }).flat();
      const lines = linesOf(groups, open);
      expect(lines).toBe(wanted.length);
      expect(wanted.map((_, line) => placeOfLine(line, open))).toEqual(wanted);
      expect(wanted.map((place) => lineOfPlace(place, open))).toEqual(wanted.map((_, line) => line));
    }),
  );
});
