/** `npm run bench:screen`: what a person waits for in the browser, with 100,000 records and 1,000,000 entries behind it. */
import { cpus } from 'node:os';
import { type Browser, type CDPSession, type Request, chromium } from '@playwright/test';
import { chromiumPath } from '../e2e/support/chromiumPath.ts';
import { runProgram } from '../scripts/runProgram.ts';
import { startLargeServer } from './largeServer.ts';
import { printFigure, printTimes, summarise } from './measure.ts';
import { cellAt, firstRowsMs, painted, watchFirstRows, watchPaint } from './paint.ts';

const RECORDS = Number(process.env['BENCH_RECORDS'] ?? 100_000);
const COLD_LOADS = 9;
const EDITS = 120;
/** A slow tablet beside this machine. */
const THROTTLING = 4;

const build = await runProgram('vite build', { show: 'kept' });
if (build.exitCode !== 0) throw new Error(build.output);
const server = await startLargeServer({ records: RECORDS, entries: RECORDS * 10 });
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
console.log(
  `${RECORDS} records, ${RECORDS * 10} entries, ${cpus().length} cores, Chromium ${browser.version()}\n`,
);
await measureLoads();
for (const rate of [1, THROTTLING]) await measureEdits(rate);
await browser.close();
await server.remove();

/** Each in a browser of its own, with nothing cached. */
async function measureLoads(): Promise<void> {
  for (const rate of [1, THROTTLING]) {
    const times: number[] = [];
    for (let round = 0; round < COLD_LOADS; round += 1) {
      const { page, close } = await openPage(browser, rate);
      await page.goto(server.url);
      times.push(await firstRowsMs(page));
      await close();
    }
    printTimes(`first rows on screen, cold${slowness(rate)}`, summarise(times));
  }
  const { page, cdp, close } = await openPage(browser, 1);
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(server.url);
  await firstRowsMs(page);
  const needed = [...requests];
  await page.waitForLoadState('networkidle');
  const sizes = await codeSizes(needed);
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
  printFigure('JavaScript and CSS before the table is usable', `${(bytes / 1000).toFixed(1)} kB`);
  for (const { name, size, encoding } of sizes) {
    printFigure(`  ${name}`, `${(size / 1000).toFixed(1)} kB (${encoding})`);
  }
  printFigure('JavaScript heap with the table on screen', await heap(cdp));
  await close();
}

/** Down the quantity column of the bulk records, one new count after the other, as somebody with a list types them. */
async function measureEdits(rate: number): Promise<void> {
  const { page, cdp, close } = await openPage(browser, rate);
  await page.goto(`${server.url}/inventory?tracking=bulk`);
  await firstRowsMs(page);
  const header = page.getByRole('columnheader', { name: 'Quantity' });
  const column = Number(await header.getAttribute('aria-colindex'));
  const first = page.getByRole('row').nth(1).getByRole('gridcell');
  await first.nth(column - 1).click();
  const times: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    // No batch of the data set is so large: each edit changes what the cell shows.
    const text = String(100 * (1 + rate) + edit);
    await page.keyboard.type(text);
    await watchPaint(page, { event: 'Enter', cell: cellAt(edit + 2, column), text });
    await page.keyboard.press('Enter');
    times.push(await painted(page));
  }
  printTimes(`quantity: Enter to the new value painted${slowness(rate)}`, summarise(times));
  printFigure(`JavaScript heap after ${EDITS} edits${slowness(rate)}`, await heap(cdp));
  await close();
}

async function openPage(from: Browser, rate: number) {
  const context = await from.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await watchFirstRows(page);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  return { page, cdp, close: () => context.close() };
}

async function codeSizes(requests: readonly Request[]) {
  const code = requests.filter((request) => ['script', 'stylesheet'].includes(request.resourceType()));
  return Promise.all(
    code.map(async (request) => {
      const response = await request.response();
      const { responseBodySize: size } = await request.sizes();
      const encoding = (await response?.headerValue('content-encoding')) ?? 'as it is';
      return { name: new URL(request.url()).pathname, size, encoding };
    }),
  );
}

async function heap(cdp: CDPSession): Promise<string> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return `${(usedSize / 1_000_000).toFixed(1)} MB`;
}

function slowness(rate: number): string {
  return rate === 1 ? '' : `, ${rate}× slower processor`;
}
