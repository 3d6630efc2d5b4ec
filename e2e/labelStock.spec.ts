import type { Page } from '@playwright/test';
import { type Stock, colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { enterTable, names, openInventory, row, search, walkTo } from './support/table.ts';

test.describe('A person labels the stock', { tag: '@core' }, () => {
  test('codes are added one after the other, and taken off again', async ({ page }) => {
    const [id = ''] = await open(page, [{ name: 'Heron kayak', quantity: 1, codes: ['HK-1'] }]);
    const codes = await walkTo(page, 'Heron kayak', 'Stock codes');
    await page.keyboard.type('HK-2');
    await page.keyboard.press('Enter');
    await page.keyboard.type('0047');
    await page.keyboard.press('Enter');
    await expect(chips(page)).toHaveText(['HK-1', 'HK-2', '0047']);
    await page.keyboard.press('Enter');
    await expect(panel(page)).toBeHidden();
    await expect(codes).toHaveAccessibleName('HK-1, HK-2, 0047');

    await walkTo(page, 'Heron kayak', 'Stock codes');
    await page.keyboard.press('Enter');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Backspace');
    await expect(chips(page)).toHaveText(['HK-1', 'HK-2']);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('button', { name: 'HK-1: remove' })).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(chips(page)).toHaveText(['HK-2']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expect(codes).toHaveAccessibleName('HK-2');
    await expect.poll(async () => (await stored(page, id)).join()).toBe('HK-2');
  });

  test('a range is shown before it becomes fifty codes', async ({ page }) => {
    const [id = ''] = await open(page, [{ name: 'Heron paddles', quantity: 50 }]);
    await walkTo(page, 'Heron paddles', 'Stock codes');
    await page.keyboard.type('A001..A050');
    await expect(panel(page)).toContainText('50 codes: A001, A002 … A050');
    await expect(chips(page)).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(panel(page)).toContainText('50 codes added.');
    await page.keyboard.press('Enter');
    await expect(panel(page)).toBeHidden();
    await expect.poll(async () => (await stored(page, id)).length).toBe(50);
    expect((await stored(page, id)).at(-1)).toBe('A050');
  });

  test('a list is pasted from a spreadsheet', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const [id = ''] = await open(page, [{ name: 'Heron vests', quantity: 4, codes: ['V1'] }]);
    const codes = await walkTo(page, 'Heron vests', 'Stock codes');
    await page.keyboard.press('Enter');
    await page.evaluate(() => navigator.clipboard.writeText('V2, V3;v1\r\nV4'));
    await page.keyboard.press('Control+v');
    await expect(chips(page)).toHaveText(['V1', 'V2', 'V3', 'V4']);
    await expect(panel(page)).toContainText('1 of them are here already');
    await page.keyboard.press('Tab');
    await expect(codes).toHaveAccessibleName('V1, V2, V3, V4');
    await expect.poll(async () => (await stored(page, id)).join()).toBe('V1,V2,V3,V4');
  });

  test('a taken code says whose it is, and is moved here', async ({ page }) => {
    const [, mine = ''] = await open(page, [
      { name: 'Heron boat', quantity: 1, codes: ['KEY-1', 'KEY-2'] },
      { name: 'Heron canoe', quantity: 1 },
    ]);
    await walkTo(page, 'Heron canoe', 'Stock codes');
    await page.keyboard.type('key-1');
    await page.keyboard.press('Enter');
    await expect(panel(page)).toContainText('key-1 is already on “Heron boat”.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('m');
    await expect(page.getByRole('radio', { name: /^Move it here/ })).toBeChecked();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stored(page, mine)).join()).toBe('key-1');
    await expect(row(page, 'Heron boat').getByRole('gridcell', { name: 'KEY-2', exact: true })).toBeVisible();
  });

  test('going to the owner of a taken code keeps what was typed', async ({ page }) => {
    const [, mine = ''] = await open(page, [
      { name: 'Heron boat', quantity: 1, codes: ['KEY-1'] },
      { name: 'Heron canoe', quantity: 1 },
    ]);
    await walkTo(page, 'Heron canoe', 'Stock codes');
    await page.keyboard.type('KEY-1');
    await page.keyboard.press('Enter');
    await expect(panel(page)).toContainText('KEY-1 is already on “Heron boat”.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('g');
    await page.keyboard.press('Enter');
    await expect(row(page, 'Heron boat').getByRole('gridcell', { name: 'KEY-1', exact: true })).toBeFocused();
    await expect(page.getByText('The stock codes of “Heron canoe” were not changed.')).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.keyboard.type('m');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stored(page, mine)).join()).toBe('KEY-1');
  });
});

async function open(page: Page, items: readonly Stock[]): Promise<string[]> {
  await openInventory(page);
  const ids = await colleague(page).add(items);
  await search(page, 'heron');
  // They are in the whole list too, but not in the same rows.
  await expect.poll(() => names(page)).toEqual(items.map(({ name }) => name));
  await enterTable(page);
  return ids;
}

async function stored(page: Page, id: string): Promise<string[]> {
  const { codes } = await colleague(page).read(`/api/records/${id}`);
  return Array.isArray(codes) ? codes.map(({ code }: { code: string }) => code) : [];
}

function panel(page: Page) {
  return page.getByRole('group', { name: 'Stock codes', exact: true });
}

function field(page: Page) {
  return page.getByRole('textbox', { name: /^Stock codes of/ });
}

function chips(page: Page) {
  return panel(page).getByRole('region', { name: 'Stock codes' }).getByRole('button');
}
