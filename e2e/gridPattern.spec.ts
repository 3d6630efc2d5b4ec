/** The ARIA data grid pattern's own promises, looked at after every key: what automatic checkers do not see. */
import type { Page } from '@playwright/test';
import { colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { enterTable, openInventory, row, table } from './support/table.ts';

const ROWS = 400;
const KEYS = [
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'ArrowRight',
  'PageDown',
  'PageUp',
  'Home',
  'End',
  'Control+Home',
  'Control+End',
  'Control+ArrowDown',
  'Control+ArrowRight',
  'Shift+ArrowDown',
  'Shift+ArrowRight',
  'Shift+Control+ArrowUp',
  'Escape',
  'Control+a',
];

test('roles, indexes and focus hold after every key of a long walk', async ({ page, axe }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1000, height: 700 });
  await openInventory(page);
  await colleague(page).add(
    Array.from({ length: ROWS }, (_, index) => ({
      name: `Finch ${String(index).padStart(3, '0')}`,
      quantity: 4,
    })),
  );
  await page.reload();
  await expect(row(page, 'Finch 000')).toBeVisible();
  await enterTable(page);
  let seed = 7;
  for (let step = 0; step < 150; step += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const key = KEYS[Math.floor((seed / 2_147_483_648) * KEYS.length)] ?? 'ArrowDown';
    await page.keyboard.press(key);
    expect(await brokenPromises(page), `after ${step} keys, the last ${key}`).toEqual([]);
  }
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowUp');
  await page.setViewportSize({ width: 600, height: 560 });
  await expect.poll(() => brokenPromises(page), 'in a smaller window').toEqual([]);
  await axe(page);
});

test('one tab stop: Tab leaves the table, Shift+Tab comes back to the same cell', async ({ page }) => {
  await openInventory(page);
  await colleague(page).add([{ name: 'Finch', quantity: 4 }]);
  await page.reload();
  await expect(row(page, 'Finch')).toBeVisible();
  await enterTable(page);
  await page.keyboard.press('ArrowRight');
  const before = await table(page).locator(':focus').getAttribute('aria-colindex');
  await page.keyboard.press('Shift+Tab');
  await expect(table(page).locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(table(page).locator(':focus')).toHaveAttribute('aria-colindex', before ?? '');
});

test('a tap edits, and a quantity opens the keypad of digits', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.goto(baseURL ?? '/');
  await openInventory(page, baseURL ?? '/');
  await colleague(page).add([{ name: 'Finch', quantity: 4 }]);
  await page.reload();
  await row(page, 'Finch').getByRole('gridcell', { name: '4', exact: true }).tap();
  const field = page.getByRole('textbox', { name: 'Quantity of Finch' });
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('inputmode', 'numeric');
  // A keypad of digits has no signs: they are beside it.
  await page.getByRole('button', { name: 'Add to it: +' }).tap();
  await page.keyboard.type('3');
  await expect(page.getByRole('group', { name: 'Quantity' })).toContainText('4 → 7');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Finch').getByRole('gridcell', { name: '7', exact: true })).toBeVisible();
  await context.close();
});

/** What does not hold now, in words. */
function brokenPromises(page: Page): Promise<string[]> {
  return page.evaluate((rowCount) => {
    const broken: string[] = [];
    const promise = (holds: boolean, words: string) => void (holds || broken.push(words));
    const grid = document.querySelector('[role="grid"]');
    const focused = document.activeElement;
    if (!grid || !focused) return ['There is no grid.'];
    const number = (element: Element, name: string) => {
      const value = element.getAttribute(name);
      promise(value !== null, `${name} is said`);
      return Number(value);
    };
    const columnCount = grid.querySelectorAll('[role="columnheader"]').length;
    promise(
      number(grid, 'aria-rowcount') === rowCount + 2,
      'aria-rowcount counts the rows, the header and the totals',
    );
    promise(number(grid, 'aria-colcount') === columnCount, 'aria-colcount counts the columns');
    const stops = grid.querySelectorAll('[tabindex="0"]');
    promise(stops.length === 1 && stops[0] === focused, 'the focused cell is the one tab stop');
    promise(
      ['gridcell', 'columnheader'].includes(focused.getAttribute('role') ?? ''),
      'the focus is on a cell',
    );
    const rows = [...grid.querySelectorAll('[role="row"]')];
    const indexes = rows.map((one) => number(one, 'aria-rowindex'));
    promise(new Set(indexes).size === indexes.length, 'each row has an index of its own');
    promise(
      indexes.every((index) => index >= 1 && index <= rowCount + 2),
      'row indexes are within the count',
    );
    for (const one of rows) {
      const cells = [...one.querySelectorAll('[role="gridcell"], [role="columnheader"]')];
      promise(
        cells.every((cell, place) => number(cell, 'aria-colindex') === place + 1) &&
          cells.length === columnCount,
        'the cells of a row are numbered from 1 to the count',
      );
    }
    const ordered = rows
      .filter((one) => one.closest('.grid-body'))
      .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
      .map((one) => number(one, 'aria-rowindex'));
    promise(
      ordered.every((index, place) => place === 0 || index > (ordered[place - 1] ?? 0)),
      'rows stand in the order of their indexes',
    );
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const seen = document.elementFromPoint(Math.min(left + 4, right), (top + bottom) / 2);
    promise(seen !== null && (focused.contains(seen) || seen === focused), 'nothing covers the focused cell');
    const block = grid.querySelectorAll('[role="gridcell"][aria-selected="true"]').length;
    promise(
      block === 0 || grid.getAttribute('aria-multiselectable') === 'true',
      'a block is told as selected',
    );
    return broken;
  }, ROWS);
}
