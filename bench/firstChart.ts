import { chromium } from '@playwright/test';
import { chromiumPath } from '../e2e/support/chromiumPath.ts';

/** Milliseconds from the last byte of the report by month to its chart painted, each in a page with nothing cached. */
export async function firstCharts(url: string, rounds: number): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    await page.goto(`${url}/profitability`, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.querySelector('.profit-chart .profit-line'), null, {
      polling: 'raf',
    });
    times.push(
      await page.evaluate(async () => {
        const painted = await new Promise<number>((resolve) => {
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0));
        });
        const answers = performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.includes('by=month'));
        return painted - Math.max(...answers.map((answer) => answer.startTime + answer.duration));
      }),
    );
    await page.close();
  }
  await browser.close();
  return times;
}
