import type { Page } from '@playwright/test';
import { z } from 'zod';
import { clipboardText, putOnClipboard } from './support/clipboard.ts';
import { colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { cell, enterTable, openInventory, row, walkTo } from './support/table.ts';
import { type UnreliableLine, unreliableLine } from './support/unreliableLine.ts';

const ROWS = 1000;
const name = (index: number) => `Petrel ${String(index).padStart(4, '0')}`;

test.describe('A person works in blocks that reach beyond what was read', () => {
  let line: UnreliableLine;

  test.beforeEach(async ({ page, baseURL, consoleGuard }) => {
    test.setTimeout(120_000);
    consoleGuard.allow(/Failed to load resource/);
    await openInventory(page);
    await colleague(page).add(
      Array.from({ length: ROWS }, (_, index) => ({ name: name(index), quantity: 5, location: 'Old' })),
    );
    line = await unreliableLine(baseURL ?? '');
    await openInventory(page, line.url);
    await expect(row(page, name(0))).toBeVisible();
    await enterTable(page);
  });

  test.afterEach(() => line.stop());

  test('what is pasted is on screen at once and stays there, while the rest is read and written', async ({
    page,
  }) => {
    await walkTo(page, name(0), 'Location');
    await putOnClipboard(page, {
      text: Array.from({ length: ROWS }, (_, index) => `Hall ${index}\t${100 + index}`).join('\r\n'),
    });
    const first = await cell(page, name(0), 'Location');
    const shown = first.evaluate(textsByFrame, 'cells changed');
    await page.keyboard.press('Control+v');
    await expect(page.getByText('2,000 cells changed. Ctrl+Z undoes it.')).toBeAttached({ timeout: 30_000 });
    expect((await shown).join(', ')).toMatch(/^(Old, )?Hall 0 while reading, Hall 0$/);
    expect(await stored(page)).toEqual(
      Array.from({ length: ROWS }, (_, index) => [`Hall ${index}`, 100 + index]),
    );
    await page.keyboard.press('Control+z');
    await expect(await cell(page, name(0), 'Location')).toHaveText('Old');
    expect(await stored(page)).toEqual(Array.from({ length: ROWS }, () => ['Old', 5]));
  });

  test('a block with a wrong cell far below goes back, and the cell says why', async ({ page }) => {
    await walkTo(page, name(0), 'Quantity');
    const counts = Array.from({ length: 600 }, (_, index) => (index === 555 ? 'many' : String(7 + index)));
    await putOnClipboard(page, { text: counts.join('\r\n') });
    await page.keyboard.press('Control+v');
    await expect(await cell(page, name(0), 'Quantity')).toHaveText('7');
    const sheet = page.getByRole('dialog', { name: 'Paste 600 cells' });
    await expect(sheet.getByRole('row', { name: new RegExp(name(555)) })).toContainText('whole number');
    await expect(await cell(page, name(0), 'Quantity')).toHaveText('5');
    await sheet.getByRole('button', { name: 'Write the 599 valid cells' }).press('Enter');
    await expect(await cell(page, name(0), 'Quantity')).toHaveText('7');
    await expect(page.getByText('599 cells changed. Ctrl+Z undoes it.')).toBeAttached({ timeout: 30_000 });
  });

  test('filling down and clearing are shown at once as well', async ({ page }) => {
    await walkTo(page, name(0), 'Category');
    await page.keyboard.type('Birds');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Control+Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    await expect(page.getByText('999 cells changed.')).toBeAttached({ timeout: 30_000 });
    await expect(await cell(page, name(999), 'Category')).toHaveText('Birds');
    await page.keyboard.press('Delete');
    await expect(await cell(page, name(999), 'Category')).toHaveText('');
    await expect(page.getByText('1,000 cells changed.')).toBeAttached({ timeout: 30_000 });
  });

  test('everything is copied: what is missing is read first', async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await walkTo(page, name(0), 'Name');
    await page.keyboard.press('Control+Shift+ArrowDown');
    await page.keyboard.press('Control+c');
    await expect(page.getByText('Copied 1000 cells.')).toBeAttached({ timeout: 30_000 });
    const lines = (await clipboardText(page)).split('\r\n');
    expect([lines.length, lines[0], lines[999]]).toEqual([ROWS, name(0), name(999)]);
  });
});

const storedRows = z.array(z.object({ location: z.string(), quantity: z.number() }));

async function stored(page: Page) {
  const pages = await Promise.all(
    [0, 500].map((offset) =>
      colleague(page).read(`/api/records?sort=name&limit=500&offset=${String(offset)}`),
    ),
  );
  return pages
    .flatMap(({ rows }) => storedRows.parse(rows))
    .map(({ location, quantity }) => [location, quantity]);
}

/** Runs in the page: the texts a cell had, frame by frame, each once, until the page says this. */
async function textsByFrame(cellElement: Element, end: string): Promise<string[]> {
  const texts: string[] = [];
  while (document.querySelector('.grid-live')?.textContent.includes(end) !== true) {
    const isReading = document.querySelector('.grid-notice')?.textContent.startsWith('Reading rows');
    const text = cellElement.textContent + (isReading === true ? ' while reading' : '');
    if (text !== texts.at(-1)) texts.push(text);
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
  return texts;
}
