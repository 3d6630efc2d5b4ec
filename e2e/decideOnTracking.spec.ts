import { colleague } from './support/colleague.ts';
import { expect, test } from './support/fixtures.ts';
import { openInventory } from './support/table.ts';

const YEAR = new Date().getFullYear();
const euro = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });
const ON = `${YEAR - 1}-02-01`;

test('Advice on tracking says why in figures and opens the preview of the conversion', async ({
  page,
  axe,
}) => {
  await openInventory(page);
  const shop = colleague(page);
  const one = { quantity: 1, openedOn: ON };
  const [hammers = ''] = await shop.add([
    { name: 'Rotary hammer', sku: 'TE-30', quantity: 8, openedOn: ON, purchaseCost: euro(7200) },
    ...Array.from({ length: 9 }, (_, index) => ({
      ...{ ...one, name: `Mountain bike ${index + 1}`, sku: 'BIKE', purchaseCost: euro(800) },
    })),
    ...Array.from({ length: 6 }, (_, index) => ({
      ...{ ...one, name: `Camping lamp ${index + 1}`, sku: 'LAMP', purchaseCost: euro(19) },
    })),
  ]);
  await shop.book(
    hammers,
    [1, 2, 3].map((month) => ({ kind: 'repair', euro: 90, on: `${YEAR - 1}-0${month + 2}-01` })),
  );
  await page.goto('/profitability');
  await page.getByRole('button', { name: 'Tracking advice' }).press('Enter');
  const serialize = page.getByRole('region', { name: 'Deserve serials' });
  await expect(serialize).toContainText('One unit cost €900.00; what has a serial typically cost €800.00');
  await expect(serialize).toContainText('Repaired 3 times for €270.00');
  const pool = page.getByRole('region', { name: 'Not worth the attention' });
  await expect(pool).toContainText('Nothing was booked on any of the 6 units');
  await axe(page);

  await serialize.getByRole('button', { name: /^Serialize Rotary hammer/ }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Serialize Rotary hammer' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/show=advice/);
  await pool.getByRole('button', { name: /^Pool the units of LAMP/ }).press('Enter');
  const window = page.getByRole('dialog', { name: /Pool/ });
  await expect(window).toContainText('Camping lamp 6');
  await window.getByRole('button', { name: /^Pool 6/ }).click();
  await expect(window).toBeHidden();
  await page.goto('/profitability?show=advice');
  await expect(pool).toContainText('Every unit with a serial earns it');
});

test('Two readings give the cost of a kilometre; one that runs backwards is refused at its field', async ({
  page,
  axe,
  consoleGuard,
}) => {
  consoleGuard.allow(/409 \(Conflict\)/);
  await openInventory(page);
  const shop = colleague(page);
  const [van = ''] = await shop.add([
    { name: 'Van', sku: 'VAN', quantity: 1, openedOn: ON, purchaseCost: euro(24_000) },
  ]);
  await shop.book(van, [{ kind: 'repair', euro: 500, on: `${YEAR - 1}-06-01` }]);
  await page.goto(`/inventory/${van}/use`);
  const drawer = page.getByRole('dialog', { name: 'Van' });
  await expect(drawer.getByText('No meter was read yet')).toBeVisible();
  const read = async (value: string, on: string) => {
    await drawer.getByRole('button', { name: 'Add a reading' }).press('Enter');
    await drawer.getByLabel('Day').fill(on);
    await drawer.getByRole('textbox', { name: 'Reading' }).fill(value);
    await page.keyboard.press('Enter');
  };
  await read('10 000', `${YEAR - 1}-03-01`);
  await expect(drawer.getByRole('cell', { name: '10,000 km', exact: true })).toBeVisible();
  await read('14000', `${YEAR - 1}-09-01`);
  await expect(drawer.getByRole('cell', { name: '14,000 km', exact: true })).toBeVisible();
  await expect(drawer.getByText('€0.13', { exact: true })).toBeVisible();

  await read('12000', `${YEAR - 1}-10-01`);
  await expect(drawer.getByText(/it showed 14,000 before/)).toBeVisible();
  await expect(drawer.getByRole('textbox', { name: 'Reading' })).toBeFocused();
  await axe(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('15000');
  await expect(drawer.getByText(/^1,000 km more than on/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(drawer.getByText('€0.10', { exact: true })).toBeVisible();

  await drawer.getByRole('button', { name: /^Void the reading 15,000 km/ }).press('Enter');
  await page.keyboard.type('Other van');
  await page.keyboard.press('Enter');
  await expect(drawer.getByText('voided')).toBeVisible();
  await expect(drawer.getByText('€0.13', { exact: true })).toBeVisible();
});

test('A life of a SKU shows what it would mean, then stands beside cash profit, and can be put back', async ({
  page,
  axe,
}) => {
  await openInventory(page);
  const bought = `${YEAR - 1}-01-01`;
  await colleague(page).add([
    { name: 'Van', sku: 'VAN', quantity: 1, openedOn: bought, purchaseCost: euro(24_000) },
  ]);
  await page.goto('/profitability');
  await expect(page.getByRole('columnheader', { name: 'Book value', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Value over time of VAN' }).press('Enter');
  const editor = page.getByRole('dialog', { name: 'Value over time of VAN' });
  await expect(editor).toContainText('Off: no life is set');
  await editor.getByRole('textbox', { name: 'Life in months' }).fill('0');
  await page.keyboard.press('Enter');
  await expect(editor.getByText('Whole months, 1 to 1,200.')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('120');
  await editor.getByRole('textbox', { name: /^Left at the end/ }).fill('25');
  await expect(editor.getByRole('region', { name: 'What it would mean' })).toContainText('€6,000.00');
  const meant = editor.getByRole('definition').first();
  const value = (await meant.textContent()) ?? 'no value';
  await axe(page);
  await page.keyboard.press('Enter');
  await expect(editor.getByText('Saved for VAN.', { exact: false })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Book value', exact: true })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Profit with book value' })).toBeVisible();
  await expect(page.getByRole('row', { name: /VAN/ })).toContainText(value.replace('€', ''));

  await page.getByRole('button', { name: 'Value over time of VAN' }).press('Enter');
  await editor.getByRole('button', { name: 'Switch off' }).press('Enter');
  await expect(editor.getByText('Switched off for VAN.', { exact: false })).toBeVisible();
  await editor.getByRole('button', { name: 'Put back what it was' }).press('Enter');
  await expect(editor.getByText('120 months', { exact: false })).toBeVisible();
});
