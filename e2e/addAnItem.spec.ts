import type { Page } from '@playwright/test';
import { colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { cell, enterTable, openInventory, row, search } from './support/table.ts';

test.describe('A person adds an item', { tag: '@core' }, () => {
  test('a batch with a range of codes and what it cost, by keyboard alone', async ({ page }) => {
    await openInventory(page);
    const form = await openForm(page);
    await page.keyboard.type('Osprey tent pegs');
    await page.keyboard.press('Tab');
    await expect(form.getByRole('textbox', { name: 'Quantity' })).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('120');
    await expect(form.getByText('A batch of 120: costs and income belong to the batch.')).toBeVisible();
    await form.getByRole('textbox', { name: 'Stock codes' }).focus();
    await page.keyboard.type('PEG-001..PEG-012');
    await expect(form.getByText('12 codes: PEG-001 … PEG-012')).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.type('PEG');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Camping');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Shelf 4');
    await page.keyboard.press('Tab');
    await page.keyboard.type('90');
    await expect(form.getByText('About €0.75 for each unit.')).toBeVisible();
    await page.keyboard.press('Enter');

    // What was added opens at once: the next thing is often its ledger.
    const drawer = page.getByRole('dialog', { name: 'Osprey tent pegs' });
    await expect(drawer.getByText('Batch of 120')).toBeVisible();
    await expect(drawer.getByRole('row', { name: /Purchase.*−90\.00/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await search(page, 'osprey');
    await expect(row(page, 'Osprey tent pegs')).toContainText('Bulk');
    await expect(await cell(page, 'Osprey tent pegs', 'Quantity')).toHaveText('120');
    await expect(await cell(page, 'Osprey tent pegs', 'Profit, EUR')).toHaveText('−90.00');
    await enterTable(page);
  });

  test('what is wrong is shown at its field, nothing is stored, and nothing typed is lost', async ({
    page,
    consoleGuard,
  }) => {
    consoleGuard.allow(/status of 409 .*\/api\/records\)$/);
    await openInventory(page);
    let form = await openForm(page);
    await page.keyboard.type('Osprey stove');
    await form.getByRole('textbox', { name: 'Stock codes' }).fill('STOVE-1');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog', { name: 'Osprey stove' })).toBeVisible();
    await page.keyboard.press('Escape');

    form = await openForm(page);
    await page.keyboard.type('Osprey stove two');
    await form.getByRole('textbox', { name: 'Quantity' }).fill('1.5');
    await form.getByRole('textbox', { name: 'Stock codes' }).fill('stove-1');
    await form.getByRole('textbox', { name: 'Purchase cost, EUR' }).fill('12.345');
    await page.keyboard.press('Enter');
    await expect(form.getByText('A quantity is a whole number.')).toBeVisible();
    await expect(form.getByText('This currency has 2 decimals.')).toBeVisible();
    await form.getByRole('textbox', { name: 'Quantity' }).fill('1');
    await form.getByRole('textbox', { name: 'Purchase cost, EUR' }).fill('12.34');
    await page.keyboard.press('Enter');
    await expect(form.getByText('stove-1 is already on “Osprey stove”.')).toBeVisible();
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Osprey stove two');

    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Discard what you typed?' });
    await expect(question.getByRole('button', { name: 'Keep typing' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(form.getByRole('textbox', { name: 'Purchase cost, EUR' })).toHaveValue('12.34');
    await page.keyboard.press('Escape');
    await question.getByRole('button', { name: 'Discard' }).click();
    await expect(form).toBeHidden();
    await search(page, 'osprey');
    await expect(row(page, 'Osprey stove')).toBeVisible();
    await expect(row(page, 'Osprey stove two')).toBeHidden();
  });

  test('Ctrl+Z in the table takes an added item back, and Ctrl+Y adds it again with all that it had', async ({
    page,
  }) => {
    await openInventory(page);
    await colleague(page).add([{ name: 'Osprey tent', quantity: 1 }]);
    await openForm(page);
    await page.keyboard.type('Osprey lantern');
    await page.keyboard.press('Control+Enter');
    const drawer = page.getByRole('dialog', { name: 'Osprey lantern' });
    await expect(drawer).toBeVisible();
    await page.keyboard.press('Escape');
    await openForm(page);
    await page.keyboard.type('Osprey kettle');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog', { name: 'Osprey kettle' })).toBeVisible();
    await page.keyboard.press('Escape');
    await search(page, 'osprey');
    await expect(row(page, 'Osprey kettle')).toBeVisible();
    await enterTable(page);

    await page.keyboard.press('Control+z');
    await expect(row(page, 'Osprey kettle')).toBeHidden();
    await expect(row(page, 'Osprey lantern')).toBeVisible();
    await expect(page.getByText('Undone.')).toBeAttached();
    await page.keyboard.press('Control+y');
    await expect(row(page, 'Osprey kettle')).toContainText('Serialized');
    await page.keyboard.press('Control+z');
    await expect(row(page, 'Osprey kettle')).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(row(page, 'Osprey lantern')).toBeHidden();
    await page.keyboard.press('Control+y');
    await expect(row(page, 'Osprey lantern')).toBeVisible();
  });
});

async function openForm(page: Page) {
  await page.getByRole('button', { name: 'Add item' }).first().press('Enter');
  const form = page.getByRole('dialog', { name: 'Add an item' });
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
  return form;
}
