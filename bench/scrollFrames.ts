import type { Page } from '@playwright/test';

const MS = 3000;

export interface Frames {
  /** The length of each. */
  frames: number[];
  /** The share of them in which the middle of the table was empty. */
  blank: number;
}

/** The bar of a table dragged from top to bottom in three seconds. */
export async function dragBar(page: Page, scroller: string): Promise<Frames> {
  return page.evaluate(noteFrames, { scroller, ms: MS, isDragged: true });
}

/** The wheel turned over a table for as long. */
export async function turnWheel(page: Page, scroller: string): Promise<Frames> {
  await page.locator(scroller).hover();
  const noted = page.evaluate(noteFrames, { scroller, ms: MS, isDragged: false });
  for (const end = Date.now() + MS; Date.now() < end;) await page.mouse.wheel(0, 240);
  return noted;
}

async function noteFrames({
  scroller,
  ms,
  isDragged,
}: {
  scroller: string;
  ms: number;
  isDragged: boolean;
}): Promise<Frames> {
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
      if (isDragged) box.scrollTop = share * (box.scrollHeight - box.clientHeight);
      if (share < 1) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
  return { frames: lengths.slice(1), blank: misses / lengths.length };
}
