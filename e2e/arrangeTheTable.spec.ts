import type { Page } from '@playwright/test';
import { type Stock, colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { cell, enterTable, names, openInventory, row, search, table, total } from './support/table.ts';

const SHOP: readonly Stock[] = [
  { name: 'Kayak Prijon', quantity: 1, sku: 'KAYAK', category: 'Boats', location: 'Yard', codes: ['K1'] },
  { name: 'Kayak Lettmann', quantity: 1, sku: 'KAYAK', category: 'Boats', location: 'Yard', codes: ['K2'] },
  { name: 'Paddles', quantity: 40, sku: 'PADDLE', category: 'Boats', location: 'Shelf A' },
  { name: 'Spray decks', quantity: 6, sku: 'DECK', category: 'Boats', location: 'Shelf A' },
  { name: 'Van', quantity: 1, sku: 'VAN', category: 'Cars', location: 'Yard', codes: ['V1'] },
];

test.describe('A person arranges the table by keyboard', () => {
  test.beforeEach(async ({ page }) => {
    await openInventory(page);
    await colleague(page).add(SHOP);
    await page.reload();
    await expect(row(page, 'Van')).toBeVisible();
    await enterTable(page);
  });

  test('narrows it from a heading, sees every filter, and takes one away', async ({ page, axe }) => {
    await openHeading(page, 'Category');
    await expect(panel(page, 'Category')).toBeVisible();
    await axe(page);
    await panel(page, 'Category').getByRole('checkbox', { name: 'Boats' }).press('Space');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('columnheader', { name: 'Category' })).toBeFocused();
    await expect
      .poll(() => names(page))
      .toEqual(['Kayak Lettmann', 'Kayak Prijon', 'Paddles', 'Spray decks']);

    await openHeading(page, 'Quantity');
    await panel(page, 'Quantity').getByRole('textbox', { name: 'From' }).fill('5');
    await panel(page, 'Quantity').getByRole('textbox', { name: 'To' }).fill('4');
    await page.keyboard.press('Enter');
    await expect(panel(page, 'Quantity').getByRole('alert')).toHaveText(/first is above the second/);
    await panel(page, 'Quantity').getByRole('textbox', { name: 'To' }).fill('');
    await page.keyboard.press('Enter');
    await expect.poll(() => names(page)).toEqual(['Paddles', 'Spray decks']);
    await expect(await total(page, 'Quantity')).toHaveText('46');

    const filters = page.getByRole('list', { name: 'Filters' });
    await expect(filters.getByRole('listitem')).toHaveText([
      'Category: Boats',
      'Quantity: ≥ 5',
      'Clear filters',
    ]);
    await filters.getByRole('button', { name: 'Quantity: ≥ 5' }).press('Enter');
    await expect.poll(() => names(page)).toHaveLength(4);
    await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
    await page
      .getByRole('dialog', { name: 'Filter by' })
      .getByRole('button', { name: 'Stock codes' })
      .press('Enter');
    await page.getByRole('radio', { name: 'Has no code' }).press('Space');
    await expect.poll(() => names(page)).toEqual(['Paddles', 'Spray decks']);
    await page.reload();
    await expect.poll(() => names(page)).toEqual(['Paddles', 'Spray decks']);
  });

  test('moves, widens, freezes and hides columns, which the address keeps', async ({ page }) => {
    await openHeading(page, 'Quantity');
    await panel(page, 'Quantity').getByRole('button', { name: 'Move left' }).press('Enter');
    await expect
      .poll(() => headings(page))
      .toEqual(
        expect.arrayContaining(
          ['Category', 'Quantity', 'Location'].map((name) => expect.stringContaining(name)),
        ),
      );
    const order = await headings(page);
    expect(order.indexOf('Quantity')).toBe(order.indexOf('Location') - 1);

    await openHeading(page, 'Location');
    await panel(page, 'Location').getByRole('button', { name: 'Hide' }).press('Enter');
    await expect(page.getByRole('columnheader', { name: 'Location' })).toBeHidden();
    await openHeading(page, 'SKU');
    const width = panel(page, 'SKU').getByRole('spinbutton', { name: 'Width' });
    await width.fill('300');
    await width.press('Enter');
    const sku = page.getByRole('columnheader', { name: 'SKU' });
    await expect.poll(async () => Math.round((await sku.boundingBox())?.width ?? 0)).toBe(300);
    await openHeading(page, 'Tracking');
    await panel(page, 'Tracking').getByRole('button', { name: 'Freeze up to here' }).press('Enter');

    const arranged = await headings(page);
    await page.reload();
    await expect(row(page, 'Van')).toBeVisible();
    expect(await headings(page)).toEqual(arranged);
    await page.getByRole('button', { name: 'View', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'All columns again' }).press('Enter');
    await expect(page.getByRole('columnheader', { name: 'Location' })).toBeAttached();
  });

  test('freezes and frees columns, turns a tablet, and keeps the focus through all of it', async ({
    page,
  }) => {
    for (const choice of ['Freeze up to here', 'Freeze none']) {
      await openHeading(page, 'Location');
      await panel(page, 'Location').getByRole('button', { name: choice }).press('Enter');
      await expect(page.getByRole('columnheader', { name: 'Location' })).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await expect(await cell(page, 'Kayak Lettmann', 'Location')).toBeFocused();
    }
    // Where there is little room, columns that were frozen slide, and others come first.
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const focused = page.locator(':focus');
    for (const width of [700, 390, 1440]) {
      const text = await focused.textContent();
      await page.setViewportSize({ width, height: 844 });
      await expect(focused).toHaveText(text ?? '');
      await expect(focused).toBeInViewport();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await expect(focused).toHaveText(text ?? '');
    }
  });

  test('groups equal units into one line beside bulk ones, opens it and edits inside', async ({
    page,
    axe,
  }) => {
    await openHeading(page, 'SKU');
    await panel(page, 'SKU').getByRole('button', { name: 'Group by this' }).press('Enter');
    const tree = page.getByRole('treegrid', { name: 'Inventory records' });
    const group = tree.getByRole('row').filter({ hasText: 'KAYAK 2 items' });
    await expect(group).toHaveAttribute('aria-expanded', 'false');
    await expect(tree.getByRole('row')).toHaveCount(SHOP.length - 1 + 2);
    await axe(page);

    await page.keyboard.press('Control+k');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(group).toHaveAttribute('aria-expanded', 'true');
    const prijon = tree.getByRole('row').filter({ hasText: 'Kayak Prijon' });
    await expect(prijon).toHaveAttribute('aria-level', '2');
    await page.reload();
    await expect(prijon).toBeVisible();

    await prijon.getByRole('gridcell', { name: 'Kayak Prijon' }).dblclick();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Kayak Prijon, red');
    await page.keyboard.press('Enter');
    await expect(tree.getByRole('row').filter({ hasText: 'Kayak Prijon, red' })).toBeVisible();
    const bulk = tree.getByRole('row').filter({ hasText: 'Paddles' });
    await bulk.getByRole('gridcell', { name: '40', exact: true }).click();
    await page.keyboard.type('+2');
    await page.keyboard.press('Enter');
    await expect(bulk.getByRole('gridcell', { name: '42', exact: true })).toBeVisible();
  });

  test('keeps it as a view, opens with it, and shares it', async ({ page, context }) => {
    await page.getByRole('radio', { name: 'Bulk' }).check();
    await expect.poll(() => names(page)).toEqual(['Paddles', 'Spray decks']);
    await page.getByRole('button', { name: 'View', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Save as a new view' }).press('Enter');
    const name = page.getByRole('textbox', { name: 'Name of the view' });
    await expect(name).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(name).toHaveAccessibleDescription(/cannot be empty/);
    await page.keyboard.type('Bulk stock');
    await page.getByRole('checkbox', { name: 'Share with everybody here' }).press('Space');
    await page.getByRole('checkbox', { name: 'Open the inventory with it' }).press('Space');
    await name.press('Enter');
    await expect(page.getByRole('button', { name: 'View: Bulk stock' })).toBeVisible();

    const second = await context.newPage();
    await openInventory(second);
    await expect(second).toHaveURL((url) => url.searchParams.get('tracking') === 'bulk');
    await expect.poll(() => names(second)).toEqual(['Paddles', 'Spray decks']);
    // From the second time on its rows are the first that are asked for, and the only ones.
    const asked: string[] = [];
    second.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname === '/api/records') asked.push(url.search);
    });
    await openInventory(second);
    await expect.poll(() => names(second)).toEqual(['Paddles', 'Spray decks']);
    expect(asked).toEqual(['?tracking=bulk&offset=0&limit=200']);
    await second.getByRole('button', { name: 'View: Bulk stock' }).press('Enter');
    await second.getByRole('button', { name: 'Plain table' }).press('Enter');
    await expect.poll(() => names(second)).toHaveLength(SHOP.length);
    await second.getByRole('button', { name: 'View', exact: true }).press('Enter');
    await second.getByRole('button', { name: 'Remove view Bulk stock' }).press('Enter');
    await expect(second.getByText('Set filters, order and columns as you need them')).toBeVisible();
    await openInventory(second);
    await expect.poll(() => names(second)).toHaveLength(SHOP.length);
  });

  test('marks a row that no longer fits, and lets it move on refresh', async ({ page }) => {
    await page.keyboard.press('Control+k');
    await search(page, 'kayak');
    await expect.poll(() => names(page)).toHaveLength(2);
    await (await cell(page, 'Kayak Prijon', 'Name')).dblclick();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Canoe');
    await page.keyboard.press('Enter');
    const canoe = row(page, 'Canoe');
    await expect(canoe).toHaveAccessibleDescription(/moves on refresh/);
    await page.getByRole('button', { name: 'Refresh the list' }).press('Enter');
    // Its SKU still has the word, so it stays in the list, now in its place.
    await expect.poll(() => names(page)).toEqual(['Canoe', 'Kayak Lettmann']);
    await expect(canoe).not.toHaveAccessibleDescription(/moves on refresh/);
  });
});

/** Opens what a heading offers. The focus must be in the table. */
async function openHeading(page: Page, column: string): Promise<void> {
  const heading = page.getByRole('columnheader', { name: column, exact: true });
  if (!(await table(page).or(page.getByRole('treegrid')).locator(':focus').isVisible()))
    await enterTable(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  const place = Number(await heading.getAttribute('aria-colindex'));
  for (let step = 1; step < place; step += 1) await page.keyboard.press('ArrowRight');
  await expect(heading).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
}

function panel(page: Page, column: string) {
  return page.getByRole('dialog', { name: column, exact: true });
}

async function headings(page: Page): Promise<string[]> {
  const found = await page.getByRole('columnheader').all();
  const placed = await Promise.all(
    found.map(async (one) => ({
      place: Number(await one.getAttribute('aria-colindex')),
      name: await one.locator('.grid-header-text').innerText(),
    })),
  );
  return placed.toSorted((one, other) => one.place - other.place).map(({ name }) => name);
}
