import type { Page } from '@playwright/test';

const MS = 3000;

/** The length of each frame while the bar of Granary's table is dragged from top to bottom, or the wheel is turned for as long. */
export async function frameLengths(page: Page, how: 'drag' | 'wheel'): Promise<number[]> {
  if (how === 'drag') return page.evaluate(dragThroughAll, MS);
  await page.locator('.grid-scroller').hover();
  const noted = page.evaluate(noteFrames, MS);
  for (const end = Date.now() + MS; Date.now() < end;) await page.mouse.wheel(0, 240);
  return noted;
}

async function dragThroughAll(ms: number): Promise<number[]> {
  const box = document.querySelector('.grid-scroller');
  if (!box) throw new Error('There is no table');
  const lengths: number[] = [];
  const start = performance.now();
  let last = start;
  await new Promise<void>((resolve) => {
    const step = (now: number) => {
      lengths.push(now - last);
      last = now;
      const share = Math.min(1, (now - start) / ms);
      box.scrollTop = share * (box.scrollHeight - box.clientHeight);
      if (share < 1) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
  return lengths.slice(1);
}

async function noteFrames(ms: number): Promise<number[]> {
  const lengths: number[] = [];
  const start = performance.now();
  let last = start;
  await new Promise<void>((resolve) => {
    const step = (now: number) => {
      lengths.push(now - last);
      last = now;
      if (now - start < ms) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
  return lengths.slice(1);
}
