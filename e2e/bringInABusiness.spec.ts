import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { hasSharedData, readShared } from '../server/testing/sharedData.ts';
import { expect, test } from './support/fixtures.ts';
import { cell, openInventory, search, table, total } from './support/table.ts';

const BUSINESS = '01-knoedler-resale';

/** What `truths.json` beside the files says, as the table writes it. */
const ALL = {
  Name: '3,713 items',
  Quantity: '3,875',
  'Stock codes': '3,992 codes',
  'Income, USD': '20,835,239.04',
  'Cost, USD': '12,977,496.03',
  'Profit, USD': '7,857,743.01',
};
const SERIALIZED = {
  Name: '3,605 items',
  Quantity: '3,605',
  'Income, USD': '19,807,209.27',
  'Cost, USD': '12,436,198.97',
};
const BULK = {
  Name: '108 items',
  Quantity: '270',
  'Income, USD': '1,028,029.77',
  'Cost, USD': '541,297.06',
};

test.describe('A person brings in a real business', () => {
  test.skip(!hasSharedData(BUSINESS), `../shared/data/${BUSINESS} is not there`);

  test('and the table’s bottom line tells what it bought, sold and earned', async ({ page }) => {
    // A whole business, twice.
    test.slow();
    await choose(page, {
      records: { name: 'records-usd.csv', buffer: readShared(`${BUSINESS}/records-usd.csv`) },
      ledger: { name: 'ledger-usd.csv', buffer: readShared(`${BUSINESS}/ledger-usd.csv`) },
    });
    await test.step('the report says what will be added before anything is written', async () => {
      await page.getByRole('button', { name: 'Check the files' }).click();
      await expect(page.getByRole('heading', { name: 'Ready to bring in' })).toBeVisible({ timeout: 30_000 });
      const report = page.getByRole('region', { name: 'What will be added' });
      for (const [label, figure] of [
        ['Records', '3,713'],
        ['Serialized', '3,605'],
        ['Bulk', '108'],
        ['Units', '3,875'],
        ['Stock codes', '3,992'],
        ['Cost', '$12,977,496.03'],
        ['Income', '$20,835,239.04'],
        ['Income − cost', '$7,857,743.01'],
      ]) {
        await expect(report.getByText(`${label}${figure}`, { exact: true })).toBeVisible();
      }
      await page.reload();
      await page.getByRole('button', { name: 'Bring in everything' }).click();
      await expect(page.getByRole('heading', { name: 'Everything is in' })).toBeVisible({ timeout: 60_000 });
      await page.getByRole('button', { name: 'Open the inventory' }).click();
    });

    await expectTotals(page, ALL);
    await page.getByRole('radio', { name: 'Serialized' }).check();
    await expectTotals(page, SERIALIZED);
    await page.getByRole('radio', { name: 'Bulk' }).check();
    await expectTotals(page, BULK);
    await page.getByRole('radio', { name: 'All' }).check();

    await test.step('what was sold at a loss is one key away, and stays in the address', async () => {
      const loss = page.getByRole('button', { name: 'Sold at a loss' });
      await loss.press('Enter');
      await expect(loss).toHaveAttribute('aria-pressed', 'true');
      await expectTotals(page, { Name: '631 items' });
      await table(page).getByRole('columnheader', { name: 'Profit, USD' }).click();
      await table(page).getByRole('columnheader', { name: 'Profit, USD' }).click();
      await expect(page).toHaveURL((url) => url.searchParams.get('sort') === 'profit');
      await page.reload();
      await expectTotals(page, { Name: '631 items' });
      await page.getByRole('radio', { name: 'Bulk' }).check();
      await expectTotals(page, { Name: '5 items' });
      await page.goBack();
      await expectTotals(page, { Name: '631 items' });
      await expect(loss).toHaveAttribute('aria-pressed', 'true');
      await loss.press('Enter');
      await expectTotals(page, ALL);
    });

    await test.step('one item is found by its stock code, with its own ledger', async () => {
      await search(page, 'KP-35730');
      await expectTotals(page, { Name: '1 item', 'Profit, USD': '−142,500.00' });
    });
  });

  test('with the tick, sales take units out of stock and the money is the same', async ({ page }) => {
    await choose(page, {
      records: { name: 'records-usd.csv', buffer: readShared(`${BUSINESS}/records-usd.csv`) },
      ledger: { name: 'ledger-usd.csv', buffer: readShared(`${BUSINESS}/ledger-usd.csv`) },
    });
    await page.getByRole('checkbox', { name: 'Sales take their units out of stock' }).check();
    await page.getByRole('button', { name: 'Check the files' }).click();
    await expect(page.getByRole('heading', { name: 'Ready to bring in' })).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Bring in everything' }).click();
    await expect(page.getByRole('heading', { name: 'Everything is in' })).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Open the inventory' }).click();
    // Three are noted as unsold: they stay.
    await expectTotals(page, { ...ALL, Quantity: '3' });
    await page.getByRole('radio', { name: 'Closed' }).check();
    await expectTotals(page, { Name: '3,710 items', Quantity: '0' });
  });
});

