import type { Page } from '@playwright/test';
import { colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { enterTable, openInventory, row, search, table, walkTo } from './support/table.ts';

// It loads pages anew, which makes the demo's sample anew: against the real server only.
test.describe('A person starts a conversion where the hands are', () => {
  test.beforeEach(async ({ page }) => {
    await openInventory(page);
    await colleague(page).add([{ name: 'Rope', sku: 'RP', quantity: 12, codes: ['RP-BOX'] }]);
    await search(page, 'rope');
    await expect(row(page, 'Rope')).toBeVisible();
    await enterTable(page);
  });

  test('from the menu of a row, opened and answered by keyboard', async ({ page, axe }) => {
    await walkTo(page, 'Rope', 'Location');
    await page.keyboard.press('Shift+F10');
    const menu = page.getByRole('menu', { name: 'What can be done with Rope' });
    await expect(menu.getByRole('menuitem', { name: 'Open' })).toBeFocused();
    await axe(page);
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(row(page, 'Rope').locator(':focus')).toBeVisible();
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('ArrowDown');
    await expect(menu.getByRole('menuitem', { name: 'Serialize…' })).toBeFocused();
    await page.keyboard.press('Enter');
    await serializeByScan(page, 'RP-1');
  });

  test('from its row with the right button', async ({ page }) => {
    await row(page, 'Rope').getByRole('gridcell', { name: 'Rope' }).click({ button: 'right' });
    const menu = page.getByRole('menu', { name: 'What can be done with Rope' });
    await menu.getByRole('menuitem', { name: 'Split…' }).click();
    await expect(page.getByRole('dialog', { name: 'Split Rope' })).toBeVisible();
  });

  test('from the quantity that is being edited', async ({ page, axe }) => {
    await walkTo(page, 'Rope', 'Quantity');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Serialize…' })).toBeVisible();
    await axe(page);
    await page.keyboard.press('Alt+s');
    await serializeByScan(page, 'RP-2');
  });

  test('and takes it back from the row of a unit, which goes: the focus stays in the table', async ({
    page,
  }) => {
    await walkTo(page, 'Rope', 'Quantity');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+s');
    await serializeByScan(page, 'RP-4');
    await expect(page.getByRole('row', { name: /Rope/ })).toHaveCount(2);
    await enterTable(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('row', { name: /Rope/ })).toHaveCount(1);
    await expect(table(page).locator(':focus')).toBeVisible();
  });

  test('and takes it back until nothing is listed: the keys go on from there', async ({ page, axe }) => {
    await walkTo(page, 'Rope', 'Name');
    await page.keyboard.press('Space');
    const bar = page.getByRole('region', { name: 'Selected records' });
    await bar.getByRole('button', { name: 'Serialize…' }).press('Enter');
    await serializeByScan(page, 'RP-5');
    await page.getByRole('radio', { name: 'Serialized' }).check();
    await expect(row(page, 'Rope')).toHaveCount(1);
    await enterTable(page);
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
    await axe(page);
    await page.keyboard.press('Control+y');
    await expect(row(page, 'Rope')).toHaveCount(1);
    await expect(table(page).locator(':focus')).toBeVisible();
  });

  test('from the ticked row', async ({ page }) => {
    await walkTo(page, 'Rope', 'Name');
    await page.keyboard.press('Space');
    const bar = page.getByRole('region', { name: 'Selected records' });
    await bar.getByRole('button', { name: 'Serialize…' }).press('Enter');
    await serializeByScan(page, 'RP-3');
  });

  test('quicker than the address tells where the cursor rests: nobody is asked to leave', async ({
    page,
  }) => {
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await walkTo(page, 'Rope', 'Name');
    await page.keyboard.press('Space');
    const bar = page.getByRole('region', { name: 'Selected records' });
    await bar.getByRole('button', { name: 'Serialize…' }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Serialize Rope' });
    await expect(form.getByRole('textbox', { name: 'Codes of the units' })).toBeFocused();
    await page.keyboard.type('RP-6');
    await page.clock.runFor(1000);
    await expect(form.getByRole('textbox', { name: 'Codes of the units' })).toBeFocused();
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await page.clock.resume();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect(form).toBeHidden();
  });
});

/** Choose Serialize, scan a label, done. */
async function serializeByScan(page: Page, code: string): Promise<void> {
  const form = page.getByRole('dialog', { name: 'Serialize Rope' });
  await expect(form.getByRole('textbox', { name: 'Codes of the units' })).toBeFocused();
  await page.keyboard.type(`${code}\n`);
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(page.getByText('1 unit serialized from Rope', { exact: true })).toBeVisible();
  await expect(row(page, 'Rope')).toHaveCount(2);
}
