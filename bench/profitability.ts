/**
 * `npm run bench:profitability`: reports over 100,000 records and 1,000,000 entries on the embedded database, or with
 * DATABASE_URL over 1,000,000 and 10,000,000 on PostgreSQL (the database is filled when it is empty).
 */
import { cpus } from 'node:os';
import { openPostgres } from '#server/node/openPostgres.ts';
import { openSqlite } from '#server/node/openSqlite.ts';
import { startServer } from '#server/testing/serverProcess.ts';
import { temporaryFolder } from '#server/testing/temporaryFolder.ts';
import { fillLedger } from './fillLedger.ts';
import { firstCharts } from './firstChart.ts';
import { residentMegabytes } from './largeServer.ts';
import { printFigure, printTimes, summarise, timeEach } from './measure.ts';

const url = process.env['DATABASE_URL'];
const RECORDS = Number(process.env['BENCH_RECORDS'] ?? (url ? 1_000_000 : 100_000));
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9);
const folder = temporaryFolder('bench-profitability');

const store = url ? await openPostgres(url) : await openSqlite(folder.path);
const isEmpty =
  (await store.read.selectFrom('record').select('id').limit(1).executeTakeFirst()) === undefined;
const filling = performance.now();
if (isEmpty) await fillLedger(store, { records: RECORDS, entriesEach: 10 });
await store.close();
console.log(
  `${RECORDS} records, ${RECORDS * 10} entries, ${url ? 'PostgreSQL' : 'SQLite'}, ${cpus().length} cores`,
);
printFigure('filled in', `${Math.round((performance.now() - filling) / 1000)} s`);

const server = await startServer({
  dataFolder: folder.path,
  environment: url ? { DATABASE_URL: url } : {},
});
try {
  printFigure('memory before', `${residentMegabytes(server)} MB`);
  const start = performance.now();
  await ask('/api/profitability?limit=50');
  printFigure('first report after the start', `${Math.round(performance.now() - start)} ms`);
  const year = 'from=2024-01-01&to=2024-12-31';
  const odd = 'from=2023-03-15&to=2025-06-20';
  for (const by of ['record', 'batch', 'sku', 'category', 'location', 'month']) {
    await measureNew(`by ${by}, lifetime`, `/api/profitability?by=${by}`);
    await measureNew(`by ${by}, a year`, `/api/profitability?by=${by}&${year}`);
    await measureNew(`by ${by}, 27 months`, `/api/profitability?by=${by}&${odd}`);
  }
  await measure('by record, lifetime, asked again', '/api/profitability?by=record&limit=50');
  await measure('by SKU, a year, asked again', `/api/profitability?by=sku&${year}&limit=50`);
  await measureNew(
    'by category, a year and the year before',
    `/api/profitability?by=category&${year}&compare=year`,
  );
  await measureNew(
    'by record, a year, of one category',
    `/api/profitability?by=record&${year}&category=Kayak`,
  );
  await measureNew('by record, by name', '/api/profitability?by=record&sort=label');
  await measureNew('advice', '/api/profitability/advice?');
  const lines = '/api/profitability/entries?';
  await measureNew('lines behind the total', `${lines}by=record`);
  await measureNew('lines behind a category, page 1000', `${lines}by=category&key=Kayak&offset=100000`);
  await measureNew('lines behind a SKU in a year', `${lines}by=sku&key=SKU-7&${year}`);
  await measureNew('lines behind a month', `${lines}by=month&key=2024-05`);
  printFigure('memory after', `${residentMegabytes(server)} MB`);
  printTimes('first chart painted, after its answer', summarise(await firstCharts(server.url, ROUNDS)));
} finally {
  await server.stop();
  folder.remove();
}

async function ask(path: string): Promise<void> {
  const response = await fetch(server.url + path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await response.arrayBuffer();
}

async function measure(label: string, path: string): Promise<void> {
  printTimes(label, await timeEach({ rounds: ROUNDS, warmUps: 3 }, () => ask(path)));
}

/** A question that was not asked before, each time: nothing of it is remembered. */
async function measureNew(label: string, path: string): Promise<void> {
  printTimes(
    label,
    await timeEach({ rounds: ROUNDS, warmUps: 3 }, (round) => ask(`${path}&limit=${50 + round}`)),
  );
}
