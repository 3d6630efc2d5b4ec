/**
 * Somebody else at work: writes through the API in the page's own session, unseen by the screen. So it works against the
 * real server and against the demo, whose whole inventory lives in the page.
 */
import type { Page } from '@playwright/test';
import { z } from 'zod';

export interface Stock {
  name: string;
  quantity: number;
  codes?: readonly string[];
  sku?: string;
  category?: string;
  location?: string;
  purchaseCost?: { amount: number; currency: string };
  openedOn?: string;
}

/** A line of the ledger, in euros. */
export interface Booking {
  kind: string;
  euro: number;
  on: string;
  note?: string;
  service?: { from: string; to: string; units: number };
}

export interface Colleague {
  /** Puts items in stock, in one operation; answers their ids in the same order. */
  add(items: readonly Stock[]): Promise<string[]>;
  change(id: string, change: number): Promise<void>;
  /** Books costs and income of one record, one after the other. */
  book(id: string, bookings: readonly Booking[]): Promise<void>;
  describe(id: string, change: Partial<Pick<Stock, 'name' | 'sku' | 'category' | 'location'>>): Promise<void>;
  /** What is stored under an address. */
  read(path: string): Promise<Record<string, unknown>>;
}

const answer = z.record(z.string(), z.unknown());

export function colleague(page: Page): Colleague {
  const ask = async (
    method: string,
    path: string,
    { body, version }: { body?: unknown; version?: number } = {},
  ) => {
    const asked = { method, path, body: body === undefined ? null : JSON.stringify(body), version };
    const text = await page.evaluate(send, asked);
    return answer.parse(JSON.parse(text));
  };
  return {
    async add(items) {
      const { ids } = await ask('POST', '/api/records', { body: { records: items } });
      return Array.isArray(ids) ? ids.map(String) : [];
    },
    async change(id, change) {
      const reason = change > 0 ? 'found' : 'lost';
      await ask('POST', `/api/records/${id}/adjustments`, { body: { change, reason } });
    },
    async describe(id, change) {
      const { version } = await ask('GET', `/api/records/${id}`);
      await ask('PATCH', `/api/records/${id}`, { body: change, version: Number(version) });
    },
    async book(id, bookings) {
      for (const { euro, on: occurredOn, ...entry } of bookings) {
        const amount = { amount: Math.round(euro * 100), currency: 'EUR' };
        // oxlint-disable-next-line no-await-in-loop -- one write at a time, in this order
        await ask('POST', `/api/records/${id}/entries`, { body: { ...entry, amount, occurredOn } });
      }
    },
    read: (path) => ask('GET', path),
  };
}

interface Sent {
  method: string;
  path: string;
  body: string | null;
  version: number | undefined;
}

/** Runs in the page. */
async function send({ method, path, body, version }: Sent) {
  const headers = new Headers({ 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() });
  if (version !== undefined) headers.set('If-Match', `"${version}"`);
  const response = await fetch(path, body === null ? { method } : { method, body, headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${text}`);
  return text;
}
