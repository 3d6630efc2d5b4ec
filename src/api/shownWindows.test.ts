import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listedRow } from '#server/testing/listedRow.ts';
import { createQueryClient } from './queryClient.ts';
import { putRecord } from './recordCache.ts';
import { readWindow } from './shownWindows.ts';

const fetched = vi.fn<(url: string) => Promise<Response>>();

beforeEach(() => vi.stubGlobal('fetch', fetched));
afterEach(() => fetched.mockReset());

const canoe = (version: number) =>
  listedRow({ id: 'canoe', version, name: version === 1 ? 'Kayak' : 'Canoe' });

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
