/**
 * `npm run bench:sizes`: the table over 1,000,000 records beside the same over 10,000, in one interleaved run. The size of
 * the stock must not show. Absolute times are this machine's; the ratios are what to look at.
 */
import { type Browser, type CDPSession, type Page, chromium } from '@playwright/test';
import { z } from 'zod';
import { burst } from '../e2e/support/burst.ts';
import { chromiumPath } from '../e2e/support/chromiumPath.ts';
import { runProgram } from '../scripts/runProgram.ts';
import { openSqlite } from '#server/node/openSqlite.ts';
import { type ServerProcess, startServer } from '#server/testing/serverProcess.ts';
import { temporaryFolder } from '#server/testing/temporaryFolder.ts';
import { fillLedger } from './fillLedger.ts';
import { printFigure, printTimes, summarise } from './measure.ts';
import { cellAt, firstRowsMs, painted, watchFirstRows, watchPaint } from './paint.ts';
import { dragBar, turnWheel } from './scrollFrames.ts';
import { countRequests, settled } from './settled.ts';

const SIZES = [10_000, Number(process.env['BENCH_RECORDS'] ?? 1_000_000)];
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SCROLLER = '.grid-scroller';
const EDITS = 40;
const EDITS_FOR_HEAP = 1000;
const places = z.object({ total: z.number(), rows: z.array(z.object({ location: z.string() })) });

interface Stock {
  records: number;
  server: ServerProcess;
  remove: () => Promise<void>;
  times: Map<string, number[]>;
}

const build = await runProgram('vite build', { show: 'kept' });
if (build.exitCode !== 0) throw new Error(build.output);
const stocks: Stock[] = [];
for (const records of SIZES) stocks.push(await fill(records));
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (let round = 0; round < ROUNDS; round += 1) for (const stock of stocks) await measure(browser, stock);
print();
for (const stock of stocks) {
  await measureEnd(browser, stock);
  await measureHeap(browser, stock);
}
await browser.close();
for (const { remove } of stocks) await remove();

async function fill(records: number): Promise<Stock> {
  const folder = temporaryFolder('bench-sizes');
  const store = await openSqlite(folder.path);
  await fillLedger(store, { records, entriesEach: 1 });
  await store.close();
  const server = await startServer({ dataFolder: folder.path });
  const remove = async () => {
    await server.stop();
    folder.remove();
  };
  return { records, server, remove, times: new Map() };
}

/** Opens the table cold, edits one place after the other, and drags the bar through everything. */
async function measure(within: Browser, stock: Stock): Promise<void> {
  const { page, cdp, close } = await openTable(within, stock);
  note(stock, 'first rows', [await firstRowsMs(page)]);
  const column = await goToPlaces(page);
  const shown: number[] = [];
  const acknowledged: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const text = `Hall ${Math.round(Math.random() * 1e9)}`;
    await page.keyboard.type(text);
    await watchPaint(page, { event: 'Enter', cell: cellAt(edit + 2, column), text });
    const answered = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.keyboard.press('Enter');
    shown.push(await painted(page));
    const response = await answered;
    await response.finished();
    const { responseEnd, requestStart } = response.request().timing();
    acknowledged.push(responseEnd - requestStart);
  }
  note(stock, 'edit to painted', shown);
  note(stock, 'edit to acknowledged by the server', acknowledged);
  note(stock, 'frame while dragging the bar', (await dragBar(page, SCROLLER)).frames);
  note(stock, 'frame while turning the wheel', (await turnWheel(page, SCROLLER)).frames);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  note(stock, 'frame while dragging the bar, 4× slower processor', (await dragBar(page, SCROLLER)).frames);
  note(stock, 'frame while turning the wheel, 4× slower processor', (await turnWheel(page, SCROLLER)).frames);
  await close();
}

/** The last row can be reached with a key and edited. */
async function measureEnd(within: Browser, stock: Stock): Promise<void> {
  const { page, close } = await openTable(within, stock);
  await goToPlaces(page);
  await page.keyboard.press('Control+ArrowDown');
  await page.locator(`[role="row"][aria-rowindex="${stock.records + 1}"]`).waitFor();
  const place = `The end ${Math.round(Math.random() * 1e9)}`;
  const answered = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
  await answered;
  const response = await fetch(
    `${stock.server.url}/api/records?sort=name&offset=${stock.records - 1}&limit=1`,
  );
  const { rows } = places.parse(await response.json());
  printFigure(`last of ${stock.records} rows edited`, rows[0]?.location === place ? 'yes' : 'NO');
  await close();
}

async function measureHeap(within: Browser, stock: Stock): Promise<void> {
  const { page, cdp, close } = await openTable(within, stock);
  await firstRowsMs(page);
  printFigure(`heap with ${stock.records} rows`, megabytes(await heapOf(cdp)));
  await dragBar(page, SCROLLER);
  const before = await heapOf(cdp);
  printFigure(`heap after dragging through all`, megabytes(before));
  await goToPlaces(page);
  for (let from = 0; from < EDITS_FOR_HEAP; from += 100) {
    const keys = Array.from({ length: 100 }, () => `Hall ${Math.round(Math.random() * 1e6)}\n`);
    await burst(cdp, keys.join(''));
    await settled(page);
  }
  const after = await heapOf(cdp);
  printFigure(`heap after ${EDITS_FOR_HEAP} edits, which can be undone`, megabytes(after));
  printFigure('kept per edit', `${((after - before) / EDITS_FOR_HEAP / 1000).toFixed(1)} kB`);
  await close();
}

async function openTable(within: Browser, { server }: Stock) {
  const context = await within.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  await watchFirstRows(page);
  const cdp = await context.newCDPSession(page);
  countRequests(page);
  await page.goto(`${server.url}/inventory`);
  await firstRowsMs(page);
  return { page, cdp, close: () => context.close() };
}

/** To the first place; answers its column. */
async function goToPlaces(page: Page): Promise<number> {
  await page.locator(SCROLLER).evaluate((box) => box.scrollTo(0, 0));
  const header = page.getByRole('columnheader', { name: 'Location' });
  const column = Number(await header.getAttribute('aria-colindex'));
  await page.locator(cellAt(2, column)).click();
  return column;
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function note({ times }: Stock, what: string, found: readonly number[]): void {
  times.set(what, [...(times.get(what) ?? []), ...found]);
}

function print(): void {
  for (const what of stocks[0]?.times.keys() ?? []) {
    const all = stocks.map(({ records, times }) => ({ records, ...summarise(times.get(what) ?? []) }));
    for (const one of all) printTimes(`${what}, ${one.records} rows`, one);
    const [few, many] = all;
    if (few && many) {
      const ratio = `median ${(many.median / few.median).toFixed(2)}  p95 ${(many.p95 / few.p95).toFixed(2)}`;
      printFigure('  many / few', ratio);
    }
  }
}
