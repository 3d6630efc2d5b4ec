import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RecordRow } from '#contract/records.ts';
import { createQueryClient } from './queryClient.ts';
import { putRecord } from './recordCache.ts';
import { readWindow } from './shownWindows.ts';

const fetched = vi.fn<(url: string) => Promise<Response>>();

beforeEach(() => vi.stubGlobal('fetch', fetched));
afterEach(() => fetched.mockReset());

function canoe(version: number): RecordRow {
  return {
    id: 'canoe',
    version,
    name: version === 1 ? 'Kayak' : 'Canoe',
    sku: '',
    category: '',
    location: '',
    notes: '',
    reference: '',
    quantity: 1,
    tracking: 'serialized',
    codes: [],
    codeCount: 0,
    individualSince: null,
    openedOn: '2026-11-23',
    changedAt: '2026-11-23T08:00:00.000Z',
  };
}

test('Rows that were read before a write and answered after it are read again.', async () => {
  const client = createQueryClient();
  let stored = canoe(1);
  fetched.mockImplementation(async () => {
    const rows = [stored];
    // Written while the first answer is on its way.
    stored = canoe(2);
    putRecord(client, stored);
    return Response.json({ rows, total: 1, totals: { records: 1, quantity: 1, codes: 0 } });
  });
  const { rows } = await readWindow(client, {}, 0);
  expect(rows.map(({ name }) => name)).toEqual(['Canoe']);
  expect(fetched).toHaveBeenCalledTimes(2);
});
