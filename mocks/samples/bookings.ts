import { ABSENT, type LedgerLine } from './ledgerLines.ts';
import { mulberry32, pick, seedOf } from './mulberry32.ts';
import type { Season, StockItem } from './stockItem.ts';

/** The days of one business year in which things of each season go out. */
export type Year = Readonly<Record<Season, { from: string; to: string }>>;

export const YEARS: readonly [Year, Year] = [
  {
    winter: { from: '2024-12-14', to: '2025-04-12' },
    summer: { from: '2025-05-01', to: '2025-09-28' },
    year: { from: '2024-12-02', to: '2025-09-30' },
  },
  {
    winter: { from: '2025-12-13', to: '2026-04-11' },
    summer: { from: '2026-05-01', to: '2026-09-27' },
    year: { from: '2025-10-01', to: '2026-09-30' },
  },
];

const DAYS_OUT = [1, 2, 3, 3, 4, 5, 6, 7, 7, 7] as const;
const CUSTOMERS = [
  '',
  '',
  '',
  '',
  'Hotel Post',
  'Pension Alpenblick',
  'Familie Novak',
  'Alpine School',
  'Club 1881',
  'Walk-in',
] as const;

/** What a thing was rented for and what its upkeep cost in one year. Made up, but the same each time. */
export function bookingsOf(item: StockItem, year: Year): LedgerLine[] {
  const random = mulberry32(seedOf(`${item.reference} ${year.year.from}`));
  const season = item.rental?.season ?? 'year';
  const { from, to } = year[season];
  const first = item.boughtOn > from ? item.boughtOn : from;
  if (first > to) return [];
  const trips = Math.round((item.rental?.trips ?? 0) * (0.75 + random() * 0.5));
  const lines: (LedgerLine | null)[] = [];
  for (let trip = 0; trip < trips; trip += 1)
    lines.push(rentalLine(item, { random, date: someDay(random, { first, to }) }));
  for (let time = 0; time < (item.care?.times ?? 0); time += 1)
    lines.push(careLine(item, someDay(random, { first, to })));
  return lines.flatMap((line) => (line && !isAbsent(line.reference, line.date) ? line : []));
}

function rentalLine(
  { reference, rental }: StockItem,
  { random, date }: { random: () => number; date: string },
): LedgerLine | null {
  if (!rental) return null;
  const days = pick(random, DAYS_OUT);
  const units = 1 + Math.floor(random() * rental.units);
  // Who stays longer pays less a day.
  const percent = days >= 5 ? 80 : days >= 3 ? 90 : 100;
  const inUnits = rental.units > 1 ? `, ${units} of them` : '';
  const note = `${days} ${days === 1 ? 'day' : 'days'}${inUnits}`;
  return {
    reference,
    kind: 'rental',
    date,
    cents: rental.rate * days * units * percent,
    counterparty: pick(random, CUSTOMERS),
    note,
  };
}

function careLine({ reference, care }: StockItem, date: string): LedgerLine | null {
  return (
    care && { reference, kind: care.kind, date, cents: care.amount * 100, counterparty: '', note: care.note }
  );
}

function isAbsent(reference: string, day: string): boolean {
  return ABSENT.some(
    (absence) => absence.reference === reference && day >= absence.from && day <= absence.to,
  );
}

const DAY_MS = 86_400_000;

function someDay(random: () => number, { first, to }: { first: string; to: string }): string {
  const days = (Date.parse(to) - Date.parse(first)) / DAY_MS + 1;
  return new Date(Date.parse(first) + Math.floor(random() * days) * DAY_MS).toISOString().slice(0, 10);
}
