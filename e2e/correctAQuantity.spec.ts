import type { Page } from '@playwright/test';
import { type Stock, colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { cell, enterTable, openInventory, row, search, walkTo } from './support/table.ts';

test.describe('A person corrects a quantity', { tag: '@core' }, () => {
  test('by keyboard alone: a count is set, a difference is changed, and the history tells why', async ({
    page,
  }) => {
    await open(page, [
      { name: 'Kestrel cables', quantity: 20 },
      { name: 'Kestrel poles', quantity: 50 },
    ]);
    const poles = await walkTo(page, 'Kestrel poles', 'Quantity');
    await page.keyboard.type('47');
    await expect(panel(page)).toContainText('50 → 47, −3 · count');
    await page.keyboard.press('Enter');
    await expect(poles).toHaveText('47');

    await walkTo(page, 'Kestrel poles', 'Quantity');
    await page.keyboard.type('+5');
    await expect(panel(page)).toContainText('47 → 52, +5 · found');
    await page.keyboard.press('Alt+ArrowDown');
    await expect(panel(page)).toContainText('47 → 52, +5 · returned');
    await page.keyboard.press('Enter');
    await expect(poles).toHaveText('52');

    await walkTo(page, 'Kestrel poles', 'Quantity');
    await page.keyboard.press('Alt+Enter');
    const drawer = page.getByRole('dialog', { name: 'Kestrel poles' });
    await drawer.getByRole('button', { name: 'History' }).click();
    const history = drawer.getByRole('list', { name: 'History' }).getByRole('listitem');
    await expect(history).toHaveCount(3);
    await expect(history.nth(0)).toContainText('52');
    await expect(history.nth(0)).toContainText('returned');
    await expect(history.nth(1)).toContainText('47');
    await expect(history.nth(1)).toContainText('count');
  });

  test('from one to many: more units are added beside it', async ({ page }) => {
    await open(page, [{ name: 'Kestrel car', quantity: 1, codes: ['KC-1'] }]);
    await walkTo(page, 'Kestrel car', 'Quantity');
    await page.keyboard.type('3');
    await expect(panel(page)).toContainText('One unit becomes several: Enter asks how.');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radiogroup', { name: '1 → 3: what are the new units?' })).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('radio', { name: /^Pool/ })).toBeChecked();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('radio', { name: /^Add 2 units/ })).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(panel(page)).toBeHidden();
    // New rows wait until they are asked for: nothing moves under the cursor.
    await expect(page.getByText('The list has changed since it was loaded.')).toBeVisible();
    await page.getByRole('button', { name: 'Refresh the list' }).first().click();
    await expect(row(page, 'Kestrel car')).toHaveCount(3);
    for (const one of await row(page, 'Kestrel car').all()) await expect(one).toContainText('Serialized');
    await enterTable(page);
    await page.keyboard.press('Control+z');
    await expect(row(page, 'Kestrel car')).toHaveCount(1);
    await page.keyboard.press('Control+y');
    await expect(row(page, 'Kestrel car')).toHaveCount(3);
  });

  test('from one to many: it becomes a pool, and back to one with a word about its figures', async ({
    page,
  }) => {
    await open(page, [{ name: 'Kestrel tent', quantity: 1 }]);
    const quantity = await walkTo(page, 'Kestrel tent', 'Quantity');
    await page.keyboard.type('+4');
    await page.keyboard.press('Enter');
    await page.keyboard.type('p');
    await page.keyboard.press('Enter');
    await expect(quantity).toHaveText('5');
    await expect(await cell(page, 'Kestrel tent', 'Tracking')).toHaveText('Bulk');

    await walkTo(page, 'Kestrel tent', 'Quantity');
    await page.keyboard.type('1');
    await expect(panel(page)).toContainText('One unit is left. From now on figures are this unit’s own');
    await page.keyboard.press('Enter');
    await expect(quantity).toHaveText('1');
    await expect(await cell(page, 'Kestrel tent', 'Tracking')).toHaveText('Serialized');
  });

  test('down to none and up again: it says why it closes and why it is back', async ({ page }) => {
    await open(page, [{ name: 'Kestrel rope', quantity: 4 }]);
    const quantity = await walkTo(page, 'Kestrel rope', 'Quantity');
    await page.keyboard.type('0');
    await expect(panel(page)).toContainText('The record closes: Enter asks why.');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radiogroup', { name: '4 → 0: why?' })).toBeVisible();
    await page.keyboard.type('l');
    await expect(page.getByRole('radio', { name: 'lost' })).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(quantity).toHaveText('0');
    await expect(await cell(page, 'Kestrel rope', 'Tracking')).toHaveText('Closed');

    await walkTo(page, 'Kestrel rope', 'Quantity');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radiogroup', { name: '0 → 2: why is it back?' })).toBeVisible();
    await page.keyboard.type('f');
    await page.keyboard.press('Enter');
    await expect(quantity).toHaveText('2');
    await expect(await cell(page, 'Kestrel rope', 'Tracking')).toHaveText('Bulk');
  });

  for (const [typed, said] of [
    ['abc', 'Give a whole number, such as 12.'],
    ['-999', 'A quantity cannot be below zero.'],
  ] as const) {
    test(`refused: ${typed} is explained and stays in the cell`, async ({ page }) => {
      await open(page, [{ name: 'Kestrel poles', quantity: 50 }]);
      const quantity = await walkTo(page, 'Kestrel poles', 'Quantity');
      await page.keyboard.press('Backspace');
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await expect(panel(page)).toContainText(said);
      const field = page.getByRole('textbox', { name: 'Quantity of Kestrel poles' });
      await expect(field).toHaveValue(typed);
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await page.keyboard.press('Escape');
      await expect(quantity).toHaveText('50');
    });
  }

  for (const { kept, key, becomes } of [
    { kept: 'what was counted', key: '1', becomes: '47' },
    { kept: 'the difference', key: '2', becomes: '49' },
  ]) {
    test(`while somebody else changed it: keeps ${kept}`, async ({ page, consoleGuard }) => {
      consoleGuard.allow(/status of (?:409|412) .*\/adjustments\)$/);
      const [id = ''] = await open(page, [{ name: 'Kestrel poles', quantity: 50 }]);
      const quantity = await walkTo(page, 'Kestrel poles', 'Quantity');
      await colleague(page).change(id, 2);
      await page.keyboard.type('47');
      await page.keyboard.press('Enter');
      await expect(page.getByText('The quantity of “Kestrel poles” was not changed to 47.')).toBeVisible();
      await expect(quantity).toHaveText('52');
      await page.getByRole('button', { name: 'Try again' }).press('Enter');
      await expect(
        page.getByRole('radiogroup', { name: 'You saw 50; somebody made it 52 meanwhile.' }),
      ).toBeVisible();
      await page.keyboard.type(key);
      await page.keyboard.press('Enter');
      await expect(quantity).toHaveText(becomes);
      // The cell shows it before the server has answered.
      const stored = () => colleague(page).read(`/api/records/${id}`);
      await expect.poll(stored).toMatchObject({ quantity: Number(becomes) });
    });
  }
});

/** The items, found by the word they share, with the focus in the table. */
async function open(page: Page, items: readonly Stock[]): Promise<string[]> {
  await openInventory(page);
  const ids = await colleague(page).add(items);
  await search(page, 'kestrel');
  for (const { name } of items) await expect(row(page, name)).toBeVisible();
  await enterTable(page);
  return ids;
}

function panel(page: Page) {
  return page.getByRole('group', { name: 'Quantity', exact: true });
}
