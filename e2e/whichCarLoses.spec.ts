import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import Papa from 'papaparse';
import { z } from 'zod';
import { colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { openInventory } from './support/table.ts';

const YEAR = new Date().getFullYear();
const GOOD = 'Dacia Duster M-GR 2041';
const BAD = 'Dacia Duster M-GR 2042';
const SKU = 'DACIA-DUSTER';

/** Two cars of one SKU, bought on the same day: one earns, the other stands in the garage. */
async function openTheBusiness(page: Page): Promise<void> {
  await openInventory(page);
  const shop = colleague(page);
  const car = { sku: SKU, category: 'Cars', location: 'Yard', quantity: 1, openedOn: `${YEAR - 2}-02-01` };
  const [good = '', bad = ''] = await shop.add([
    { ...car, name: GOOD, purchaseCost: { amount: 1_745_000, currency: 'EUR' } },
    { ...car, name: BAD, purchaseCost: { amount: 1_746_000, currency: 'EUR' } },
    { name: 'Ski poles', sku: 'POLE', quantity: 22, purchaseCost: { amount: 28_600, currency: 'EUR' } },
  ]);
  await shop.book(good, [
    { kind: 'rental', euro: 6200, on: `${YEAR - 1}-07-01` },
    { kind: 'rental', euro: 7100, on: `${YEAR}-01-01` },
    { kind: 'repair', euro: 120, on: `${YEAR}-01-01`, note: 'Wiper' },
  ]);
  await shop.book(bad, [
    { kind: 'rental', euro: 5000, on: `${YEAR - 1}-07-01` },
    { kind: 'repair', euro: 300, on: `${YEAR - 1}-08-01`, note: 'Exhaust' },
    { kind: 'rental', euro: 900, on: `${YEAR}-01-01` },
    { kind: 'repair', euro: 1450.5, on: `${YEAR}-01-01`, note: 'Gearbox' },
    { kind: 'repair', euro: 380, on: `${YEAR}-01-01`, note: 'Gearbox again' },
  ]);
}

const line = (page: Page, name: string) =>
  page
    .getByRole('table', { name: /^Report/ })
    .getByRole('row')
    .filter({ hasText: name });

test('A manager finds the losing car of two, opens its repairs, compares, exports and sends the address', async ({
  page,
  browser,
  baseURL,
  axe,
}) => {
  await openTheBusiness(page);
  await page.getByRole('link', { name: 'Profitability' }).press('Enter');

  // The two side by side, this year against the year before.
  await page.getByRole('button', { name: `Show the items of ${SKU}` }).press('Enter');
  await expect(line(page, GOOD)).toContainText('−4,270.00');
  await page.getByRole('combobox', { name: 'Period' }).selectOption('This year');
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('A year before');
  await expect(line(page, GOOD)).toContainText('6,980.00');
  await expect(line(page, BAD)).toContainText('−930.50');
  await expect(line(page, BAD)).toContainText('€4,100.00 less');
  await expect(line(page, BAD)).toContainText('€1,530.50 more');
  await axe(page);

  // What it cost, line by line; the address has it, Esc goes back to where the hands were.
  const cost = page.getByRole('button', { name: `Cost of ${BAD}: show what it is made of` });
  await cost.press('Enter');
  const behind = page.getByRole('dialog', { name: `Cost of ${BAD}` });
  await expect(behind.getByRole('row')).toHaveCount(3);
  await expect(behind.getByRole('status')).toHaveText('2 lines add up to €1,830.50');
  await expect(behind.getByRole('row', { name: /Gearbox again/ })).toContainText('€380.00');
  await axe(page);
  const sent = page.url();
  await page.keyboard.press('Escape');
  await expect(behind).toBeHidden();

  // A colleague opens the address and sees the same.
  const other = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const desk = await other.newPage();
  await desk.goto(sent);
  const same = desk.getByRole('dialog', { name: `Cost of ${BAD}` });
  await expect(same.getByRole('status')).toHaveText('2 lines add up to €1,830.50');
  await desk.keyboard.press('Escape');
  await expect(line(desk, BAD)).toHaveText((await line(page, BAD).textContent()) ?? 'no line');
  await other.close();
});

test('What is on the screen goes into files: lines in CSV, a workbook, a journal', async ({ page }) => {
  await openTheBusiness(page);
  await page.goto(`/profitability?by=record&q=Dacia&from=${YEAR}-01-01&to=${YEAR}-12-31&sort=profit`);
  await expect(line(page, BAD)).toBeVisible();

  const lines = parseCsv(await text(await take(page, 'Report as CSV')));
  const shown = await page
    .getByRole('table', { name: /^Report/ })
    .getByRole('row')
    .all();
  const onScreen = await Promise.all(shown.slice(1).map((one) => one.innerText()));
  expect(lines.map(({ label }) => label)).toEqual([BAD, GOOD, 'total']);
  expect(onScreen).toHaveLength(lines.length);
  lines.forEach(({ label, income, cost, profit }, index) => {
    const row = onScreen[index] ?? '';
    expect(row.toLowerCase()).toContain(label.toLowerCase());
    for (const amount of [income, cost, profit]) expect(row).toContain(asShown(Number(amount)));
  });

  const workbook = await bytes(await take(page, 'Report as XLSX'));
  expect([...workbook.subarray(0, 4)]).toEqual([0x50, 0x4b, 0x03, 0x04]);
  const journal = await text(await take(page, 'Whole ledger as a journal'));
  expect(journal).toContain('Gearbox again');
  expect(journal).toMatch(/1450\.50/);
});

test('The report prints on one page, with the total of all lines, also from a dark screen', async ({
  page,
}) => {
  await openTheBusiness(page);
  await colleague(page).add(
    Array.from({ length: 40 }, (_, index) => ({
      name: `Snow shoes with a name as long as people make them ${index + 1}`,
      quantity: 1,
      purchaseCost: { amount: 9000, currency: 'EUR' },
    })),
  );
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`/profitability?by=record&from=${YEAR}-01-01&to=${YEAR}-12-31&compare=year`);
  await expect(page.getByRole('region', { name: 'Best' })).toContainText(GOOD);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByText('The first 14 lines; the total is of all.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Total, 43 lines/ })).toBeVisible();
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(paper).toBe('rgb(255, 255, 255)');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

async function take(page: Page, name: string): Promise<Download> {
  await page.getByRole('button', { name: 'Export' }).press('Enter');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name }).press('Enter');
  const download = await coming;
  await page.keyboard.press('Escape');
  return download;
}

async function bytes(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

async function text(download: Download): Promise<string> {
  return (await bytes(download)).toString('utf8').replace(/^\uFEFF/, '');
}

const csvLine = z.object({ label: z.string(), income: z.string(), cost: z.string(), profit: z.string() });

function parseCsv(given: string) {
  return Papa.parse(given, { header: true, skipEmptyLines: true }).data.map((one) => csvLine.parse(one));
}

function asShown(amount: number): string {
  const digits = Math.abs(amount).toLocaleString('en-GB', { minimumFractionDigits: 2 });
  return amount < 0 ? `−${digits}` : digits;
}
