import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { knownDay } from '#domain/day.ts';
import { ENTRY_KINDS } from '#domain/entry.ts';
import { figureDays } from '#domain/figureDays.ts';
import { type ColumnRecord, emptyColumns } from '#domain/ledgerColumns.ts';
import { putRecord } from '#domain/putRecord.ts';
import { FIGURE_FIELDS } from '#domain/reportSort.ts';
import { foldReport, viewOf } from './foldReport.ts';
import { listedPlaces } from './readReport.ts';

const day = fc.integer({ min: 19_000, max: 19_120 });
const amount = fc.integer({ min: -100_000, max: 100_000 });
const kind = fc.constantFrom(...ENTRY_KINDS);
const record = fc
  .record({
    number: fc.nat({ max: 9 }),
    batch: fc.nat({ max: 4 }),
    sku: fc.constantFrom('', 'CAR', 'POLE'),
    isListed: fc.boolean(),
    acquisitionCost: fc.option(fc.nat({ max: 9000 })),
    entries: fc.array(fc.record({ day, kind, amount, isVoid: fc.boolean(), isOwn: fc.boolean() }), {
      maxLength: 9,
    }),
    carries: fc.array(fc.record({ day, kind, amount, count: fc.nat({ max: 3 }) }), { maxLength: 2 }),
    steps: fc.array(
      fc.record({
        day,
        delta: fc.integer({ min: -3, max: 9 }),
        reason: fc.constantFrom('purchase' as const, 'lost' as const, 'split' as const),
      }),
      { maxLength: 4 },
    ),
    services: fc.array(
      day.chain((from) =>
        fc.record({
          from: fc.constant(from),
          to: fc.integer({ min: from, max: from + 60 }),
          units: fc.constantFrom(1, 2, -1),
        }),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ number, batch, ...given }): ColumnRecord => ({
    ...given,
    id: idOf(number),
    batch: idOf(batch),
    quantity: number,
    originDay: 19_000,
    category: `Category ${number % 2}`,
    location: `Shelf ${batch}`,
    entries: given.entries.toSorted((left, right) => left.day - right.day),
  }));
const period = fc.constantFrom(
  { from: null, to: null },
  { from: knownDay('2022-02-01'), to: knownDay('2022-03-31') },
  { from: knownDay('2022-01-20'), to: knownDay('2022-04-10') },
  { from: null, to: knownDay('2022-02-15') },
);

const life = fc.record({
  months: fc.integer({ min: 1, max: 6 }),
  residualPpm: fc.nat({ max: 900_000 }),
  method: fc.constantFrom('straight-line' as const, 'declining' as const),
});
/** Of some SKUs, or of none. */
const lives = fc
  .array(fc.tuple(fc.constantFrom('', 'CAR', 'POLE'), life), { maxLength: 2 })
  .map((entries) => new Map(entries));

it('says the same of all records from the sums that are kept as from every line', () => {
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 25 }),
      period,
      fc.constantFrom('record', 'batch', 'sku', 'category', 'location', 'month'),
      fc.array(
        fc.record({ field: fc.constantFrom('label' as const, ...FIGURE_FIELDS), isDescending: fc.boolean() }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      lives,
      (records, asked, by, sort, given) => {
        const columns = emptyColumns();
        // Records come again, changed: what was kept of them has to go.
        const look = (asOf: string) => {
          const view = viewOf(columns, { period: asked, asOf: knownDay(asOf), lives: given });
          const places = listedPlaces(columns);
          return { view, places, columns, page: null, comparedView: asked.from && asked.to && view };
        };
        const asking = { by, sort, offset: 0, limit: 50 };
        const half = Math.ceil(records.length / 2);
        for (const each of records.slice(0, half)) putRecord(columns, each);
        // Somebody asks meanwhile, the day before.
        if (half > 0) foldReport({ ...look('2022-03-31'), isWhole: true }, asking);
        for (const each of records.slice(half, -1)) putRecord(columns, each);
        foldReport({ ...look('2022-04-01'), isWhole: true }, asking);
        for (const each of records.slice(half).slice(-1)) putRecord(columns, each);
        const { view, places, ...folding } = look('2022-04-01');
        const fold = (isWhole: boolean) => foldReport({ ...folding, view, places, isWhole }, asking);
        expect(fold(true)).toEqual(fold(false));
        const days = (isWhole: boolean) => {
          const { countByDay, ...sums } = figureDays({ columns, view, isWhole }, places, [
            'sale',
            'purchase',
          ]);
          return { ...sums, days: [...countByDay].toSorted(([left], [right]) => left - right) };
        };
        expect(days(true)).toEqual(days(false));
      },
    ),
    { numRuns: 400 },
  );
});

function idOf(number: number): string {
  return `019ab3f0-7c1e-7d3a-9a51-${String(number).padStart(12, '0')}`;
}
