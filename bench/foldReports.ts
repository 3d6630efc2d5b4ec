/**
 * `npm run bench:fold`: reports over columns made up in memory, without a server or a database: what the folds cost by
 * themselves. BENCH_RECORDS says how many records (100,000), each with ten entries.
 */
import { cpus, loadavg } from 'node:os';
import { dayNumber, knownDay } from '#domain/day.ts';
import { type ColumnRecord, type LedgerColumns, emptyColumns } from '#domain/ledgerColumns.ts';
import { putRecord } from '#domain/putRecord.ts';
import type { GivenPeriod } from '#domain/period.ts';
import { type LinesAsked, foldReport, viewOf } from '#server/usecases/foldReport.ts';
import { listedPlaces } from '#server/usecases/readReport.ts';
import { printFigure, printTimes, timeEach } from './measure.ts';

const RECORDS = Number(process.env['BENCH_RECORDS'] ?? 100_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7);
/** Only the questions that have this in their name. */
const ONLY = process.env['BENCH_ONLY'] ?? '';
const ENTRIES_EACH = 10;
const KINDS = [
  'rental',
  'rental',
  'rental',
  'rental',
  'sale',
  'repair',
  'cleaning',
  'maintenance',
  'fee',
] as const;
const THINGS = ['Ski pole', 'Trekking bike', 'Helmet', 'Camera', 'Strap', 'Cable', 'Kayak', 'Tent'];
const PLACES = ['Front desk', 'Shelf A', 'Shelf B', 'Cellar', 'Yard'];
const FIRST_DAY = dayNumber(knownDay('2022-01-01'));
const ASKED_ON = knownDay('2026-11-23');

const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');
console.log(`${RECORDS} records, ${RECORDS * ENTRIES_EACH} entries, ${cpus().length} cores, load ${load()}`);
const before = memory();
const start = performance.now();
const columns = madeUp(RECORDS);
printFigure('put into columns', `${Math.round(performance.now() - start)} ms`);
printFigure('memory of the columns', `${memory() - before} MB`);

const lifetime = { from: null, to: null };
const year = { from: knownDay('2024-01-01'), to: knownDay('2024-12-31') };
const odd = { from: knownDay('2023-03-15'), to: knownDay('2025-06-20') };
const byProfit = [{ field: 'profit', isDescending: true }] as const;
for (const by of ['record', 'batch', 'sku', 'category', 'location', 'month'] as const)
  for (const [name, period] of [
    ['lifetime', lifetime],
    ['a year', year],
    ['27 months', odd],
  ] as const)
    await measure(`by ${by}, ${name}`, { by, period, sort: byProfit });
await measure('by record, a year, by margin and income', {
  by: 'record',
  period: year,
  sort: [
    { field: 'margin', isDescending: true },
    { field: 'income', isDescending: false },
  ],
});
printFigure('memory after all of it', `${memory() - before} MB, load ${load()}`);

async function measure(
  label: string,
  { by, period, sort }: Pick<LinesAsked, 'by' | 'sort'> & { period: GivenPeriod },
): Promise<void> {
  if (!label.includes(ONLY)) return;
  const view = viewOf(columns, { period, asOf: ASKED_ON, lives: new Map() });
  const ask = () => {
    const places = listedPlaces(columns);
    foldReport(
      { columns, places, isWhole: true, page: null, view, comparedView: null },
      { by, sort, offset: 0, limit: 50 },
    );
    return Promise.resolve();
  };
  printTimes(label, await timeEach({ rounds: ROUNDS, warmUps: 3 }, ask));
  const used = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) await ask();
  const { user, system } = process.cpuUsage(used);
  printFigure('  of the processor', `${Math.round((user + system) / 1000 / ROUNDS)} ms`);
}

/** Resident, after the garbage is gone where the run lets it be collected (`node --expose-gc`). */
function memory(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().rss / 1024 / 1024);
}

function madeUp(records: number): LedgerColumns {
  const made = emptyColumns();
  for (let record = 0; record < records; record += 1) putRecord(made, recordAt(record));
  return made;
}

function recordAt(at: number): ColumnRecord {
  const quantity = at % 3 === 0 ? 2 + (at % 97) : 1;
  const day = FIRST_DAY + (at % 1440);
  const entries = Array.from({ length: ENTRIES_EACH }, (_, line) => entryAt(at * ENTRIES_EACH + line, at));
  const isBought = at % 10 > 0;
  return {
    id: idAt(at),
    quantity,
    isListed: true,
    acquisitionCost: isBought ? (entries[0]?.amount ?? 0) : null,
    originDay: day,
    category: THINGS[at % THINGS.length] ?? '',
    location: PLACES[Math.floor(at / 7) % PLACES.length] ?? '',
    sku: `SKU-${at % 5000}`,
    batch: idAt(at - (at % 4)),
    entries: entries.toSorted((left, right) => left.day - right.day),
    carries: [],
    steps: [{ day, delta: quantity, reason: 'purchase' }],
    services: entries
      .filter(({ kind }) => kind === 'rental')
      .map((entry) => ({ from: entry.day, to: entry.day, units: 1 })),
  };
}

function entryAt(at: number, record: number): ColumnRecord['entries'][number] {
  const isPurchase = at % ENTRIES_EACH === 0 && record % 10 > 0;
  return {
    day: FIRST_DAY + (((at * 17) % 100_003) % 1440),
    kind: isPurchase ? 'purchase' : (KINDS[((at * 31) % 1009) % KINDS.length] ?? 'fee'),
    amount: isPurchase ? 2000 + ((at * 7919) % 180_000) : 100 + ((at * 104_729) % 9000),
    isVoid: false,
    isOwn: record % 3 > 0,
  };
}

function idAt(number: number): string {
  return `019ab3f0-7c1e-7d3a-9a51-${number.toString(16).padStart(12, '0')}`;
}
