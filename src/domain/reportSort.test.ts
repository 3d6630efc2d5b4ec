import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageOfLines } from './reportSort.ts';

const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Number.NaN));

it('shows each line exactly once over all pages, unknown ones last in both directions, equal ones in their order', () => {
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 60 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      (list, isDescending, limit) => {
        const values = Float64Array.from(list);
        const pages: number[] = [];
        for (let offset = 0; offset < list.length; offset += limit)
          pages.push(...pageOfLines([{ values, isDescending }], { length: list.length, offset, limit }));
        const known = list.map((of, line) => ({ of, line })).filter(({ of }) => !Number.isNaN(of));
        const sorted = known.toSorted((left, right) =>
          isDescending ? right.of - left.of : left.of - right.of,
        );
        const unknown = list.flatMap((of, line) => (Number.isNaN(of) ? [line] : []));
        expect(pages).toEqual([...sorted.map(({ line }) => line), ...unknown]);
      },
    ),
  );
});

it('sorts by a second figure where the first is equal', () => {
  const keys = [
    { values: Float64Array.of(1, 1, 0, Number.NaN), isDescending: true },
    { values: Float64Array.of(5, 9, 0, 0), isDescending: true },
  ];
  expect(pageOfLines(keys, { length: 4, offset: 0, limit: 10 })).toEqual([1, 0, 2, 3]);
});

it('picks the same page out of many lines as sorting all of them', () => {
  const page = fc.record({ offset: fc.nat({ max: 21_000 }), limit: fc.integer({ min: 1, max: 500 }) });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9973 }),
      page,
      fc.boolean(),
      (step, { offset, limit }, isDescending) => {
        // Every value comes four times or more; steps make them rise, fall and jump about.
        const values = Float64Array.from({ length: 20_000 }, (_, line) => (line * step) % 5000);
        const sign = isDescending ? -1 : 1;
        const sorted = Array.from(values.keys()).toSorted(
          (left, right) => sign * ((values[left] ?? 0) - (values[right] ?? 0)) || left - right,
        );
        expect(pageOfLines([{ values, isDescending }], { length: values.length, offset, limit })).toEqual(
          sorted.slice(offset, offset + limit),
        );
      },
    ),
    { numRuns: 40 },
  );
});
