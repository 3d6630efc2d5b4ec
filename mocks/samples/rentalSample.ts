import { checkImport, commitImport } from '#contract/imports.ts';
import { createRecords } from '#contract/records.ts';
import { YEARS, bookingsOf } from './bookings.ts';
import { DAILY_WORK } from './dailyWork.ts';
import type { Desk } from './desk.ts';
import { doWork } from './doWork.ts';
import { WRITTEN_LINES } from './ledgerLines.ts';
import { NEW_STOCK } from './newStock.ts';
import { PEOPLE } from './people.ts';
import { ledgerFile, recordsFile } from './shopFiles.ts';
import type { StockItem } from './stockItem.ts';
import { SUMMER_STOCK } from './summerStock.ts';
import { WINTER_STOCK } from './winterStock.ts';
import { YARD_STOCK } from './yardStock.ts';

/** When the shop brought in two years of its own files. */
const MOVED_AT = '2026-10-05T07:30:00.000Z';

const OLD_STOCK = [...WINTER_STOCK, ...SUMMER_STOCK, ...YARD_STOCK];

interface Step {
  at: string;
  take: (desk: Desk) => Promise<void>;
}

/**
 * Two years of a ski and bike rental, made the way a real one would make them: files brought in, then daily work. So
 * history, figures and totals are what the application itself wrote.
 */
export async function loadRental(desk: Desk): Promise<void> {
  await moveIn(desk);
  const steps = [...purchases(), ...dailyWork()].toSorted((left, right) => (left.at < right.at ? -1 : 1));
  for (const { take } of steps) await take(desk);
}

async function moveIn(desk: Desk): Promise<void> {
  desk.sit(PEOPLE.mira, MOVED_AT);
  const booked = OLD_STOCK.flatMap((item) => YEARS.flatMap((year) => bookingsOf(item, year)));
  const ledger = ledgerFile([...WRITTEN_LINES, ...booked], 'ledger-2024-2026.csv');
  const { id } = await desk.ask(checkImport, {
    body: { records: recordsFile(OLD_STOCK, 'inventory.csv'), ledger, takeSoldOut: 'yes' },
  });
  await desk.ask(commitImport, { params: { id }, body: { mode: 'all' } });
}

function dailyWork(): Step[] {
  return DAILY_WORK.map(({ at, who, what }) => ({
    at,
    take: async (desk) => {
      desk.sit(PEOPLE[who], at);
      await doWork(desk, what, at.slice(0, 10));
    },
  }));
}

/** What was bought on one day is entered in one go. */
function purchases(): Step[] {
  const itemsByDay = Map.groupBy(NEW_STOCK, ({ boughtOn }) => boughtOn);
  return [...itemsByDay].map(([day, items]) => {
    const at = `${day}T10:30:00.000Z`;
    return {
      at,
      take: async (desk) => {
        desk.sit(PEOPLE.hanna, at);
        await desk.ask(createRecords, { body: { records: items.map(draftOf) } });
      },
    };
  });
}

function draftOf({ name, sku, category, location, reference, quantity, codes, boughtOn, cost }: StockItem) {
  const price = cost === null ? {} : { purchaseCost: { amount: cost * 100, currency: 'EUR' } };
  return {
    name,
    sku,
    category,
    location,
    reference,
    quantity,
    codes: [...codes],
    openedOn: boughtOn,
    ...price,
  };
}
