/**
 * `npm run bench:blocks`: pasting, undoing and typing without a pause, in the browser against the real server. Times on a
 * busy machine say little; the first line says how fast this one is, and each time is told as a multiple of it as well.
 */
import { cpus } from 'node:os';
import { type CDPSession, type Page, chromium } from '@playwright/test';
import { z } from 'zod';
import { burst } from '../e2e/support/burst.ts';
import { chromiumPath } from '../e2e/support/chromiumPath.ts';
import { runProgram } from '../scripts/runProgram.ts';
import { startServer } from '#server/testing/serverProcess.ts';
import { temporaryFolder } from '#server/testing/temporaryFolder.ts';
import { printFigure } from './measure.ts';
import { painted, watchPaint } from './paint.ts';
import { countRequests, settled } from './settled.ts';

const RECORDS = 10_000;
const TYPED = Number(process.env['BENCH_TYPED'] ?? 10_000);
const EDITS_FOR_HEAP = 300;
const counted = z.object({ rows: z.array(z.object({ quantity: z.number() })) });

const build = await runProgram('vite build', { show: 'kept' });
if (build.exitCode !== 0) throw new Error(build.output);
const folder = temporaryFolder('bench');
const server = await startServer({ dataFolder: folder.path });
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
await fill();
const yardstick = ofThisMachine();
printFigure('a loop of 50 million additions, in ms', yardstick.toFixed(0));
console.log(`${RECORDS} records, ${cpus().length} cores, Chromium ${browser.version()}\n`);
if (process.env['BENCH_PASTES'] !== '0') await measurePastes();
await measureTyping();
await browser.close();
await server.stop();
folder.remove();

async function measurePastes(): Promise<void> {
  const { page, cdp, close } = await openTable();
  for (const rows of [1000, 5000]) {
    await goToFirst(page, 'Location');
    const text = Array.from({ length: rows }, (_, row) => `Hall ${row % 40}\t${100 + (row % 50)}`).join(
      '\r\n',
    );
    const paste = await timePaste(page, { text, expected: 'Hall 0' });
    report(`${rows} × 2 cells: paste to painted`, paste.painted);
    report(`${rows} × 2 cells: paste to acknowledged`, paste.acknowledged);
    await page.keyboard.press('Control+Home');
    report(`${rows} × 2 cells: undo to acknowledged`, await timeUndo(page));
  }
  await goToFirst(page, 'Quantity');
  const before = await heapOf(cdp);
  await burst(cdp, Array.from({ length: EDITS_FOR_HEAP }, (_, row) => `${2000 + row}\n`).join(''));
  await settled(page);
  const grown = ((await heapOf(cdp)) - before) / EDITS_FOR_HEAP;
  printFigure(`heap kept per edit, over ${EDITS_FOR_HEAP} edits`, `${(grown / 1000).toFixed(1)} kB`);
  await close();
}

/** Every key is on its way before the one before was taken, on a processor four times slower, from the first moment on. */
async function measureTyping(): Promise<void> {
  const { page, cdp, close } = await openTable();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await goToFirst(page, 'Quantity');
  const start = performance.now();
  const CHUNK = 500;
  for (let from = 0; from < TYPED; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, TYPED - from) }, (_, row) => `${3000 + from + row}\n`);
    await burst(cdp, rows.join(''));
  }
  report(`${TYPED} edits typed without a pause, 4× slower processor`, performance.now() - start);
  let lost = await countLost();
  // Written one after the other: the last may still be on their way.
  for (let unchanged = 0; lost > 0 && unchanged < 120;) {
    await page.waitForTimeout(1000);
    const left = await countLost();
    unchanged = left === lost ? unchanged + 1 : 0;
    lost = left;
  }
  report(`${TYPED} edits: all acknowledged`, performance.now() - start);
  printFigure('edits of which a character was lost', String(lost));
  await close();
  if (lost > 0) process.exitCode = 1;
}

async function countLost(): Promise<number> {
  let lost = 0;
  for (let offset = 0; offset < TYPED; offset += 500) {
    const response = await fetch(`${server.url}/api/records?limit=500&offset=${offset}&sort=name`);
    const { rows } = counted.parse(await response.json());
    lost += rows.filter(
      ({ quantity }, row) => offset + row < TYPED && quantity !== 3000 + offset + row,
    ).length;
  }
  return lost;
}

async function openTable() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  countRequests(page);
  await page.goto(`${server.url}/inventory`);
  const first = page.locator('[role="grid"] [tabindex="0"]');
  await first.waitFor({ state: 'attached' });
  await first.focus();
  return { page, cdp, close: () => context.close() };
}

async function goToFirst(page: Page, column: string): Promise<void> {
  await page.keyboard.press('Control+Home');
  const place = await page.getByRole('columnheader', { name: column }).getAttribute('aria-colindex');
  for (let step = 1; step < Number(place); step += 1) await page.keyboard.press('ArrowRight');
}

/** From the paste event to the frame in which the first cell has its new text, and to the server's answer. */
async function timePaste(page: Page, { text, expected }: { text: string; expected: string }) {
  await page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
  // The rows are read first, as somebody's who has scrolled through them: reading them is no part of painting.
  await page.keyboard.press('Control+Home');
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/batch'), {
    timeout: 60_000,
  });
  await goToFirst(page, 'Location');
  await watchPaint(page, { event: 'paste', cell: '[role="grid"] .grid-cursor', text: expected });
  const start = Date.now();
  await page.keyboard.press('Control+v');
  const paintedMs = await painted(page);
  await answered;
  return { painted: paintedMs, acknowledged: Date.now() - start };
}

async function timeUndo(page: Page): Promise<number> {
  const answered = page.waitForResponse((response) => response.url().endsWith('/undo'), { timeout: 60_000 });
  const start = Date.now();
  await page.keyboard.press('Control+z');
  await answered;
  const ms = Date.now() - start;
  await settled(page);
  return ms;
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

async function fill(): Promise<void> {
  for (let from = 0; from < RECORDS; from += 5000) {
    const records = Array.from({ length: 5000 }, (_, row) => ({
      name: `Item ${String(from + row).padStart(6, '0')}`,
      location: 'Shelf 1',
      quantity: 5,
      codes: [`C${from + row}`],
    }));
    const response = await fetch(`${server.url}/api/records`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `fill-${from}` },
      body: JSON.stringify({ records }),
    });
    if (!response.ok) throw new Error(await response.text());
  }
}

function ofThisMachine(): number {
  const start = performance.now();
  let sum = 0;
  for (let step = 0; step < 50_000_000; step += 1) sum += step % 7;
  return sum > 0 ? performance.now() - start : 0;
}

function report(what: string, ms: number): void {
  printFigure(what, `${ms.toFixed(0)} ms (${(ms / yardstick).toFixed(1)} × the loop)`);
}
