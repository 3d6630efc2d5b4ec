import { burst } from './support/burst.ts';
import { type Stock, colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import {
  cell,
  enterTable,
  names,
  openInventory,
  row,
  search,
  table,
  total,
  walkTo,
} from './support/table.ts';
import { unreliableLine } from './support/unreliableLine.ts';

/** A few of what the demo's shop has: the two cars, and what else answers to the same searches. */
const SHOP: readonly Stock[] = [
  item('Dacia Duster 4x4 M-GR 2041', {
    category: 'Cars',
    location: 'Yard',
    sku: 'DACIA-DUSTER',
    euro: 17_450,
  }),
  item('Dacia Duster 4x4 M-GR 2042', {
    category: 'Cars',
    location: 'Yard',
    sku: 'DACIA-DUSTER',
    euro: 17_460,
  }),
  item('VW Transporter M-GR 2050', { category: 'Cars', location: 'Yard', sku: 'VW-T61', euro: 19_400 }),
  item('Trailer Humbaur 750', { category: 'Cars', location: 'Yard', sku: 'HUMBAUR-750', euro: 1180 }),
  item('Ski poles 110 cm', { category: 'Poles', location: 'Pole rack', sku: 'LEKI-POLE', euro: 286 }, 22),
];

/** What a search for them leaves. They are in the whole list too, but not in the same rows. */
const DUSTERS = ['Dacia Duster 4x4 M-GR 2041', 'Dacia Duster 4x4 M-GR 2042'];

test.describe('A person finds something and comes back to it', { tag: '@core' }, () => {
  test.beforeEach(async ({ page, target }) => {
    await openInventory(page);
    if (target === 'server') await colleague(page).add(SHOP);
  });

  test('search, filter, order and the row are in the address: reload and Back show the same', async ({
    page,
  }) => {
    await search(page, 'm-gr');
    await expect(row(page, 'VW Transporter M-GR 2050')).toBeVisible();
    await page.getByRole('radio', { name: 'Serialized' }).check();
    await table(page).getByRole('columnheader', { name: 'Name' }).click();
    await expect(page).toHaveURL((url) => url.searchParams.get('sort') === '-name');
    const shown = ['VW Transporter M-GR 2050', 'Dacia Duster 4x4 M-GR 2042', 'Dacia Duster 4x4 M-GR 2041'];
    await expect.poll(() => names(page)).toEqual(shown);
    await expect(await total(page, 'Quantity')).toHaveText('3');

    await page.reload();
    await expect(row(page, shown[0] ?? '')).toBeVisible({ timeout: 30_000 });
    expect(await names(page)).toEqual(shown);
    await expect(page.getByRole('radio', { name: 'Serialized' })).toBeChecked();
    await expect(table(page).getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );

    await page.goBack();
    await expect.poll(() => names(page)).toEqual(shown.toReversed());
    await page.goBack();
    await expect(page.getByRole('radio', { name: 'All' })).toBeChecked();
    await page.goBack();
    await expect(page.getByRole('textbox', { name: /^Search names/ })).toHaveValue('');
  });

  test('records are walked with the drawer open, and Back leads to the table', async ({ page }) => {
    await search(page, 'duster');
    await expect.poll(() => names(page)).toEqual(DUSTERS);
    await page.keyboard.press('Enter');
    await walkTo(page, 'Dacia Duster 4x4 M-GR 2041', 'Name');
    await page.keyboard.press('Alt+Enter');
    const drawer = page.getByRole('dialog');
    await expect(drawer).toHaveAccessibleName('Dacia Duster 4x4 M-GR 2041');
    await page.keyboard.press('Alt+ArrowDown');
    await expect(drawer).toHaveAccessibleName('Dacia Duster 4x4 M-GR 2042');
    // The last one stays when there is none after it.
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(drawer).toHaveAccessibleName('Dacia Duster 4x4 M-GR 2041');
    await page.keyboard.press('ArrowDown');
    await expect(drawer).toHaveAccessibleName('Dacia Duster 4x4 M-GR 2042');
    await page.goBack();
    await expect(drawer).toBeHidden();
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === 'duster');
    await expect(await cell(page, 'Dacia Duster 4x4 M-GR 2042', 'Name')).toBeVisible();
  });

  test('a link shows a colleague the same record over the same list', async ({ page, context }) => {
    await search(page, 'duster');
    await expect.poll(() => names(page)).toEqual(DUSTERS);
    await page.keyboard.press('Enter');
    await walkTo(page, 'Dacia Duster 4x4 M-GR 2042', 'Name');
    await page.keyboard.press('Alt+Enter');
    await expect(page.getByRole('dialog')).toHaveAccessibleName('Dacia Duster 4x4 M-GR 2042');
    await page.getByRole('dialog').getByRole('button', { name: 'History' }).press('Enter');
    await expect(page).toHaveURL((url) => url.pathname.endsWith('/history'));

    const colleaguesPage = await context.newPage();
    await colleaguesPage.goto(page.url());
    const drawer = colleaguesPage.getByRole('dialog');
    await expect(drawer).toHaveAccessibleName('Dacia Duster 4x4 M-GR 2042', { timeout: 30_000 });
    await expect(drawer.getByRole('button', { name: 'History' })).toHaveAttribute('aria-current', 'page');
    await expect(row(colleaguesPage, 'Dacia Duster 4x4 M-GR 2042')).toBeAttached();
    await colleaguesPage.keyboard.press('Escape');
    await expect(await cell(colleaguesPage, 'Dacia Duster 4x4 M-GR 2042', 'Name')).toBeFocused();
    expect(await names(colleaguesPage)).toEqual(DUSTERS);
  });
});

