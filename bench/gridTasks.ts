import type { Page } from '@playwright/test';
import type { Contender } from './gridContenders.ts';
import { painted, watchPaint } from './paint.ts';
import { dragBar } from './scrollFrames.ts';

/** Does one kind of work in a fresh page; answers times in milliseconds (or shares) by what was measured. */
export type GridTask = (page: Page, contender: Contender) => Promise<Record<string, number[]>>;

const EDITS = 24;

/** From the start of the navigation to the first row painted. */
export const measureFirstRows: GridTask = async (page, contender) => {
  await page.goto(contender.url, { waitUntil: 'commit' });
  await page.waitForFunction((cell) => document.querySelector(cell)?.textContent, contender.cell(0, 'name'), {
    polling: 'raf',
  });
  return { 'first rows (ms)': [await page.evaluate(() => performance.now())] };
};

/** Down the quantity column, one number after the other: from Enter to the new value painted, and the script time it took. */
export const measureEdits: GridTask = async (page, contender) => {
  await open(page, contender);
  await page.locator(contender.cell(0, 'quantity')).click();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const paint: number[] = [];
  const before = await scriptMs();
  for (let row = 0; row < EDITS; row += 1) {
    const value = String(300 + row);
    await watchPaint(page, { event: 'Enter', cell: contender.cell(row, 'quantity'), text: value });
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
    paint.push(await painted(page));
  }
  return { 'edit to paint (ms)': paint, 'script per edit (ms)': [((await scriptMs()) - before) / EDITS] };

  async function scriptMs(): Promise<number> {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  }
};

/** The bar dragged from top to bottom in three seconds: each frame's length, and how often the middle was blank. */
export const measureScroll: GridTask = async (page, contender) => {
  await open(page, contender);
  const { frames, blank } = await dragBar(page, contender.scroller);
  return {
    'frame while dragging the bar (ms)': frames,
    'frames per second': [(frames.length * 1000) / frames.reduce((sum, one) => sum + one, 0)],
    'blank share of frames': [blank],
  };
};

/** From the click on a heading to the new first row painted. */
export const measureSort: GridTask = async (page, contender) => {
  await open(page, contender);
  const first = (await page.locator(contender.cell(0, 'name')).textContent()) ?? '';
  await watchPaint(page, { event: 'click', cell: contender.cell(0, 'name'), notText: first });
  await page.locator(contender.header('profit')).click();
  return { 'sort (ms)': [await painted(page)] };
};

/** From a key in the search to the rows it leaves painted. */
export const measureSearch: GridTask = async (page, contender) => {
  await open(page, contender);
  await page.locator(contender.search).click();
  const first = (await page.locator(contender.cell(0, 'name')).textContent()) ?? '';
  await watchPaint(page, { event: '7', cell: contender.cell(0, 'name'), notText: first });
  await page.keyboard.press('7');
  return { 'search (ms)': [await painted(page)] };
};

async function open(page: Page, contender: Contender): Promise<void> {
  await page.goto(contender.url);
  await page.waitForFunction((cell) => document.querySelector(cell)?.textContent, contender.cell(5, 'name'));
}
