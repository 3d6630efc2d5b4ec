/**
 * `npm run bench:grid`: Granary's production build beside AG Grid Community and a bare React window, on the same rows, in one
 * interleaved run. Absolute times are this machine's; the ratios are what to look at.
 */
import { type Browser, type Page, chromium } from '@playwright/test';
import { chromiumPath } from '../e2e/support/chromiumPath.ts';
import { startServer } from '#server/testing/serverProcess.ts';
import { temporaryFolder } from '#server/testing/temporaryFolder.ts';
import { type Contender, bare, community, granary } from './gridContenders.ts';
import { fillBulk, rowsOf } from './gridRows.ts';
import { servePeers } from './peerServer.ts';
import {
  type GridTask,
  measureEdits,
  measureFirstRows,
  measureScroll,
  measureSearch,
  measureSort,
} from './gridTasks.ts';
import { summarise } from './measure.ts';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 100_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);

interface Profile {
  name: string;
  /** How many times slower the processor is. */
  rate: number;
  /** Left out: loopback. */
  line?: { bytesPerSecond: number; latencyMs: number };
}
/** This machine, a slow tablet beside the server, and a phone (1.6 Mbit/s). */
const PROFILES: readonly Profile[] = [
  { name: '1×', rate: 1 },
  { name: '4×', rate: 4 },
  { name: 'a phone', rate: 4, line: { bytesPerSecond: 200_000, latencyMs: 150 } },
];
const ALL_TASKS: readonly GridTask[] = [
  measureFirstRows,
  measureEdits,
  measureScroll,
  measureSort,
  measureSearch,
];
/** `BENCH_TASK=measureEdits,measureScroll` asks for some of them. */
const ASKED = process.env['BENCH_TASK']?.split(',');
const TASKS = ALL_TASKS.filter(({ name }) => ASKED?.includes(name) ?? true);

const folder = temporaryFolder('bench-grid');
const server = await startServer({ dataFolder: folder.path });
await fillBulk(server.url, ROWS);
const peers = await servePeers(await rowsOf(server.url));
const contenders = [granary(server.url), community(peers.url), bare(peers.url)];
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
console.log(`${ROWS} rows × 12 columns, ${ROUNDS} rounds, Chromium ${browser.version()}\n`);
const times = new Map<string, number[]>();
for (let round = 0; round < ROUNDS; round += 1)
  for (const profile of PROFILES) for (const contender of contenders) await measure(contender, profile);
print();
await browser.close();
await peers.stop();
await server.stop();
folder.remove();

/** Each task in a page of its own, so that none finds the traces of another. On a slow line what counts is the first rows. */
async function measure(contender: Contender, profile: Profile): Promise<void> {
  const { name, line } = profile;
  const tasks = line ? TASKS.filter((task) => task === measureFirstRows) : TASKS;
  const asked = line ? { ...contender, url: contender.lightUrl } : contender;
  for (const task of tasks) {
    process.stderr.write(`${task.name} ${name} ${contender.name}\n`);
    const { page, close } = await openPage(browser, profile);
    for (const [what, found] of Object.entries(await task(page, asked))) {
      const key = `${what} at ${name}|${contender.name}`;
      times.set(key, [...(times.get(key) ?? []), ...found]);
    }
    await close();
  }
}

async function openPage(
  within: Browser,
  { rate, line }: Profile,
): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await within.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  if (rate > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  if (line) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latencyMs,
      downloadThroughput: line.bytesPerSecond,
      uploadThroughput: line.bytesPerSecond,
    });
  }
  return { page, close: () => context.close() };
}

function print(): void {
  const figures = [...new Set([...times.keys()].map((key) => key.split('|')[0] ?? ''))];
  for (const figure of figures) {
    const all = contenders.map(({ name }) => ({ name, ...summarise(times.get(`${figure}|${name}`) ?? []) }));
    const [own, ...others] = all;
    console.log(figure);
    for (const { name, median, p95, count } of all)
      console.log(
        `  ${name.padEnd(22)} median ${median.toFixed(1).padStart(8)}  p95 ${p95.toFixed(1).padStart(8)}  (${count})`,
      );
    if (own)
      for (const { name, median, p95 } of others)
        console.log(
          `  Granary / ${name.padEnd(18)} median ${(own.median / median).toFixed(2).padStart(8)}  p95 ${(own.p95 / p95).toFixed(2).padStart(8)}`,
        );
  }
}
