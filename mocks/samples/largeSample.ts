import { checkImport, commitImport } from '#contract/imports.ts';
import type { Desk } from './desk.ts';
import type { LedgerLine } from './ledgerLines.ts';
import { mulberry32, pick } from './mulberry32.ts';
import { PEOPLE } from './people.ts';
import { ledgerFile, recordsFile } from './shopFiles.ts';
import type { StockItem } from './stockItem.ts';

export const LARGE_COUNT = 10_000;

const MOVED_AT = '2026-11-20T08:00:00.000Z';
const THINGS = [
  ['Slalom ski', 'Skis', 340],
  ['Touring boot', 'Boots', 290],
  ['Mountain bike', 'Bikes', 820],
  ['E-bike', 'E-bikes', 2600],
  ['Action camera', 'Cameras', 330],
  ['Ski helmet', 'Helmets', 40],
  ['Carbon pole', 'Poles', 35],
  ['Cordless drill', 'Tools', 180],
  ['Extension cable', 'Cables', 25],
] as const;

/** Ten thousand records, to see the table under load: one in twelve is bulk, every third one has earned something. */
export async function loadLarge(desk: Desk): Promise<void> {
  desk.sit(PEOPLE.mira, MOVED_AT);
  const random = mulberry32(10_000);
  const items = Array.from({ length: LARGE_COUNT }, (_, index) => itemAt(index, random));
  const records = recordsFile(items, 'inventory.csv');
  const lines = items.filter((_, index) => index % 3 === 0).map((item) => lineOf(item, random));
  const { id } = await desk.ask(checkImport, {
    body: { records, ledger: ledgerFile(lines, 'bookings.csv') },
  });
  await desk.ask(commitImport, { params: { id }, body: { mode: 'all' } });
}

function itemAt(index: number, random: () => number): StockItem {
  const [name, category, price] = pick(random, THINGS);
  const number = String(index + 1).padStart(5, '0');
  const quantity = index % 12 === 0 ? 2 + Math.floor(random() * 60) : 1;
  return {
    reference: `L-${number}`,
    name: `${name} ${number}`,
    sku: `${category.toUpperCase()}-${index % 40}`,
    category,
    location: `Aisle ${1 + (index % 25)}`,
    quantity,
    codes: [`L${number}`],
    boughtOn: `2025-${String(1 + (index % 12)).padStart(2, '0')}-15`,
    cost: index % 50 === 0 ? null : quantity * price,
    supplier: '',
    rental: null,
    care: null,
  };
}

function lineOf({ reference, quantity }: StockItem, random: () => number): LedgerLine {
  const date = `2026-${String(1 + Math.floor(random() * 10)).padStart(2, '0')}-10`;
  return {
    reference,
    kind: 'rental',
    date,
    cents: quantity * (1000 + Math.floor(random() * 60_000)),
    counterparty: '',
    note: '',
  };
}
