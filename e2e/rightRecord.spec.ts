/** Keys come faster than rows: what is typed after a question belongs to its answer, never to the rows of the question before. */
import type { Page } from '@playwright/test';
import { burst } from './support/burst.ts';
import { colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { enterTable, names, openInventory, row, table, walkTo } from './support/table.ts';

const COUNT = 30;
const name = (index: number) => `Buoy ${String(index).padStart(2, '0')}`;

let ids: string[] = [];

test.beforeEach(async ({ page }) => {
  await openInventory(page);
  const items = Array.from({ length: COUNT }, (_, index) => ({
    name: name(index),
    quantity: 5,
    codes: [`B${index}Y`],
  }));
  ids = await colleague(page).add(items);
  await page.reload();
  await expect(row(page, name(0))).toBeVisible();
  await enterTable(page);
  await walkTo(page, name(5), 'Quantity');
});

test('a scan in the search, Enter and a count: the count is of what was scanned', async ({ page }) => {
  await slow(page);
  await page.keyboard.press('Control+k');
  await burst(await page.context().newCDPSession(page), 'B17Y\n7\n');
  await expect.poll(() => changed(page)).toEqual({ [name(17)]: 7 });
  await expect.poll(() => names(page)).toEqual([name(17)]);
});

test('and without waiting for anything: the rows are there as soon as they can be', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await burst(await page.context().newCDPSession(page), 'B18Y\n8\n');
  await expect.poll(() => changed(page)).toEqual({ [name(18)]: 8 });
});

test('a search starts at its first row, and the arrows wait like the letters', async ({ page }) => {
  await slow(page);
  await page.keyboard.press('Control+k');
  await burst(await page.context().newCDPSession(page), 'buoy 1\n');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  // Also what is taken back waits.
  await page.keyboard.type('98');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect.poll(() => changed(page)).toEqual({ [name(11)]: 9 });
});

test('after a heading has been asked for another order, keys wait for that order', async ({ page }) => {
  await walkTo(page, name(0), 'Name');
  await page.keyboard.press('ArrowUp');
  await expect(table(page).getByRole('columnheader', { name: 'Name' })).toBeFocused();
  await slow(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' x');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Tab');
  await expect(row(page, `${name(29)} x`)).toBeVisible();
  const { rows } = await colleague(page).read('/api/records?limit=100&q=x');
  expect(rows).toMatchObject([{ id: ids[29], name: `${name(29)} x` }]);
});

test('what was not found is not counted, nor is anything else', async ({ page }) => {
  await slow(page);
  await page.keyboard.press('Control+k');
  await burst(await page.context().newCDPSession(page), 'B99Y\n7\n');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).last().press('Enter');
  await expect(row(page, name(0))).toBeVisible();
  expect(await changed(page)).toEqual({});
});

test('nor when the search could not be answered: what was typed waits for another try, or is given up', async ({
  page,
  consoleGuard,
}) => {
  consoleGuard.allow(/Failed to load resource/);
  const searches = /\/api\/records\?.*q=/;
  await page.route(searches, (route) => route.fulfill({ status: 500, body: '' }));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('B17Y\n');
  await page.keyboard.type('6\n');
  await expect(page.getByText('keeping what you typed: 6').first()).toBeVisible();
  await expect(page.getByText('Some rows could not be loaded.')).toBeVisible();
  expect(await changed(page)).toEqual({});
  // Esc: never mind, the rows on screen are meant from here on.
  await page.keyboard.press('Escape');
  await page.keyboard.type('8\n');
  await expect.poll(() => changed(page)).toEqual({ [name(5)]: 8 });

  await page.keyboard.press('Control+k');
  await page.keyboard.type('B18Y\n');
  await page.keyboard.type('9\n');
  await page.unroute(searches);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect.poll(() => changed(page)).toEqual({ [name(5)]: 8, [name(18)]: 9 });
});

test('whoever points at a row meanwhile means that row', async ({ page }) => {
  await slow(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('buoy 2');
  // Buoys 02, 12, and 20 to 29.
  const cell = row(page, name(3)).getByRole('gridcell', { name: '5', exact: true });
  await cell.click();
  await page.keyboard.type('4');
  await expect.poll(() => names(page)).toHaveLength(12);
  await page.keyboard.press('Enter');
  await expect.poll(() => changed(page)).toEqual({ [name(3)]: 4 });
});

test('nothing is pasted into rows that are going', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('3'));
  await slow(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('B17Y\n');
  await page.keyboard.press('Control+v');
  await expect(page.getByText('The rows you asked for are not here yet.').first()).toBeVisible();
  await expect.poll(() => names(page)).toEqual([name(17)]);
  await page.keyboard.press('Control+v');
  await expect.poll(() => changed(page)).toEqual({ [name(17)]: 3 });
});

test('another filter starts at its first row, and Back at the row before', async ({ page }) => {
  await expect(page).toHaveURL(/at=5/);
  await page.getByRole('radio', { name: 'Bulk' }).check();
  await enterTable(page);
  await expect(row(page, name(0)).locator(':focus')).toBeVisible();
  await page.goBack();
  await expect(row(page, name(5)).locator(':focus')).toBeVisible();
});

async function slow(page: Page): Promise<void> {
  await page.route(/\/api\/records\?/, async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, 400);
    });
    await route.continue();
  });
}

/** The quantities that are not as at the start. */
async function changed(page: Page): Promise<Record<string, unknown>> {
  const all = await Promise.all(ids.map((id) => colleague(page).read(`/api/records/${id}`)));
  const others = all.filter((one) => one['quantity'] !== 5);
  return Object.fromEntries(others.map((one) => [String(one['name']), one['quantity']]));
}
