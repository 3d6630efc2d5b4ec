import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { foldText } from '#domain/text.ts';
import { first } from '#server/testing/answerBody.ts';
import { describeEachStore } from '#server/testing/eachStore.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';

const NAMES = [
  'Ski pole',
  'SKI POLE 120',
  'Straße',
  'Kayak_2',
  '100 % wool',
  'a\\b',
  'Zelt',
  'Pole 9',
  'Pole 90',
];
const PLACES = ['Cellar', 'Yard', ''];

describeEachStore('The list of records', (store) => {
  let app: TestApp;

  beforeAll(async () => {
    app = openTestApp(store());
    const records = Array.from({ length: 90 }, (_, index) => ({
      name: NAMES[index % NAMES.length] ?? '',
      sku: `SKU-${index % 7}`,
      location: PLACES[index % PLACES.length] ?? '',
      // The last SKU has one record alone.
      ...(index === 89 ? { sku: 'ALONE' } : {}),
      quantity: index % 4,
      codes: [`C${String(index).padStart(4, '0')}`],
      ...(index % 5 > 0 && index % 4 > 0
        ? { purchaseCost: { amount: 1000 + index * 7, currency: 'EUR' } }
        : {}),
    }));
    expect((await app.ask('POST', '/api/records', { body: { records } })).status).toBe(201);
  });

  const list = async (query: string) => (await app.ask('GET', `/api/records?${query}`)).body;

  it('finds every text that holds all words, and no other, whether the words are short, long or strange', async () => {
    const all = (await list('limit=500')).rows;
    const words = [
      's',
      'po',
      'pole',
      'ski',
      'kayak_2',
      '%',
      '\\',
      'strasse',
      'c00',
      'c0042',
      'sku-3',
      'ole 9',
      'none',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
        async (asked) => {
          const found = await list(`limit=500&q=${encodeURIComponent(asked.join(' '))}`);
          const wanted = all.filter(({ name, sku, codes }) => {
            const text = foldText([name, sku, ...codes.map(({ code }) => code)].join('\n'));
            return asked.flatMap((word) => word.split(' ')).every((word) => text.includes(word));
          });
          expect(found.rows.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
          expect(found.totals.records).toBe(wanted.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('follows a record whose name or codes change', async () => {
    const { id } = (
      await app.ask('POST', '/api/records', { body: { name: 'Lantern', quantity: 1, codes: ['OLDCODE'] } })
    ).body.record;
    await app.ask('PATCH', `/api/records/${id}`, { body: { name: 'Torch' }, version: 1 });
    await app.ask('PUT', `/api/records/${id}/codes`, { body: { codes: ['NEWCODE'] }, version: 2 });
    const counts = await Promise.all(
      ['lantern', 'torch', 'oldcode', 'newcode'].map(async (q) => (await list(`q=${q}`)).total),
    );
    expect(counts).toEqual([0, 1, 0, 1]);
    await app.ask('POST', `/api/records/${id}/adjustments`, {
      body: { set: 0, seen: 1, reason: 'lost', crossing: 'close' },
    });
  });

  it('filters a name by its own text, not by the SKU or a code', async () => {
    expect((await list('name=SKU')).total).toBe(0);
    const names = (await list('name=pole%209&limit=500')).rows.map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(['Pole 9', 'Pole 90']));
    expect((await list('name=pole%209&name=zelt')).total).toBe(names.length + 10);
  });

  it('filters by the day of the last change, both ends included', async () => {
    const { total } = await list('');
    expect((await list('changed=2026-11-23')).total).toBe(total);
    expect((await list('changed=gte:2026-11-24')).total).toBe(0);
    expect((await list('changed=gte:2026-11-01,lte:2026-11-23')).total).toBe(total);
    expect((await list('changed=lte:2026-11-22')).total).toBe(0);
    expect((await app.ask('GET', '/api/records?changed=yesterday')).status).toBe(400);
  });

  it('in groups adds up to the same as ungrouped, for any group field and filter', async () => {
    const filters = ['', 'tracking=bulk', 'q=pole', 'name=ski', 'location=', 'profit=lt:0', 'codes=some'];
    for (const by of ['sku', 'category', 'location']) {
      for (const filter of filters) {
        const { totals } = await list(filter);
        const groups = (await app.ask('GET', `/api/records/groups?by=${by}&limit=500&${filter}`)).body;
        expect(groups.totals).toEqual(totals);
        expect(groups.rows).toHaveLength(groups.total);
        for (const field of ['records', 'quantity', 'codes', 'profitUnknown'] as const)
          expect(groups.rows.reduce((sum, row) => sum + row[field], 0)).toBe(totals[field]);
        for (const field of ['income', 'cost', 'profit'] as const)
          expect(groups.rows.reduce((sum, row) => sum + row[field].amount, 0)).toBe(totals[field].amount);
        for (const group of groups.rows) {
          const one = await list(`${filter}&${by}=${encodeURIComponent(group.label)}`);
          if (filter !== `${by}=`) expect(one.totals.records).toBe(group.records);
        }
      }
    }
  });

  it('answers a group of one with its record, and pages through groups in a total order', async () => {
    const groups = '/api/records/groups?by=sku&sort=-quantity';
    const all = (await app.ask('GET', groups)).body.rows;
    const alone = first(all.filter(({ label }) => label === 'ALONE'));
    expect(alone.only.sku).toBe('ALONE');
    expect(all.filter(({ records }) => records > 1).every(({ only }) => only === null)).toBe(true);
    const paged = [];
    for (let offset = 0; offset < all.length; offset += 3)
      paged.push(...(await app.ask('GET', `${groups}&limit=3&offset=${offset}`)).body.rows);
    expect(paged).toEqual(all);
    expect(all.map(({ quantity }) => quantity)).toEqual(
      all.map(({ quantity }) => quantity).toSorted((a, b) => b - a),
    );
  });

  it('in groups tells nothing about money to those who may not see it', async () => {
    const { rows, totals } = (await app.ask('GET', '/api/records/groups', { as: 'staff' })).body;
    expect(JSON.stringify({ rows, totals })).not.toMatch(/income|cost|profit/i);
    const asked = await app.ask('GET', '/api/records/groups?sort=-profit', { as: 'staff' });
    expect([asked.status, asked.body.code]).toEqual([403, 'forbidden']);
  });
});
