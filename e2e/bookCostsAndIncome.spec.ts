import type { Page } from '@playwright/test';
import { colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { cell, enterTable, openInventory, row, search, walkTo } from './support/table.ts';

test.describe('A person books costs and income', { tag: '@core' }, () => {
  test('a repair, the next one and a rental: the figures follow, and a void keeps its trace', async ({
    page,
  }) => {
    await openInventory(page);
    const purchaseCost = { amount: 25_000, currency: 'EUR' };
    await colleague(page).add([{ name: 'Merlin bike', quantity: 1, purchaseCost }]);
    await search(page, 'merlin');
    await expect(row(page, 'Merlin bike')).toBeVisible();
    await enterTable(page);
    await walkTo(page, 'Merlin bike', 'Name');
    await page.keyboard.press('Alt+Enter');
    const drawer = page.getByRole('dialog', { name: 'Merlin bike' });
    const figures = drawer.getByRole('region', { name: 'Figures over its life' });
    await expect(figures).toContainText('−€250.00');

    await test.step('book a repair and start the next', async () => {
      await drawer.getByRole('button', { name: 'Add cost or income' }).press('Enter');
      await expect(amount(page)).toBeFocused();
      await choose(page, 'Repair');
      await amount(page).focus();
      await page.keyboard.type('85');
      await expect(drawer.getByText('Adds €85.00 of cost.')).toBeVisible();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await note(page).focus();
      await page.keyboard.type('New brake pads');
      await page.keyboard.press('Control+Enter');
      await expect(drawer.getByText('Saved: Repair, €85.00.')).toBeVisible();
      await expect(amount(page)).toBeFocused();
      await expect(amount(page)).toHaveValue('');
      await expect(figures).toContainText('−€335.00');
      await page.keyboard.type('15');
      await page.keyboard.press('Control+Enter');
      await expect(drawer.getByText('Saved: Repair, €15.00.')).toBeVisible();
      await expect(figures).toContainText('−€350.00');
    });

    await test.step('book what it earned', async () => {
      await choose(page, 'Rental');
      await amount(page).focus();
      await page.keyboard.type('1,000.50');
      await expect(drawer.getByText('Adds €1,000.50 of income.')).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(amount(page)).toBeHidden();
      await expect(drawer.getByRole('button', { name: 'Add cost or income' })).toBeFocused();
      await expect(figures).toContainText('€650.50');
      await expect(drawer.getByRole('table')).toHaveAccessibleName('Ledger, 4 entries');
    });

    await test.step('void the second repair, with a reason', async () => {
      const wrong = drawer.getByRole('row', { name: /Repair.*−15\.00/ });
      await wrong.getByRole('button', { name: /^Void Repair of/ }).press('Enter');
      const why = drawer.getByRole('textbox', { name: 'Why is it void?' });
      await expect(why).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(drawer.getByText('This cannot be empty.')).toBeVisible();
      await page.keyboard.type('Booked twice');
      await page.keyboard.press('Enter');
      await expect(figures).toContainText('€665.50');
      await expect(wrong).toContainText('voided');
      await expect(drawer.getByRole('row', { name: /takes back an entry.*15\.00/ })).toBeVisible();
      await expect(drawer.getByRole('table')).toHaveAccessibleName('Ledger, 5 entries');
    });

    await test.step('the history tells who did what', async () => {
      await drawer.getByRole('button', { name: 'History' }).press('Enter');
      const lines = drawer.getByRole('list', { name: 'History' }).getByRole('listitem');
      await expect(lines.first()).toContainText(/(Owner|Mira Brandt) voided/);
      await expect(lines.first()).toContainText('Booked twice');
      await expect(lines.nth(1)).toContainText('booked');
      await expect(lines.nth(1)).toContainText('1,000.50');
    });

    await test.step('and the table shows the new profit', async () => {
      await page.keyboard.press('Escape');
      await expect(drawer).toBeHidden();
      await expect(await cell(page, 'Merlin bike', 'Profit, EUR')).toHaveText('665.50');
      await expect(await cell(page, 'Merlin bike', 'Name')).toBeFocused();
    });

    await test.step('where Ctrl+Z takes the void back, and then what was booked before it', async () => {
      await page.keyboard.press('Control+z');
      await expect(await cell(page, 'Merlin bike', 'Profit, EUR')).toHaveText('650.50');
      await page.keyboard.press('Control+z');
      await expect(await cell(page, 'Merlin bike', 'Profit, EUR')).toHaveText('−350.00');
      await page.keyboard.press('Control+y');
      await page.keyboard.press('Control+y');
      await expect(await cell(page, 'Merlin bike', 'Profit, EUR')).toHaveText('665.50');
    });
  });

  test('leaving with something typed asks first', async ({ page }) => {
    await openInventory(page);
    const [id = ''] = await colleague(page).add([{ name: 'Merlin bike', quantity: 1 }]);
    await search(page, 'merlin');
    await expect(row(page, 'Merlin bike')).toBeVisible();
    await enterTable(page);
    await page.keyboard.press('Alt+Enter');
    await expect(page).toHaveURL((url) => url.pathname === `/inventory/${id}/ledger`);
    await page.getByRole('button', { name: 'Add cost or income' }).press('Enter');
    await page.keyboard.type('12');
    await page.goBack();
    const question = page.getByRole('dialog', { name: 'Discard what you typed?' });
    await expect(question.getByRole('button', { name: 'Keep typing' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(question).toBeHidden();
    await expect(amount(page)).toHaveValue('12');
  });
});

async function choose(page: Page, kind: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Kind' }).selectOption(kind);
}

function amount(page: Page) {
  return page.getByRole('textbox', { name: 'Amount, EUR' });
}

function note(page: Page) {
  return page.getByRole('textbox', { name: 'Note' });
}
