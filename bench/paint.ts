/**
 * When something is on the screen. A frame callback sees it in the page; a message posted from there arrives when that
 * frame has been laid out and drawn. What remains is the compositor's and the display's: up to one frame more.
 */
import type { Page } from '@playwright/test';

declare global {
  /** Kept by the scripts that these functions put into the page. */
  interface Window {
    benchFirstRows?: number;
    benchPaint?: Promise<number>;
  }
}

/** To be called before the page is opened: notes when the first row of the table has its text. */
export async function watchFirstRows(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const look = () => {
      const row = document.querySelector('[role="grid"] [role="row"][aria-rowindex="2"]');
      if (!row?.textContent) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        window.benchFirstRows = performance.now();
      });
      port1.start();
      port2.postMessage(null);
      return undefined;
    };
    requestAnimationFrame(look);
  });
}

/** Milliseconds from the start of the navigation. */
export async function firstRowsMs(page: Page): Promise<number> {
  const noted = await page.waitForFunction(() => window.benchFirstRows);
  return (await noted.jsonValue()) ?? Number.NaN;
}

export interface EditedCell {
  /** As in `aria-rowindex` and `aria-colindex`. */
  row: number;
  column: number;
  text: string;
}

/** What is waited for: an event (the name of a key, or `click` or `paste`), then a cell that has, or no longer has, a text. */
export interface Wanted {
  event: string;
  cell: string;
  text?: string;
  notText?: string;
}

/** Watches for it from now on; `painted` tells. */
export async function watchPaint(page: Page, wanted: Wanted): Promise<void> {
  await page.evaluate(({ event: name, cell, text, notText }) => {
    window.benchPaint = new Promise((resolve) => {
      const kind = name === 'click' || name === 'paste' ? name : 'keydown';
      const onEvent = (event: Event) => {
        if (event instanceof KeyboardEvent && event.key !== name) return;
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

/** Milliseconds from the event to the drawn frame. */
export async function painted(page: Page): Promise<number> {
  const time = await page.evaluate(async (ms) => {
    const never = new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), ms);
    });
    return Promise.race([window.benchPaint ?? never, never]);
  }, NEVER_MS);
  if (time === null) throw new Error(`Nothing was painted within ${NEVER_MS} ms`);
  return time;
}

/** A cell of Granary's table, its places as in `aria-rowindex` and `aria-colindex`. */
export function cellAt(row: number, column: number): string {
  return `[role="grid"] [role="row"][aria-rowindex="${row}"] [aria-colindex="${column}"]`;
}
