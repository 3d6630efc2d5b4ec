import { colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { cell, enterTable, openInventory, row, search, table, walkTo } from './support/table.ts';

/** The demo makes its sample first. */
const START = { timeout: 30_000 };

test.describe('When there is nothing or it does not work', { tag: '@demo' }, () => {
  test('an empty inventory shows the two ways to begin', async ({ page }) => {
    await openInventory(page, '/?sample=empty');
    await expect(page.getByRole('heading', { name: 'Nothing is in stock yet' })).toBeVisible();
    await page.getByRole('button', { name: 'Import files' }).click();
    await expect(page.getByRole('heading', { name: 'Import' })).toBeVisible();
    await page.goBack();
    await page.getByRole('main').getByRole('button', { name: 'Add item' }).last().click();
    await expect(page.getByRole('dialog', { name: 'Add an item' })).toBeVisible();
  });

  test('a search without a match says so and can be cleared', async ({ page }) => {
    await openInventory(page);
    await search(page, 'nothing has this name');
    await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await expect(table(page)).toBeVisible();
    await expect(page).toHaveURL((url) => !url.searchParams.has('q'));
  });

  test('a slow server: loading is said, then the table comes', async ({ page }) => {
    await page.goto('/?sample=slow');
    await expect(page.getByRole('status').filter({ hasText: 'Loading…' })).toBeVisible(START);
    await expect(table(page)).toBeVisible();
  });

  test('a failing server: said for the list and for a record, each with a way to try again', async ({
    page,
    consoleGuard,
  }) => {
    consoleGuard.allow(/status of 500 .*\/api\/(?:records|figures|history|entries)/);
    await openInventory(page, '/?sample=failing');
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('The inventory could not be loaded');
    await expect(alert).toContainText('The server met an error. Nothing was changed; try again.');
    await alert.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(alert).toContainText('The inventory could not be loaded');

    await page.goto('/inventory/any-record/ledger');
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('alert')).toContainText('The record could not be loaded', START);
    await expect(drawer.getByRole('button', { name: 'Try again' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  });

  test('no server at all: said, with a way to try again', async ({ page, consoleGuard }) => {
    consoleGuard.allow(/net::ERR_FAILED .*\/api\//);
    await page.goto('/?sample=offline');
    await expect(page.getByRole('heading', { name: 'Granary could not start' })).toBeVisible(START);
    await expect(page.getByText('The server did not answer. Nothing you typed is lost')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect(page.getByText('No connection to the server.')).toBeVisible();
  });

  test('who may only look sees no money and is told who may change things', async ({ page }) => {
    await openInventory(page, '/?sample=viewer');
    await expect(table(page)).toBeVisible();
    await expect(table(page).getByRole('columnheader', { name: /Profit/ })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Sold at a loss' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Add item' })).toHaveAttribute('aria-disabled', 'true');
    await enterTable(page);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ask a staff member; your role does not allow this.').first()).toBeVisible();
    await page.keyboard.press('Alt+Enter');
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByText('Income, costs and profit are open to managers.')).toBeVisible();
    await expect(drawer.getByText('The ledger is open to staff and managers.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Import' }).click();
    await expect(page.getByRole('heading', { name: 'This is not open to your role' })).toBeVisible();
    await expect(page.getByText('Bringing in files is a manager’s.')).toBeVisible();
  });

  test('a link to figures that a role may not see says so, and the way back is one press', async ({
    page,
    consoleGuard,
  }) => {
    consoleGuard.allow(/status of 403 .*\/api\/records\?/);
    await openInventory(page, '/inventory?sample=viewer&income=gt:0&profit=lt:0');
    await expect(page.getByRole('heading', { name: 'This is not open to your role' })).toBeVisible();
    await page.getByRole('button', { name: 'Sold at a loss' }).press('Enter');
    await expect(table(page)).toBeVisible();
  });

  test('staff books upkeep, and is told whose the rest is', async ({ page }) => {
    await openInventory(page, '/?sample=staff');
    await expect(table(page)).toBeVisible();
    await enterTable(page);
    await page.keyboard.press('Alt+Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Add cost or income' }).click();
    await expect(drawer.getByRole('combobox', { name: 'Kind' })).toHaveValue('repair');
    await expect(drawer.getByText(/Income, purchases and insurance are a manager’s/)).toBeVisible();
  });
});

test.describe('When the network goes away and comes back', () => {
  test('a quantity and an entry typed meanwhile are kept, and written once', async ({
    page,
    context,
    consoleGuard,
  }) => {
    consoleGuard.allow(/net::ERR_INTERNET_DISCONNECTED/);
    await openInventory(page);
    const [id = ''] = await colleague(page).add([{ name: 'Plover poles', quantity: 50 }]);
    await search(page, 'plover');
    await expect(row(page, 'Plover poles')).toBeVisible();
    await enterTable(page);
    await walkTo(page, 'Plover poles', 'Quantity');

    await context.setOffline(true);
    await page.keyboard.type('+5');
    await page.keyboard.press('Enter');
    await expect(await cell(page, 'Plover poles', 'Quantity')).toHaveText('55');
    await expect(page.getByText('No connection to the server. What you typed is kept')).toBeVisible();

    await context.setOffline(false);
    await expect(page.getByText('No connection to the server.')).toBeHidden();
    await expect
      .poll(() => colleague(page).read(`/api/records/${id}`))
      .toMatchObject({ quantity: 55, version: 2 });

    await walkTo(page, 'Plover poles', 'Name');
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('button', { name: 'Add cost or income' }).click();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('Repair');
    await page.getByRole('textbox', { name: 'Amount, EUR' }).fill('85');
    await context.setOffline(true);
    await page.getByRole('textbox', { name: 'Note' }).fill('New tips');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Nothing you typed is lost');
    await expect(page.getByRole('textbox', { name: 'Amount, EUR' })).toHaveValue('85');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('row', { name: /Repair New tips.*−85\.00/ })).toHaveCount(1);
  });
});
