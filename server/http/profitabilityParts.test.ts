import { expect, it } from 'vitest';
import { getProfitability } from '#contract/profitability.ts';
import { eur, create } from '#server/testing/conversionRequests.ts';
import { describeEachStore } from '#server/testing/eachStore.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';

async function report(app: TestApp, query: string) {
  const { status, text } = await app.ask('GET', `/api/profitability?${query}`);
  expect({ status, text: status === 200 ? '' : text }).toEqual({ status: 200, text: '' });
  return getProfitability.answer.parse(JSON.parse(text));
}

/** A van bought for 24,000.00 a year ago, in the clock of the tests. */
const VAN = { name: 'Van', sku: 'VAN', quantity: 1, openedOn: '2025-11-23', purchaseCost: eur(2_400_000) };

describeEachStore('Value over time', (store) => {
  it('is off until a life is set, and then stands beside cash profit', async () => {
    const app = openTestApp(store());
    const id = await create(app, VAN);
    await app.ask('POST', `/api/records/${id}/entries`, {
      body: { kind: 'rental', amount: eur(600_000), occurredOn: '2026-05-01' },
    });
    const before = await report(app, 'by=sku&sku=VAN');
    expect(before.totals).toMatchObject({ bookValue: null, profitWithBookValue: null, bookValueUnknown: 1 });
    const life = { months: 48, residualPpm: 0, method: 'straight-line' };
    const set = await app.ask('PATCH', '/api/skus', { body: { sku: 'VAN', life } });
    expect(set.status).toBe(200);
    const { totals } = await report(app, 'by=sku&sku=VAN');
    // 365 of 1,461 days are gone.
    expect(totals).toMatchObject({
      profit: eur(-1_800_000),
      bookValue: eur(1_800_411),
      profitWithBookValue: eur(411),
      bookValueUnknown: 0,
    });
    const own = await app.ask('GET', `/api/records/${id}/figures`);
    expect(own.body).toMatchObject({ bookValue: eur(1_800_411), profitWithBookValue: eur(411) });
    // In a period, profit with book value is cash profit and what the value rose or fell by.
    const may = await report(app, 'by=sku&sku=VAN&from=2026-05-01&to=2026-05-31');
    expect(may.totals.profit).toEqual(eur(600_000));
    const fell = 600_000 - (may.totals.profitWithBookValue?.amount ?? 0);
    expect(fell).toBe(Math.round((2_400_000 * 31) / 1461));
    await app.ask('PATCH', '/api/skus', { body: { sku: 'VAN', life: null } });
    expect((await report(app, 'by=sku&sku=VAN')).totals.bookValue).toBeNull();
  });

  it('of an unknown SKU is refused, and staff may not set it', async () => {
    const app = openTestApp(store());
    const body = { sku: 'NOBODY', life: null };
    expect((await app.ask('PATCH', '/api/skus', { body, key: 'unknown' })).body.code).toBe('sku.missing');
    expect((await app.ask('PATCH', '/api/skus', { body, as: 'staff' })).body.code).toBe('forbidden');
  });
});

describeEachStore('What a record was used for', (store) => {
  it('is read off its meters, never backwards, and gives the cost of one kilometre', async () => {
    const app = openTestApp(store());
    const id = await create(app, { ...VAN, sku: 'BUS' });
    const path = `/api/records/${id}/readings`;
    const read = (value: number, occurredOn: string, more = {}) =>
      app.ask('POST', path, { body: { meter: 'km', value, occurredOn, ...more } });
    expect((await read(10_000, '2026-01-01')).status).toBe(201);
    expect((await read(14_000, '2026-10-01')).status).toBe(201);
    const wrong = await read(9000, '2026-05-01');
    expect(wrong.body.code).toBe('reading.backwards');
    for (const [kind, amount] of [
      ['repair', 30_000],
      ['rental', 90_000],
    ] as const)
      await app.ask('POST', `/api/records/${id}/entries`, {
        body: {
          kind,
          amount: eur(amount),
          occurredOn: '2026-03-03',
          service: { from: '2026-03-01', to: '2026-03-10', units: 1 },
        },
      });
    const { text } = await app.ask('GET', `/api/records/${id}/figures`);
    expect(JSON.parse(text)).toMatchObject({
      rentals: 1,
      rentedUnitDays: 20,
      utilisationPpm: Math.round((20 / 366) * 1_000_000),
      use: [{ meter: 'km', used: 4000, from: '2026-01-01', to: '2026-10-01', cost: eur(30_000) }],
    });
    const last = (await read(14_500, '2026-11-01')).text;
    const voided = await app.ask('POST', `/api/readings/${idOf(last)}/void`, {
      body: { reason: 'Other bus' },
    });
    expect(voided.status).toBe(201);
    expect((await read(14_100, '2026-11-02')).status).toBe(201);
    const history = (await app.ask('GET', `/api/records/${id}/history`)).body.rows;
    expect(history.filter(({ action }) => action === 'reading')).toHaveLength(5);
    expect(
      (
        await app.ask('POST', path, {
          body: { meter: 'km', value: 1, occurredOn: '2026-01-01' },
          as: 'viewer',
        })
      ).body.code,
    ).toBe('forbidden');
  });
});

function idOf(text: string): string {
  return /"reading":\{"id":"([\w-]+)"/.exec(text)?.[1] ?? '';
}

describeEachStore('Reports', (store) => {
  it('are refused to those who may not see money, whatever they ask', async () => {
    const app = openTestApp(store());
    for (const as of ['viewer', 'staff'] as const)
      for (const path of [
        'profitability',
        'profitability/entries',
        'profitability/advice',
        'export/report',
        'export/journal',
      ])
        expect((await app.ask('GET', `/api/${path}`, { as })).body.code).toBe('forbidden');
  });

  it.each([
    ['from=2026-02-01&to=2026-01-01', '/query/to'],
    ['from=2026-02-30', '/query/from'],
    ['compare=year', '/query/compare'],
    ['by=colour', '/query/by'],
    ['sort=colour', '/query/sort'],
    ['offset=-1', '/query/offset'],
  ])('of %s are refused at %s', async (query, pointer) => {
    const { status, body } = await openTestApp(store()).ask('GET', `/api/profitability?${query}`);
    expect({ status, pointer: body.errors[0]?.pointer }).toEqual({ status: 400, pointer });
  });

  it('leave as CSV that no spreadsheet runs, and as a workbook', async () => {
    const app = openTestApp(store());
    await create(app, { name: '=SUM(A1)', sku: 'CSV', quantity: 3, purchaseCost: eur(12_345) });
    const csv = await app.ask('GET', '/api/export/report?sku=CSV&by=record');
    expect(csv.headers.get('Content-Disposition')).toContain('profitability-by-record.csv');
    const [header = '', line = '', total = ''] = csv.text.trim().split('\r\n');
    const cell = (of: string, name: string) => of.split(',')[header.split(',').indexOf(name)];
    expect(cell(line, 'label')).toBe("'=SUM(A1)");
    expect([cell(line, 'profit'), cell(line, 'purchase'), cell(line, 'utilisation_percent')]).toEqual([
      '-123.45',
      '123.45',
      '',
    ]);
    expect([cell(total, 'key'), cell(total, 'cost'), cell(total, 'currency')]).toEqual([
      'total',
      '123.45',
      'EUR',
    ]);
    const workbook = await app.ask('GET', '/api/export/report?sku=CSV&format=xlsx');
    expect(workbook.status).toBe(200);
    expect(workbook.text.slice(0, 2)).toBe('PK');
  });
});
