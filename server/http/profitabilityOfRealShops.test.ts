import { expect, it } from 'vitest';
import { getFigureLines, getProfitability } from '#contract/profitability.ts';
import { KNOEDLER, bringIn, knoedler } from '#server/testing/bringFiles.ts';
import { describeEachStore } from '#server/testing/eachStore.ts';
import { hasSharedData } from '#server/testing/sharedData.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';

async function report(app: TestApp, query: string) {
  const { status, text } = await app.ask('GET', `/api/profitability?${query}`);
  expect({ status, query }).toEqual({ status: 200, query });
  return getProfitability.answer.parse(JSON.parse(text));
}

async function lines(app: TestApp, query: string) {
  const { text } = await app.ask('GET', `/api/profitability/entries?${query}`);
  return getFigureLines.answer.parse(JSON.parse(text));
}

if (hasSharedData(KNOEDLER))
  describeEachStore('The stock books of an art dealer', (store) => {
    it('say of 1912 what its truths say, and open down to the entries', async () => {
      const app = openTestApp(store());
      await bringIn(app, knoedler());
      const year = await report(app, 'by=record&from=1912-01-01&to=1912-12-31&limit=1&compare=year');
      expect(year.totals).toMatchObject({ cost: { amount: 817_500 }, income: { amount: 2_007_500 } });
      expect(year.comparison).toEqual({ from: '1911-01-01', to: '1911-12-31' });
      const behind = await lines(app, 'by=record&from=1912-01-01&to=1912-12-31&limit=500');
      expect(behind.totals).toEqual({ income: year.totals.income, cost: year.totals.cost });
      const sum = (direction: string) =>
        behind.rows.reduce((all, line) => all + (line.direction === direction ? line.amount.amount : 0), 0);
      expect([sum('cost'), sum('income')]).toEqual([817_500, 2_007_500]);
    });

    it('name the best and the worst of all objects, and tell units from lots', async () => {
      const app = openTestApp(store());
      const best = await report(app, 'by=record&sort=-profit&limit=1');
      const worst = await report(app, 'by=record&sort=profit&limit=1');
      const codes = async (key = '') => (await app.ask('GET', `/api/records/${key}`)).body.reference;
      expect(await codes(best.rows[0]?.key)).toBe('KP-31467');
      expect(await codes(worst.rows[0]?.key)).toBe('KP-35730');
      expect(best.totals).toMatchObject({ records: 3713, units: 3875, profit: { amount: 785_774_301 } });
      const serialized = await report(app, 'tracking=serialized&limit=1');
      const bulk = await report(app, 'tracking=bulk&limit=1');
      expect(serialized.totals).toMatchObject({
        records: 3605,
        cost: { amount: 1_243_619_897 },
        income: { amount: 1_980_720_927 },
      });
      expect(bulk.totals).toMatchObject({
        records: 108,
        cost: { amount: 54_129_706 },
        income: { amount: 102_802_977 },
      });
    });
  });
else it.skip('The stock books of an art dealer', () => undefined);
