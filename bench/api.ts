/** `npm run bench:api`: 100,000 records and 1,000,000 entries on the embedded database, asked over HTTP on this machine. */
import { cpus } from 'node:os';
import { type LargeServer, post, residentMegabytes, startLargeServer } from './largeServer.ts';
import { printFigure, printTimes, timeEach } from './measure.ts';

const RECORDS = Number(process.env['BENCH_RECORDS'] ?? 100_000);
const ENTRIES = RECORDS * 10;

const server = await startLargeServer({ records: RECORDS, entries: ENTRIES });
console.log(`${RECORDS} records, ${ENTRIES} entries, ${cpus().length} cores, Node ${process.version}\n`);
const linesPerSecond = Math.round(server.importedLines / (server.importMs / 1000));
printFigure('import, check and commit', `${linesPerSecond} lines per second`);
printFigure('memory of the server after the import', memory(server));
const ids = await someIds(server);
await read('first page of 200 rows by name', '/api/records?limit=200');
await read('page of 200 rows by profit, bulk only', '/api/records?limit=200&sort=-profit&tracking=bulk');
await read(
  'page of 200 rows by profit, from the middle',
  `/api/records?limit=200&sort=-profit&offset=${RECORDS / 2}`,
);
await read('page of 200 rows, search for one word', '/api/records?limit=200&q=kayak');
await read('page of 200 rows, search for one code', '/api/records?limit=200&q=C0050001');
await read('page of 200 rows, sold at a loss', '/api/records?limit=200&profit=lt:0&income=gt:0&sort=profit');
await read('figures of one record', `/api/records/${ids[0]}/figures`);
printTimes(
  'one quantity edit',
  await timeEach({ rounds: 300 }, (round) =>
    post(
      server,
      `/api/records/${ids[round % ids.length]}/adjustments`,
      JSON.stringify({ change: 1, reason: 'found' }),
    ),
  ),
);
const rental = { kind: 'rental', amount: { amount: 1250, currency: 'EUR' }, occurredOn: '2026-11-20' };
printTimes(
  'one entry',
  await timeEach({ rounds: 300 }, (round) =>
    post(server, `/api/records/${ids[round % ids.length]}/entries`, JSON.stringify(rental)),
  ),
);
printFigure('memory of the server after all of it', memory(server));
await server.remove();

async function read(label: string, path: string): Promise<void> {
  const times = await timeEach({ rounds: 40 }, async () => {
    const response = await fetch(server.url + path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await response.arrayBuffer();
  });
  printTimes(label, times);
}

/** Bulk records, so that a change asks nothing. */
async function someIds({ url }: LargeServer): Promise<string[]> {
  const response = await fetch(`${url}/api/records?limit=500&tracking=bulk&sort=-changed`);
  const text = await response.text();
  return [...text.matchAll(/"id":"([\w-]+)"/g)].map(([, id = '']) => id);
}

function memory(of: LargeServer): string {
  const megabytes = residentMegabytes(of);
  return megabytes === null ? 'not told by this system' : `${megabytes} MB`;
}
