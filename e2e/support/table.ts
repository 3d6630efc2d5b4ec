/** The inventory table as a person meets it: cells by row and column, reached by keyboard. */
import { expect, type Locator, type Page } from '@playwright/test';

export function table(page: Page): Locator {
  return page.getByRole('grid', { name: 'Inventory records' });
}

/** The demo makes its whole inventory at the start: that may take a while where the cores are busy. */
const START_MS = 30_000;

export async function openInventory(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { name: 'Inventory', level: 1 })).toBeAttached({
    timeout: START_MS,
  });
}

/** The row of an item, as far as it is on screen. */
export function row(page: Page, name: string): Locator {
  return table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name, exact: true }) });
}

export async function cell(page: Page, name: string, column: string): Promise<Locator> {
  return inColumn(page, row(page, name), column);
}

/** A cell of the line at the bottom, which totals the whole filter. */
export async function total(page: Page, column: string): Promise<Locator> {
  return inColumn(page, table(page).getByRole('row').last(), column);
}

/** The names in the order of the rows on screen, from the top. */
export async function names(page: Page): Promise<string[]> {
  const place = await placeOf(page, 'Name');
  // All at one moment: a row that goes while others are read would be waited for.
  const found = await table(page)
    .getByRole('row')
    .evaluateAll(
      (rows, column) =>
        rows.slice(1, -1).map((one) => ({
          index: Number(one.getAttribute('aria-rowindex')),
          name: one.querySelector(`[aria-colindex="${column}"]`)?.textContent ?? '',
        })),
      place,
    );
  return found.toSorted((one, other) => one.index - other.index).map(({ name }) => name);
}

/** Types into the search box without the mouse, and waits for what it leaves. */
export async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Search names, SKUs and stock codes' })).toBeFocused();
  await page.keyboard.type(words);
  await expect(page).toHaveURL((url) => (url.searchParams.get('q') ?? '') === words);
  await page.evaluate(twoFrames);
  await expect(page.locator('.inventory-table')).toHaveAttribute('aria-busy', 'false');
}

/** From the search box into the table. */
export async function enterTable(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Enter');
  await expect(table(page).locator(':focus')).toBeVisible();
}

/** Walks the cursor to a cell with the arrow keys. The focus must be in the table. */
export async function walkTo(page: Page, name: string, column: string): Promise<Locator> {
  const target = await cell(page, name, column);
  await expect(target).toBeVisible();
  const rowIndex = Number(await row(page, name).getAttribute('aria-rowindex'));
  const columnIndex = Number(await target.getAttribute('aria-colindex'));
  await page.keyboard.press('Control+Home');
  // Rows count from the header; the table's first row of items is the second.
  for (let step = 2; step < rowIndex; step += 1) await page.keyboard.press('ArrowDown');
  for (let step = 1; step < columnIndex; step += 1) await page.keyboard.press('ArrowRight');
  await expect(target).toBeFocused();
  return target;
}

/** By then the page has been drawn for the address. */
async function twoFrames(): Promise<void> {
  for (const _frame of [1, 2]) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
}

async function inColumn(page: Page, line: Locator, column: string): Promise<Locator> {
  return line.getByRole('gridcell').and(page.locator(`[aria-colindex="${await placeOf(page, column)}"]`));
}

async function placeOf(page: Page, column: string): Promise<string> {
  const header = table(page).getByRole('columnheader', { name: column, exact: true });
  const place = await header.getAttribute('aria-colindex');
  if (place === null) throw new Error(`The column ${column} has no place.`);
  return place;
}