test('typing in the search waits for nobody: only the newest question is answered, and Back undoes the whole word', async ({
  page,
  baseURL,
  consoleGuard,
}) => {
  consoleGuard.allow(/Failed to load resource/);
  const line = await unreliableLine(baseURL ?? '');
  await openInventory(page, line.url);
  await colleague(page).add(SHOP);
  await page.reload();
  await expect(row(page, 'Ski poles 110 cm')).toBeVisible();
  const answered: string[] = [];
  const asked: string[] = [];
  page.on('request', (request) => asked.push(...searchedIn(request.url())));
  page.on('requestfinished', (request) => answered.push(...searchedIn(request.url())));

  const field = page.getByRole('textbox', { name: /^Search names/ });
  const entries = await page.evaluate(() => window.history.length);
  await page.keyboard.press('Control+k');
  const drawn = page.evaluate(rowsByFrame, 2);
  await burst(await page.context().newCDPSession(page), 'duster');
  await expect(field).toHaveValue('duster');
  // The rows before stay until the new ones are there.
  expect(await drawn).toEqual([5, 2]);
  expect(await names(page)).toEqual(DUSTERS);
  expect(asked[0]).toBe('d');
  expect(answered).toEqual(['duster']);
  expect(await page.evaluate(() => window.history.length)).toBe(entries + 1);
  await page.goBack();
  await expect(row(page, 'Ski poles 110 cm')).toBeVisible();
  await expect(field).toHaveValue('');
  await line.stop();
});

test('Back to a shorter list, from a row that it does not have: the focus stays in the table', async ({
  page,
}) => {
  await openInventory(page);
  await colleague(page).add(
    ['Wigeon rope', 'Wigeon net', 'Wigeon rod'].map((name, place) => ({
      name,
      quantity: place === 0 ? 9 : 1,
    })),
  );
  await openInventory(page, '/inventory?q=wigeon&tracking=bulk');
  await expect(row(page, 'Wigeon rope')).toBeVisible();
  await page.getByRole('radio', { name: 'All' }).check();
  await expect(row(page, 'Wigeon net')).toBeVisible();
  await enterTable(page);
  await page.keyboard.press('Control+End');
  await expect(row(page, 'Wigeon rope').locator(':focus')).toBeVisible();
  await page.goBack();
  await expect(row(page, 'Wigeon net')).toHaveCount(0);
  await expect(table(page).locator(':focus')).toBeVisible();
});

test('an address that leads nowhere says so and shows the way', async ({ page }) => {
  await page.goto('/somewhere');
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the inventory' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is in stock yet' })).toBeVisible();
});

function item(
  name: string,
  { euro, ...labels }: Omit<Stock, 'name' | 'quantity'> & { euro: number },
  quantity = 1,
): Stock {
  return { name, quantity, ...labels, purchaseCost: { amount: euro * 100, currency: 'EUR' } };
}

/** What a request of rows searches for, if it does. */
function searchedIn(url: string): string[] {
  const { pathname, searchParams } = new URL(url);
  const q = searchParams.get('q');
  return pathname === '/api/records' && q !== null ? [q] : [];
}

/** Runs in the page: how many rows were drawn, each time that changed, until there are so many. */
async function rowsByFrame(last: number): Promise<number[]> {
  const counts: number[] = [];
  while (counts.at(-1) !== last) {
    const count = document.querySelectorAll('.grid-body [role="row"]:not([aria-busy])').length;
    if (count !== counts.at(-1)) counts.push(count);
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
  return counts;
}
