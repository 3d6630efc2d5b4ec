import type { Page } from '@playwright/test';
import { clipboardText, putOnClipboard } from './support/clipboard.ts';
import { type Stock, colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { cell, enterTable, openInventory, row, walkTo } from './support/table.ts';

test.describe('A person works in blocks, by keyboard alone', () => {
  test('a block from Excel goes in as one step and comes out as one', async ({ page }) => {
    await open(page, four());
    await walkTo(page, 'Kestrel 1', 'Location');
    // Excel ends with a line end, quotes a cell with one, and tells the number behind what it shows.
    await putOnClipboard(page, {
      text: 'Hall 1\t1,200\t"A1\nA2"\r\nHall 2\t60\tB1\r\n',
      html: '<table><tr><td>Hall 1</td><td x:num="1200">1,200</td><td>A1<br>A2</td></tr><tr><td>Hall 2</td><td x:num="60">60</td><td>B1</td></tr></table>',
    });
    await page.keyboard.press('Control+v');
    await expect(await cell(page, 'Kestrel 1', 'Location')).toHaveText('Hall 1');
    await expect(await cell(page, 'Kestrel 1', 'Quantity')).toHaveText('1,200');
    await expect(await cell(page, 'Kestrel 1', 'Stock codes')).toContainText('A1');
    await expect(await cell(page, 'Kestrel 2', 'Location')).toHaveText('Hall 2');
    await expect(await cell(page, 'Kestrel 2', 'Stock codes')).toContainText('B1');
    await expect(page.locator('.grid-summary')).toContainText('6 cells · Quantity 1,260');
    await expect(page.getByText('6 cells changed. Ctrl+Z undoes it.')).toBeAttached();

    // The cursor is elsewhere; undo brings it back to where it happened.
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+z');
    await expect(await cell(page, 'Kestrel 1', 'Location')).toHaveText('Shelf 1');
    await expect(await cell(page, 'Kestrel 1', 'Quantity')).toHaveText('10');
    await expect(await cell(page, 'Kestrel 2', 'Stock codes')).toHaveText('');
    await expect(await cell(page, 'Kestrel 1', 'Location')).toBeFocused();
    await page.keyboard.press('Control+y');
    await expect(await cell(page, 'Kestrel 2', 'Quantity')).toHaveText('60');
    await page.keyboard.press('Control+Shift+z');
    await expect(page.getByRole('note')).toHaveText('There is nothing to do again.');
    await page.reload();
    await expect(await cell(page, 'Kestrel 2', 'Quantity')).toHaveText('60');
  });

  test('what is wrong is said cell by cell, and the valid part can be taken', async ({ page, axe }) => {
    await open(page, [...four(), { name: 'Heron', quantity: 1, codes: ['H-1'] }]);
    await walkTo(page, 'Kestrel 1', 'Quantity');
    await putOnClipboard(page, {
      text: 'many\tH-1\n1e9\tA1\u200B\n=1+1\tC1..C3\n0\tD1\n',
    });
    await page.keyboard.press('Control+v');
    const sheet = page.getByRole('dialog', { name: 'Paste 8 cells' });
    await expect(sheet.getByRole('listitem')).toHaveText(['2 new', '5 invalid', '1 asks']);
    const problems = sheet.getByRole('region', { name: 'Cells that cannot be written' }).getByRole('row');
    await expect(problems).toHaveCount(7);
    await expect(problems.nth(1)).toContainText('Give a whole number, such as 12.');
    await expect(problems.nth(2)).toContainText('H-1 is already on “Heron”.');
    await expect(problems.nth(4)).toContainText('cannot be seen');
    await axe(page);
    await sheet.getByRole('combobox', { name: 'The quantity becomes zero: why?' }).selectOption('lost');
    await expect(sheet.getByRole('listitem')).toHaveText(['2 new', '1 changed', '5 invalid']);
    // Nothing is lost when the page is: it asks again.
    await page.reload();
    await expect(sheet.getByRole('listitem')).toHaveText(['2 new', '1 changed', '5 invalid']);
    await expect(sheet.getByRole('button', { name: 'Write the 3 valid cells' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sheet).toBeHidden();
    await expect(await cell(page, 'Kestrel 3', 'Stock codes')).toContainText('C1');
    await expect(await cell(page, 'Kestrel 4', 'Tracking')).toHaveText('Closed');
    await expect(await cell(page, 'Kestrel 1', 'Quantity')).toHaveText('10');
    await page.keyboard.press('Control+z');
    await expect(await cell(page, 'Kestrel 4', 'Tracking')).toHaveText('Bulk');
  });

  test('too large a block and read-only columns are said, never cut', async ({ page }) => {
    await open(page, four());
    await walkTo(page, 'Kestrel 3', 'Location');
    await putOnClipboard(page, { text: 'a\nb\nc\n' });
    await page.keyboard.press('Control+v');
    await expect(page.getByRole('note')).toContainText('the block has 3 rows, and only 2 are left here');
    await putOnClipboard(page, { text: 'a\t'.repeat(12) });
    await page.keyboard.press('Control+v');
    await expect(page.getByRole('note')).toContainText('the block has 13 columns, and only 8 are left here');
    await expect(await cell(page, 'Kestrel 3', 'Location')).toHaveText('Shelf 1');

    await walkTo(page, 'Kestrel 1', 'Stock codes');
    await putOnClipboard(page, { text: 'Z1\t99.00' });
    await page.keyboard.press('Control+v');
    const sheet = page.getByRole('dialog', { name: 'Paste 1 cell' });
    await expect(sheet).toContainText('“Income, EUR” cannot be edited: 1 cell of the block is left out.');
    await sheet.getByRole('button', { name: 'Write all 1 cell' }).press('Enter');
    await expect(await cell(page, 'Kestrel 1', 'Stock codes')).toContainText('Z1');
  });

  test('one value fills a selection, a small block tiles over a larger one', async ({ page }) => {
    await open(page, four());
    await walkTo(page, 'Kestrel 1', 'Location');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await putOnClipboard(page, { text: 'Attic' });
    await page.keyboard.press('Control+v');
    for (const name of ['Kestrel 1', 'Kestrel 2', 'Kestrel 3'])
      await expect(await cell(page, name, 'Location')).toHaveText('Attic');
    await page.keyboard.press('Control+Home');
    await walkTo(page, 'Kestrel 1', 'Location');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown');
    await putOnClipboard(page, { text: 'East\nWest' });
    await page.keyboard.press('Control+v');
    await expect(await cell(page, 'Kestrel 3', 'Location')).toHaveText('East');
    await expect(await cell(page, 'Kestrel 4', 'Location')).toHaveText('West');
  });

  test('fill down, a series of codes, fill while editing, cut and clear', async ({ page }) => {
    await open(page, four());
    await walkTo(page, 'Kestrel 1', 'Stock codes');
    await page.keyboard.type('K008');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(await cell(page, 'Kestrel 1', 'Stock codes')).toHaveText('K008');
    await walkTo(page, 'Kestrel 1', 'Stock codes');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+Shift+d');
    await expect(await cell(page, 'Kestrel 4', 'Stock codes')).toHaveText('K011');

    await walkTo(page, 'Kestrel 1', 'Location');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.type('Cellar');
    await page.keyboard.press('Control+Enter');
    await expect(await cell(page, 'Kestrel 1', 'Location')).toHaveText('Cellar');
    await expect(await cell(page, 'Kestrel 2', 'Location')).toHaveText('Cellar');
    await walkTo(page, 'Kestrel 2', 'Location');
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    await expect(await cell(page, 'Kestrel 4', 'Location')).toHaveText('Cellar');

    await page.keyboard.press('Delete');
    await expect(await cell(page, 'Kestrel 4', 'Location')).toHaveText('');
    await walkTo(page, 'Kestrel 1', 'Location');
    await putOnClipboard(page, { text: '' });
    await page.keyboard.press('Control+x');
    await expect(await cell(page, 'Kestrel 1', 'Location')).toHaveText('');
    expect(await clipboardText(page)).toBe('Cellar');
    await walkTo(page, 'Kestrel 1', 'Quantity');
    await page.keyboard.press('Delete');
    await expect(page.getByRole('note')).toContainText('“Quantity” is not cleared');
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+z');
    await expect(await cell(page, 'Kestrel 1', 'Stock codes')).toHaveText('');
    await expect(await cell(page, 'Kestrel 2', 'Location')).toHaveText('Shelf 1');
    await expect(await cell(page, 'Kestrel 4', 'Location')).toHaveText('Shelf 1');
  });

  test('somebody else’s newer value is not written over, neither by a paste nor by an undo', async ({
    page,
    consoleGuard,
  }) => {
    consoleGuard.allow(/409 \(Conflict\)/);
    const [first = ''] = await open(page, four());
    await walkTo(page, 'Kestrel 1', 'Location');
    await putOnClipboard(page, { text: 'Mine' });
    await page.keyboard.press('Control+v');
    await expect(page.getByText('1 cell changed. Ctrl+Z undoes it.')).toBeAttached();
    await colleague(page).describe(first, { location: 'Theirs' });
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('alert')).toContainText('Kestrel 1');
    await expect(page.getByRole('alert')).toContainText('Theirs');
    await putOnClipboard(page, { text: 'Again' });
    await page.keyboard.press('Control+v');
    const sheet = page.getByRole('dialog', { name: 'Paste 1 cell' });
    await expect(sheet).toContainText('Somebody changed this meanwhile; it is “Theirs” now.');
    await sheet.getByRole('button', { name: 'Replace newer values' }).press('Enter');
    await sheet.getByRole('button', { name: 'Write all 1 cell' }).press('Enter');
    await expect(sheet).toBeHidden();
    await expect(await cell(page, 'Kestrel 1', 'Location')).toHaveText('Again');
  });
});

const four = (): Stock[] =>
  [1, 2, 3, 4].map((number) => ({ name: `Kestrel ${number}`, quantity: 10, location: 'Shelf 1' }));

async function open(page: Page, items: readonly Stock[]): Promise<string[]> {
  await openInventory(page);
  const ids = await colleague(page).add(items);
  await page.reload();
  await expect(row(page, items[0]?.name ?? '')).toBeVisible();
  await enterTable(page);
  return ids;
}
