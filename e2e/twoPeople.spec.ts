/** Two people in two browsers, each with the list as it was before the other began. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { putOnClipboard } from './support/clipboard.ts';
import { colleague } from './support/colleague.ts';
import { guardConsole } from './support/consoleGuard.ts';
import { expect, test } from './support/fixtures.ts';
import { cell, enterTable, openInventory, row, walkTo } from './support/table.ts';

const NAMES = ['Tern 1', 'Tern 2', 'Tern 3', 'Tern 4', 'Tern 5'];

test('two people edit the same rows: nothing is lost, and each is told of the other', async ({
  page,
  browser,
  baseURL,
  consoleGuard,
}) => {
  test.setTimeout(120_000);
  await openInventory(page);
  const ids = await colleague(page).add(NAMES.map((name) => ({ name, quantity: 10, location: 'Old' })));
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const otherGuard = guardConsole(context);
  for (const guard of [consoleGuard, otherGuard]) guard.allow(/status of (?:409|412)/);
  const mine = page;
  const theirs = await context.newPage();
  for (const one of [mine, theirs]) {
    await openInventory(one);
    await expect(row(one, 'Tern 5')).toBeVisible();
    await enterTable(one);
  }

  await test.step('different cells of one row, and differences of one quantity, all count', async () => {
    await edit(mine, { name: 'Tern 1', column: 'Location', text: 'Mine' });
    await edit(theirs, { name: 'Tern 1', column: 'Category', text: 'Theirs' });
    await edit(mine, { name: 'Tern 1', column: 'Quantity', text: '+5' });
    await edit(theirs, { name: 'Tern 1', column: 'Quantity', text: '-3' });
    const tern = { location: 'Mine', category: 'Theirs', quantity: 12 };
    await expect.poll(() => stored(mine, ids[0])).toMatchObject(tern);
  });

  await test.step('who counts what the other has counted meanwhile is asked, each in turn', async () => {
    await edit(mine, { name: 'Tern 2', column: 'Quantity', text: '12' });
    await expect.poll(() => stored(mine, ids[1])).toMatchObject({ quantity: 12 });
    await edit(theirs, { name: 'Tern 2', column: 'Quantity', text: '15' });
    await expect(theirs.getByText('The quantity of “Tern 2” was not changed to 15.')).toBeVisible();
    await expect(await cell(theirs, 'Tern 2', 'Quantity')).toHaveText('12');

    await edit(theirs, { name: 'Tern 3', column: 'Quantity', text: '7' });
    await expect.poll(() => stored(theirs, ids[2])).toMatchObject({ quantity: 7 });
    await edit(mine, { name: 'Tern 3', column: 'Quantity', text: '20' });
    await expect(mine.getByText('The quantity of “Tern 3” was not changed to 20.')).toBeVisible();
    await expect(await cell(mine, 'Tern 3', 'Quantity')).toHaveText('7');

    await mine.getByRole('button', { name: 'Try again' }).press('Enter');
    const question = mine.getByRole('radiogroup', { name: 'You saw 10; somebody made it 7 meanwhile.' });
    await expect(question).toBeVisible();
    await mine.keyboard.type('1');
    await mine.keyboard.press('Enter');
    await expect.poll(() => stored(mine, ids[2])).toMatchObject({ quantity: 20 });
    // Theirs waits as long as they like, with what they typed.
    await theirs.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(
      theirs.getByRole('radiogroup', { name: 'You saw 10; somebody made it 12 meanwhile.' }),
    ).toBeVisible();
    // Out of the question, and out of the cell.
    await theirs.keyboard.press('Escape');
    await theirs.keyboard.press('Escape');
  });

  await test.step('a block over newer values is looked at first, and an undo names what is newer', async () => {
    await paste(mine, { name: 'Tern 4', column: 'Location', text: 'Hall 4\nHall 5' });
    await expect(mine.getByText('2 cells changed. Ctrl+Z undoes it.')).toBeAttached();
    await paste(theirs, { name: 'Tern 4', column: 'Location', text: 'Cellar 4\nCellar 5' });
    const sheet = theirs.getByRole('dialog', { name: 'Paste 2 cells' });
    await expect(sheet).toContainText('Somebody changed this meanwhile; it is “Hall 4” now.');
    await sheet.getByRole('button', { name: 'Replace newer values' }).press('Enter');
    await sheet.getByRole('button', { name: 'Write all 2 cells' }).press('Enter');
    await expect(sheet).toBeHidden();
    await expect.poll(() => stored(mine, ids[4])).toMatchObject({ location: 'Cellar 5' });
    await mine.keyboard.press('Control+z');
    await expect(mine.getByRole('alert').filter({ hasText: 'Cellar 4' })).toContainText('Tern 4');
    await expect.poll(() => stored(mine, ids[3])).toMatchObject({ location: 'Cellar 4' });
  });

  await test.step('both see the same in the end, and the history has every change of both', async () => {
    for (const one of [mine, theirs]) {
      await one.reload();
      await expect(await cell(one, 'Tern 1', 'Quantity')).toHaveText('12');
      await expect(await cell(one, 'Tern 2', 'Quantity')).toHaveText('12');
      await expect(await cell(one, 'Tern 3', 'Quantity')).toHaveText('20');
      await expect(await cell(one, 'Tern 5', 'Location')).toHaveText('Cellar 5');
    }
    // Who of the two came first in the first step is nobody's to say: a newer version makes one of them try again.
    const [created, ...changes] = (await changesOf(mine, ids[0])).toReversed();
    expect([created, ...changes.toSorted()]).toEqual([
      'created',
      'described',
      'described',
      'quantity',
      'quantity',
    ]);
    expect(await changesOf(mine, ids[2])).toEqual(['quantity', 'quantity', 'created']);
    expect(await changesOf(mine, ids[3])).toEqual(['described', 'described', 'created']);
  });
  expect(otherGuard.unexpected()).toEqual([]);
  await context.close();
});

interface Cell {
  name: string;
  column: string;
  text: string;
}

async function edit(page: Page, { name, column, text }: Cell): Promise<void> {
  await enterTable(page);
  await walkTo(page, name, column);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function paste(page: Page, { name, column, text }: Cell): Promise<void> {
  await enterTable(page);
  await walkTo(page, name, column);
  await putOnClipboard(page, { text });
  await page.keyboard.press('Control+v');
}

function stored(page: Page, id = '') {
  return colleague(page).read(`/api/records/${id}`);
}

const lines = z.array(z.object({ action: z.string() }));

/** What was done to a record, newest first. */
async function changesOf(page: Page, id = ''): Promise<string[]> {
  const { rows } = await colleague(page).read(`/api/records/${id}/history`);
  return lines.parse(rows).map(({ action }) => action);
}
