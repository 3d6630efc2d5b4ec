// @vitest-environment node
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { listRecords, type RecordRow } from '#contract/records.ts';
import { openMemoryApp } from '#server/testing/memoryApp.ts';
import type { TestApp } from '#server/testing/testApp.ts';
import type { InventorySearch } from './inventorySearch.ts';
import { fitsFilter, fitsItsPlace } from './rowFit.ts';

let app: TestApp;
let all: RecordRow[];

beforeAll(async () => {
  app = await openMemoryApp();
  const names = ['Pole 9', 'Pole 10', 'ski POLE', 'Straße', 'Zelt', 'Äpfel'];
  const records = Array.from({ length: 60 }, (_, index) => ({
    name: names[index % names.length] ?? '',
    sku: index % 3 === 0 ? '' : `S-${index % 4}`,
    category: ['Boats', 'boats', ''][index % 3] ?? '',
    quantity: index % 5,
    codes: index % 2 === 0 ? [`C${String(index).padStart(3, '0')}`] : [],
    ...(index % 4 > 0 && index % 5 > 0
      ? { purchaseCost: { amount: ((index * 37) % 11) * 100 + 1, currency: 'EUR' } }
      : {}),
  }));
  expect((await app.ask('POST', '/api/records', { body: { records } })).status).toBe(201);
  all = await ask({});
});

it('Says of every record what the server says by listing it or not, and where, for any filter and order.', async () => {
  const search: fc.Arbitrary<InventorySearch> = fc.record(
    {
      q: fc.constantFrom('pole', 'c0', 'strasse', 'pole 1'),
      name: fc.constantFrom(['pole'], ['ZELT', 'äpf']),
      tracking: fc.constantFrom(['bulk' as const], ['closed' as const, 'serialized' as const]),
      category: fc.constantFrom(['Boats'], ['boats', '']),
      codes: fc.constantFrom('none' as const, 'some' as const),
      quantity: fc.constantFrom(['gte:2'], ['1,lt:9'], ['gt:1,lte:3']),
      profit: fc.constantFrom(['lt:0'], ['gte:-500']),
      changed: fc.constantFrom(['gte:2026-11-23'], ['lte:2026-11-22']),
      sort: fc.constantFrom(
        'name',
        '-name',
        'sku,-quantity',
        '-profit',
        'cost,name',
        'tracking',
        '-codes,category',
      ),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(search, async (asked) => {
      const listed = await ask(asked);
      const ids = new Set(listed.map(({ id }) => id));
      for (const row of all) expect([row.name, fitsFilter(row, asked)]).toEqual([row.name, ids.has(row.id)]);
      for (const [index, row] of listed.entries()) {
        const beside = { above: listed[index - 1], below: listed[index + 1] };
        expect(fitsItsPlace(row, asked, beside)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

it('A record that was given another name, and belongs elsewhere by it, does not fit where it stands.', () => {
  const [above, row, below] = all;
  if (!above || !row || !below) throw new Error('There are more than three records');
  expect(fitsItsPlace({ ...row, name: 'Zzz' }, {}, { above, below })).toBe(false);
  expect(fitsItsPlace({ ...row, quantity: 0 }, { quantity: ['gte:1'] }, { above, below })).toBe(false);
});

async function ask(search: InventorySearch): Promise<RecordRow[]> {
  const parameters = new URLSearchParams({ limit: '500' });
  for (const [name, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(name, String(one));
  const { text } = await app.ask('GET', `/api/records?${parameters.toString()}`);
  return listRecords.answer.parse(JSON.parse(text)).rows;
}
