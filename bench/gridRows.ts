import { randomUUID } from 'node:crypto';
import { z } from 'zod';

const AT_ONCE = 10_000;
const PAGE = 500;

/** Bulk records only: an edit of their quantity asks nothing, in any of the tables. */
export async function fillBulk(url: string, count: number): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const records = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => {
      const number = from + index;
      return {
        name: `Ski pole ${String(number).padStart(7, '0')}`,
        sku: `SKU-${number % 5000}`,
        category: `Category ${number % 40}`,
        location: `Shelf ${number % 90}`,
        quantity: 2 + (number % 900),
        codes: [`C${String(number).padStart(7, '0')}`],
        purchaseCost: { amount: 1000 + ((number * 7919 + 41_000) % 90_000), currency: 'EUR' },
      };
    });
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
    const body = JSON.stringify({ records });
    const response = await fetch(`${url}/api/records`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(await response.text());
  }
}

const money = z.object({ amount: z.number() });
const answer = z.object({
  total: z.number(),
  rows: z.array(
    z.object({
      name: z.string(),
      tracking: z.string(),
      sku: z.string(),
      category: z.string(),
      location: z.string(),
      quantity: z.number(),
      codes: z.array(z.object({ code: z.string() })),
      income: money,
      cost: money,
      profit: money.nullable(),
      marginPpm: z.number().nullable(),
      changedAt: z.string(),
    }),
  ),
});

/** The same records as plain rows, in the order in which Granary shows them. */
export async function rowsOf(url: string): Promise<Record<string, string | number>[]> {
  const rows: Record<string, string | number>[] = [];
  for (let total = 1; rows.length < total;) {
    const response = await fetch(`${url}/api/records?offset=${rows.length}&limit=${PAGE}`);
    const page = answer.parse(await response.json());
    total = page.total;
    for (const { codes, income, cost, profit, marginPpm, changedAt, ...row } of page.rows)
      rows.push({
        ...row,
        codes: codes.map(({ code }) => code).join(', '),
        income: income.amount / 100,
        cost: cost.amount / 100,
        profit: (profit?.amount ?? 0) / 100,
        margin: (marginPpm ?? 0) / 1_000_000,
        changed: changedAt,
      });
  }
  return rows;
}