test.describe('A person brings in a file with faults', () => {
  const RECORDS = [
    'record_id,name,quantity,stock_codes,purchase_cost,currency',
    'R1,Ski poles,50,P-001,250.00,EUR',
    'R2,,1,B-001,80.00,EUR',
    'R3,Touring bike,1.5,B-002,900.00,EUR',
    'R4,Road bike,1,P-001,1200.00,EUR',
    'R5,Helmet,4,H-001,12.345,EUR',
    'R6,Tent,2,T-001,300.00,EUR',
  ].join('\n');

  test('each bad line is named with its reason, and nothing is written until the valid part is taken', async ({
    page,
  }) => {
    await choose(page, { records: { name: 'stock.csv', buffer: Buffer.from(RECORDS) } });
    await page.getByRole('button', { name: 'Check the files' }).click();
    await expect(page.getByRole('heading', { name: '4 lines need attention' })).toBeVisible();
    const faults = page.getByRole('region', { name: 'Lines with a fault' }).getByRole('table');
    for (const [line, column, given] of [
      ['3', 'name', ''],
      ['4', 'quantity', '1.5'],
      ['5', 'stock_codes', 'P-001'],
      ['6', 'purchase_cost', '12.345'],
    ] as const) {
      const fault = faults
        .getByRole('row')
        .filter({ has: page.getByRole('cell', { name: line, exact: true }) });
      await expect(fault).toContainText(column);
      await expect(fault).toContainText(given);
      await expect(fault.getByRole('cell').last()).not.toBeEmpty();
    }
    await expect(page.getByRole('button', { name: 'Bring in everything' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );

    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the failed lines (Records)' }).click();
    const download = await downloading;
    const failedLines = readFileSync(await download.path(), 'utf8');
    expect(failedLines).toContain('R3,Touring bike,1.5');
    expect(failedLines).not.toContain('R1,');
    expect(failedLines.trim().split('\n')).toHaveLength(5);

    const address = page.url();
    await page.getByRole('link', { name: 'Inventory' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing is in stock yet' })).toBeVisible();
    await page.goto(address);
    await page.getByRole('button', { name: 'Bring in the valid part' }).click();
    await expect(page.getByRole('heading', { name: 'Everything is in' })).toBeVisible();
    await page.getByRole('button', { name: 'Open the inventory' }).click();
    await expectTotals(page, { Name: '2 items', Quantity: '52', 'Cost, EUR': '550.00' });
    await expect(await cell(page, 'Ski poles', 'Tracking')).toHaveText('Bulk');
  });

  test('discarded, it leaves nothing behind', async ({ page }) => {
    await choose(page, { records: { name: 'stock.csv', buffer: Buffer.from(RECORDS) } });
    await page.getByRole('button', { name: 'Check the files' }).click();
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByRole('heading', { name: 'Import' })).toBeVisible();
    await page.getByRole('link', { name: 'Inventory' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing is in stock yet' })).toBeVisible();
  });

  test('what is no CSV is refused where it was dropped', async ({ page }) => {
    await choose(page, { records: { name: 'photo.png', buffer: Buffer.from('PNG') } });
    await expect(page.getByRole('alert')).toHaveText('“photo.png” is not a CSV or text file.');
    await expect(page.getByRole('button', { name: 'Check the files' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });
});

interface Chosen {
  name: string;
  buffer: Buffer;
}

async function choose(page: Page, files: { records: Chosen; ledger?: Chosen }): Promise<void> {
  await openInventory(page);
  await page.getByRole('link', { name: 'Import' }).click();
  for (const [label, file] of [
    [/^Records/, files.records],
    [/^Ledger/, files.ledger],
  ] as const) {
    if (!file) continue;
    await page.getByLabel(label).setInputFiles({ ...file, mimeType: 'text/csv' });
  }
}

async function expectTotals(page: Page, totals: Readonly<Record<string, string>>): Promise<void> {
  await expect(table(page)).toBeVisible();
  for (const [column, text] of Object.entries(totals))
    await expect(await total(page, column)).toHaveText(text);
}
