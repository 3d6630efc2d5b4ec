import { z } from 'zod';
import { burst } from './support/burst.ts';
import { colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { openInventory, row, table } from './support/table.ts';

/** In every run so many; once in a while ten thousand: `GRANARY_EDITS=10000 npx playwright test e2e/typesFast.spec.ts`. */
const ROWS = Number(process.env['GRANARY_EDITS'] ?? 150);
const ROWS_AT_ONCE = 500;
const named = z.array(z.object({ name: z.string(), quantity: z.number() }));
const name = (index: number) => `Swift ${String(index).padStart(5, '0')}`;

test('not one key is lost on a slow machine, typed without a pause from the first moment on', async ({
  page,
}) => {
  test.setTimeout(180_000 + ROWS * 300);
  await openInventory(page);
  const items = Array.from({ length: ROWS }, (_, index) => ({
    name: name(index),
    quantity: 5,
    sku: 'S',
    location: 'L',
  }));
  await colleague(page).add(items);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto('/inventory', { waitUntil: 'commit' });
  await table(page).locator('[tabindex="0"]').waitFor({ state: 'attached' });
  await table(page)
    .locator('[tabindex="0"]')
    .evaluate((cell) => cell instanceof HTMLElement && cell.focus());
  // Down the column of names, in the first second of the page, then of quantities.
  await burst(cdp, Array.from({ length: 40 }, (_, index) => `${name(index)} x\n`).join(''));
  await expect(row(page, `${name(39)} x`)).toBeVisible();
  await page.keyboard.press('Control+Home');
  const column = await table(page)
    .getByRole('columnheader', { name: 'Quantity' })
    .getAttribute('aria-colindex');
  for (let step = 1; step < Number(column); step += 1) await page.keyboard.press('ArrowRight');
  await burst(cdp, Array.from({ length: ROWS }, (_, index) => `${1000 + index}\n`).join(''));
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });

  await expect(async () => {
    const found: unknown[] = [];
    for (let from = 0; from < ROWS; from += ROWS_AT_ONCE) {
      const { rows } = await colleague(page).read(
        `/api/records?limit=${ROWS_AT_ONCE}&offset=${from}&sort=name`,
      );
      found.push(...named.parse(rows).map((one) => [one.name, one.quantity]));
    }
    const typed = Array.from({ length: ROWS }, (_, index) => [
      index < 40 ? `${name(index)} x` : name(index),
      1000 + index,
    ]);
    expect(found).toEqual(typed);
  }).toPass({ timeout: 90_000 + ROWS * 100 });
});
