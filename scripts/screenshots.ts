/**
 * `npm run screenshots`: draws the pictures of the README from the running demo, so that they show what is there. The sample
 * is the same at every run; the hour is fixed, because the table says how long ago things changed.
 */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type Page, chromium } from '@playwright/test';
import { chromiumPath } from '../e2e/support/chromiumPath.ts';
import { serveFolder } from '../e2e/support/staticServer.ts';
import { runProgram } from './runProgram.ts';

interface Picture {
  name: string;
  size: { width: number; height: number };
  colorScheme: 'light' | 'dark';
  /** Where it starts, and what a person does until it looks like this. */
  address: string;
  show?: (page: Page) => Promise<void>;
}

const FOLDER = 'docs/screenshots';
const DESK = { width: 1440, height: 900 };

const PICTURES: readonly Picture[] = [
  { name: 'inventory', size: DESK, colorScheme: 'light', address: '/inventory', show: typeAQuantity },
  {
    name: 'drawer',
    size: DESK,
    colorScheme: 'light',
    address: '/inventory?sort=profit',
    show: openSecondCar,
  },
  { name: 'profitability', size: DESK, colorScheme: 'light', address: '/profitability' },
  { name: 'dark', size: DESK, colorScheme: 'dark', address: '/inventory?sort=profit' },
  {
    name: 'phone',
    size: { width: 390, height: 844 },
    colorScheme: 'light',
    address: '/inventory?q=helmet',
  },
];

const build = await runProgram('vite build --mode demo', { show: 'kept' });
if (build.exitCode !== 0) {
  console.error(build.output);
  process.exit(build.exitCode);
}
mkdirSync(FOLDER, { recursive: true });
const demo = await serveFolder('dist-demo');
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const picture of PICTURES) {
  const file = path.join(FOLDER, `${picture.name}.png`);
  await draw(browser, picture, file);
  console.log(`${file} (${Math.round(statSync(file).size / 1024)} kB)`);
}
await browser.close();
await demo.stop();

async function draw(
  from: Browser,
  { size, colorScheme, address, show }: Picture,
  file: string,
): Promise<void> {
  const context = await from.newContext({
    viewport: size,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime('2026-11-23T09:00:00Z');
  await page.goto(demo.url + address);
  const firstLine = page.getByRole('gridcell').or(page.getByRole('rowheader')).first();
  await firstLine.waitFor({ timeout: 60_000 });
  await show?.(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  await context.close();
}

/** The point of the table: the outcome is shown before it is committed. */
async function typeAQuantity(page: Page): Promise<void> {
  const poles = page.getByRole('row', { name: /Bike helmet Uvex Quatro, L/ });
  await poles.getByRole('gridcell', { name: '12', exact: true }).click();
  await page.keyboard.type('11');
  await page.getByRole('group', { name: 'Quantity' }).waitFor();
}

async function openSecondCar(page: Page): Promise<void> {
  await page.getByRole('gridcell', { name: /Duster.*2042/ }).click();
  await page.keyboard.press('Alt+Enter');
  await page.getByRole('dialog').getByRole('table').waitFor();
}
