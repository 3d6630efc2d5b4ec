/**
 * When something is on the screen. A frame callback sees it in the page; a message posted from there arrives when that
 * frame has been laid out and drawn. What remains is the compositor's and the display's: up to one frame more.
 */
import type { Page } from '@playwright/test';

declare global {
  /** Kept by the scripts that these functions put into the page. */
  interface Window {
    benchFirstRows?: number;
    benchEdit?: Promise<number>;
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

/** Waits for Enter and then for the new text in the cell. Milliseconds from the key event to the drawn frame. */
export async function watchEdit(page: Page, cell: EditedCell): Promise<void> {
  await page.evaluate(({ row, column, text }) => {
    const place = `[role="grid"] [role="row"][aria-rowindex="${row}"] [aria-colindex="${column}"]`;
    window.benchEdit = new Promise((resolve) => {
      const onKey = (event: KeyboardEvent) => {
        if (event.key !== 'Enter') return;
        document.removeEventListener('keydown', onKey, true);
        const look = () => {
          if (document.querySelector(place)?.textContent !== text) return requestAnimationFrame(look);
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now() - event.timeStamp));
          port1.start();
          port2.postMessage(null);
          return undefined;
        };
        requestAnimationFrame(look);
      };
      document.addEventListener('keydown', onKey, true);
    });
  }, cell);
}

export async function editMs(page: Page): Promise<number> {
  return (await page.evaluate(() => window.benchEdit)) ?? Number.NaN;
}
