import type { Page } from '@playwright/test';
import type { Contender } from './gridContenders.ts';

/** Does one kind of work in a fresh page; answers times in milliseconds (or shares) by what was measured. */
export type GridTask = (page: Page, contender: Contender) => Promise<Record<string, number[]>>;

const EDITS = 24;
const DRAG_MS = 3000;

declare global {
  /** Kept by the scripts below in the page. */
  interface Window {
    benchPaint?: Promise<number>;
  }
}

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
    await watchPaint(page, { key: 'Enter', cell: contender.cell(row, 'quantity'), text: value });
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
  const { frames, blank } = await page.evaluate(
    async ({ scroller, ms }) => {
      const box = document.querySelector(scroller);
      if (!box) throw new Error('There is nothing to scroll');
      const lengths: number[] = [];
      let misses = 0;
      const start = performance.now();
      let last = start;
      await new Promise<void>((resolve) => {
        const step = (now: number) => {
          lengths.push(now - last);
          last = now;
          const share = Math.min(1, (now - start) / ms);
          const { left, top, width, height } = box.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          if (!hit?.textContent || hit === box) misses += 1;
          box.scrollTop = share * (box.scrollHeight - box.clientHeight);
          if (share < 1) requestAnimationFrame(step);
          else resolve();
        };
        requestAnimationFrame(step);
      });
      return { frames: lengths.slice(1), blank: misses / lengths.length };
    },
    { scroller: contender.scroller, ms: DRAG_MS },
  );
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
  await watchPaint(page, { key: 'click', cell: contender.cell(0, 'name'), notText: first });
  await page.locator(contender.header('profit')).click();
  return { 'sort (ms)': [await painted(page)] };
};

/** From a key in the search to the rows it leaves painted. */
export const measureSearch: GridTask = async (page, contender) => {
  await open(page, contender);
  await page.locator(contender.search).click();
  const first = (await page.locator(contender.cell(0, 'name')).textContent()) ?? '';
  await watchPaint(page, { key: '7', cell: contender.cell(0, 'name'), notText: first });
  await page.keyboard.press('7');
  return { 'search (ms)': [await painted(page)] };
};

async function open(page: Page, contender: Contender): Promise<void> {
  await page.goto(contender.url);
  await page.waitForFunction((cell) => document.querySelector(cell)?.textContent, contender.cell(5, 'name'));
}

/** Waits for a key or a click, then until a cell has (or no longer has) a text, then for the frame to be drawn. */
async function watchPaint(
  page: Page,
  wanted: { key: string; cell: string; text?: string; notText?: string },
): Promise<void> {
  await page.evaluate(({ key, cell, text, notText }) => {
    window.benchPaint = new Promise((resolve) => {
      const kind = key === 'click' ? 'click' : 'keydown';
      const onEvent = (event: Event) => {
        if (event instanceof KeyboardEvent && event.key !== key) return;
        document.removeEventListener(kind, onEvent, true);
        const look = () => {
          const now = document.querySelector(cell)?.textContent;
          const isThere = text === undefined ? Boolean(now) && now !== notText : now === text;
          if (!isThere) return requestAnimationFrame(look);
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now() - event.timeStamp));
          port1.start();
          port2.postMessage(null);
          return undefined;
        };
        requestAnimationFrame(look);
      };
      document.addEventListener(kind, onEvent, true);
    });
  }, wanted);
}

/** Longer than any of them takes: then it will not happen. */
const NEVER_MS = 20_000;

async function painted(page: Page): Promise<number> {
  const time = await page.evaluate(async (ms) => {
    const never = new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), ms);
    });
    return Promise.race([window.benchPaint ?? never, never]);
  }, NEVER_MS);
  if (time === null) throw new Error(`Nothing was painted within ${NEVER_MS} ms`);
  return time;
}
