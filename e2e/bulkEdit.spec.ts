import type { Page } from '@playwright/test';
import { type Stock, colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { cell, enterTable, openInventory, row, search, walkTo } from './support/table.ts';

test.describe('A person edits many items at once, by keyboard alone', () => {
  test('the selected ones get a new place, counted before and undone in one step', async ({ page, axe }) => {
    await open(page, five());
    await walkTo(page, 'Osprey 1', 'Name');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Edit…' }).press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Edit many items' });
    await expect(sheet.getByRole('radio', { name: '2 items selected' })).toBeChecked();
    await sheet.getByRole('textbox', { name: 'New location' }).fill('Hall 7');
    await expect(sheet.getByText('2 items will change.')).toBeVisible();
    await axe(page);
    await page.keyboard.press('Enter');
    await expect(sheet).toBeHidden();
    await expect(await cell(page, 'Osprey 1', 'Location')).toHaveText('Hall 7');
    await expect(await cell(page, 'Osprey 2', 'Location')).toHaveText('Hall 7');
    await expect(await cell(page, 'Osprey 3', 'Location')).toHaveText('Shelf 1');
    await enterTable(page);
    await page.keyboard.press('Control+z');
    await expect(await cell(page, 'Osprey 1', 'Location')).toHaveText('Shelf 1');
    await expect(await cell(page, 'Osprey 2', 'Location')).toHaveText('Shelf 1');
  });

  test('all of the filter: quantities change, codes get a prefix, and the items are archived', async ({
    page,
  }) => {
    await open(page, five());
    await search(page, 'osprey');
    await expect(page.getByText('4 items').first()).toBeVisible();
    await enterTable(page);
    await page.keyboard.press('Space');
    const sheet = await openForAll(page, 'Quantity');
    await sheet.getByRole('textbox', { name: '+5, −3 or a count' }).fill('+5');
    // One of them is a single unit: it asks what the new ones are.
    await expect(sheet.getByText('1 item needs an answer first:')).toBeVisible();
    await sheet.getByRole('combobox', { name: 'One unit becomes several' }).selectOption('pool');
    await expect(sheet.getByText('4 items will change.')).toBeVisible();
    await sheet.getByRole('button', { name: 'Change 4 items' }).press('Enter');
    await expect(sheet).toBeHidden();
    await expect(await cell(page, 'Osprey 1', 'Quantity')).toHaveText('15');
    await expect(await cell(page, 'Osprey 4', 'Quantity')).toHaveText('6');

    await openForAll(page, 'Prefix of the codes');
    await sheet.getByRole('textbox', { name: 'Prefix, such as W-' }).fill('W-');
    await expect(sheet.getByText('1 item will change.')).toBeVisible();
    await sheet.getByRole('button', { name: 'Change 1 item' }).press('Enter');
    await expect(await cell(page, 'Osprey 4', 'Stock codes')).toHaveText('W-OS-4');

    await openForAll(page, 'Archive');
    await sheet.getByRole('combobox', { name: 'Why the units leave' }).selectOption('scrapped');
    await expect(sheet.getByText('4 items will change.')).toBeVisible();
    await sheet.getByRole('button', { name: 'Change 4 items' }).press('Enter');
    await expect(await cell(page, 'Osprey 4', 'Tracking')).toHaveText('Closed');
    await enterTable(page);
    await page.keyboard.press('Control+z');
    await expect(await cell(page, 'Osprey 4', 'Quantity')).toHaveText('6');
    await page.keyboard.press('Control+z');
    await expect(await cell(page, 'Osprey 4', 'Stock codes')).toHaveText('OS-4');
    await page.keyboard.press('Control+z');
    await expect(await cell(page, 'Osprey 4', 'Tracking')).toHaveText('Serialized');
    await page.reload();
    await expect(await cell(page, 'Osprey 1', 'Quantity')).toHaveText('10');
  });

  test('a list that has changed since it was counted is not changed blindly', async ({
    page,
    consoleGuard,
  }) => {
    consoleGuard.allow(/409 \(Conflict\)/);
    await open(page, five());
    await enterTable(page);
    await page.keyboard.press('Space');
    const sheet = await openForAll(page, 'Category');
    await sheet.getByRole('textbox', { name: 'New category' }).fill('Birds');
    await expect(sheet.getByText('5 items will change.')).toBeVisible();
    await colleague(page).add([{ name: 'Late', quantity: 3 }]);
    await sheet.getByRole('button', { name: 'Change 5 items' }).press('Enter');
    await expect(sheet.getByText('it held 5 items and holds 6 now')).toBeVisible();
  });

  test('the keys are told by ?, and single keys can be switched off', async ({ page, axe }) => {
    await open(page, five());
    await walkTo(page, 'Osprey 1', 'Name');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys of the table' });
    await expect(sheet).toContainText('Ctrl+Shift+D');
    await axe(page);
    await sheet.getByRole('radio', { name: 'Off' }).press('Space');
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await page.keyboard.press('?');
    await expect(page.getByRole('textbox', { name: 'Name of Osprey 1' })).toHaveValue('?');
  });

  test('all items of a search are changed without ticking one, at an address that can be sent', async ({
    page,
    axe,
  }) => {
    await open(page, five());
    await page.keyboard.press('Control+k');
    await page.keyboard.type('osprey');
    await expect(row(page, 'Wren')).toBeHidden();
    await page.getByRole('button', { name: 'Edit all…' }).press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Edit many items' });
    await expect(sheet.getByRole('radio', { name: 'All 4 items of the list' })).toBeChecked();
    await axe(page);
    await page.goBack();
    await expect(sheet).toBeHidden();
    await page.goForward();
    await expect(page).toHaveURL((url) => url.searchParams.get('panel') === 'edit-all');
    await page.reload();
    await expect(sheet.getByRole('radio', { name: 'All 4 items of the list' })).toBeChecked();
    await sheet.getByRole('textbox', { name: /location/i }).fill('Hall 9');
    await sheet.getByRole('button', { name: 'Change 4 items' }).press('Enter');
    await expect(sheet).toBeHidden();
    await expect(page).toHaveURL((url) => !url.searchParams.has('panel'));
    await expect(await cell(page, 'Osprey 4', 'Location')).toHaveText('Hall 9');
  });
});

const five = (): Stock[] => [
  ...[1, 2, 3].map((number) => ({ name: `Osprey ${number}`, quantity: 10, location: 'Shelf 1' })),
  { name: 'Osprey 4', quantity: 1, location: 'Shelf 1', codes: ['OS-4'] },
  { name: 'Wren', quantity: 2 },
];

async function open(page: Page, items: readonly Stock[]): Promise<void> {
  await openInventory(page);
  await colleague(page).add(items);
  await page.reload();
  await expect(row(page, items[0]?.name ?? '')).toBeVisible();
  await enterTable(page);
}

async function openForAll(page: Page, what: string) {
  await page.getByRole('button', { name: 'Edit…' }).press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Edit many items' });
  await sheet.getByRole('radio', { name: /^All / }).press('Space');
  await sheet.getByRole('combobox', { name: 'What to change' }).selectOption(what);
  return sheet;
}
