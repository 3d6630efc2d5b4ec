import type { Page } from '@playwright/test';

/** How many requests have been answered, by page. */
const answered = new WeakMap<Page, number>();

/** To be called before `settled`. */
export function countRequests(page: Page): void {
  page.on('requestfinished', () => answered.set(page, (answered.get(page) ?? 0) + 1));
}

/** For a second no request has been answered: nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 5;) {
    const before = answered.get(page) ?? 0;
    await page.waitForTimeout(200);
    quiet = (answered.get(page) ?? 0) === before ? quiet + 1 : 0;
  }
}
