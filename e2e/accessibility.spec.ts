import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { enterTable, openInventory, row, search, table, total, walkTo } from './support/table.ts';

const ITEM = 'Atomic Redster Q7 153 cm';
const LOOKS = [
  { name: 'light', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'on a phone', options: { viewport: { width: 390, height: 844 }, hasTouch: true } },
] as const;

/** A serious finding anywhere is a bug. Every screen is looked at as it stands, windows and panels open. */
test.describe('Everybody can use it', { tag: '@demo' }, () => {
  for (const { name, options } of LOOKS) {
    test.describe(name, () => {
      test.use(options);

      test(`the inventory, a record and its forms, ${name}`, async ({ page, axe }) => {
        await openInventory(page);
        await expect(table(page)).toBeVisible();
        await axe(page);

        await findOne(page);
        await page.keyboard.press('Alt+Enter');
        const drawer = page.getByRole('dialog');
        await expect(drawer.getByRole('table')).toBeVisible();
        await settle(page);
        await axe(page);
        await drawer.getByRole('button', { name: 'Add cost or income' }).click();
        await page.keyboard.type('nonsense');
        await page.keyboard.press('Enter');
        await expect(drawer.getByText('That is no amount. Write it like 1234.50.')).toBeVisible();
        await axe(page);
      });

      test(`adding an item and an import with its report, ${name}`, async ({ page, axe }) => {
        await openInventory(page);
        await page.getByRole('button', { name: 'Add item' }).click();
        const form = page.getByRole('dialog', { name: 'Add an item' });
        await expect(form).toBeVisible();
        await page.keyboard.press('Enter');
        await expect(form.getByText('This cannot be empty.')).toBeVisible();
        await settle(page);
        await axe(page);
        await page.keyboard.press('Escape');

        await page.getByRole('link', { name: 'Import' }).click();
        await page.getByLabel(/^Records/).setInputFiles({
          name: 'stock.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('name,quantity,colour\nTent,2,red\nPoles,many,blue\n'),
        });
        await axe(page);
        await page.getByRole('button', { name: 'Check the files' }).click();
        await expect(page.getByRole('heading', { name: '1 line needs attention' })).toBeVisible();
        await axe(page);
      });

      test(`the editors of quantity and stock codes, ${name}`, async ({ page, axe }) => {
        await openInventory(page);
        await findOne(page);
        await walkTo(page, ITEM, 'Quantity');
        await page.keyboard.type('5');
        await expect(page.getByRole('group', { name: 'Quantity', exact: true })).toBeVisible();
        await axe(page);
        await page.keyboard.press('Enter');
        await expect(page.getByRole('radiogroup', { name: '1 → 5: what are the new units?' })).toBeVisible();
        await axe(page);
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await walkTo(page, ITEM, 'Stock codes');
        await page.keyboard.type('A001..A020');
        await expect(page.getByRole('group', { name: 'Stock codes', exact: true })).toContainText('20 codes');
        await axe(page);
      });
    });
  }

  test('the table is one stop of the Tab key, and gives the focus back where it was', async ({ page }) => {
    await openInventory(page);
    await expect(table(page)).toBeVisible();
    await page.getByRole('button', { name: 'Add item' }).focus();
    await page.keyboard.press('Tab');
    await expect(table(page).locator(':focus')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const inside = await table(page).locator(':focus').textContent();
    await page.keyboard.press('Tab');
    await expect(table(page).locator(':focus')).toHaveCount(0);
    await page.keyboard.press('Shift+Tab');
    await expect(table(page).locator(':focus')).toHaveText(inside ?? '');
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('button', { name: 'Add item' })).toBeFocused();
  });

  test('the totals line can be read with the arrow keys', async ({ page }) => {
    await openInventory(page);
    await expect(table(page)).toBeVisible();
    await enterTable(page);
    await page.keyboard.press('Control+Home');
    const items = await total(page, 'Name');
    const columns = Number(await items.getAttribute('aria-colindex'));
    for (let step = 1; step < columns; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(items).toBeFocused();
    await expect(items).toHaveText(/^\d+ items$/);
  });
});

/** One row behind a window or a panel is enough: the whole table is looked at by itself. */
async function findOne(page: Page): Promise<void> {
  await search(page, 'redster 153');
  await expect(row(page, ITEM)).toBeVisible();
  await expect(table(page).getByRole('row')).toHaveCount(3);
  await enterTable(page);
}

/** Windows slide in; what is half transparent on its way is no finding. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
}
