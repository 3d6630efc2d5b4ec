import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { getFigureLines, getProfitability } from '#contract/profitability.ts';
import { KNOEDLER, bringIn, knoedler } from '#server/testing/bringFiles.ts';
import { describeEachStore, openTestSqlite } from '#server/testing/eachStore.ts';
import { cents, hasSharedData, readShared, readTruths } from '#server/testing/sharedData.ts';
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

const RETAIL = '02-online-retail-bulk-ledger';

describe.skipIf(!hasSharedData(RETAIL))('Half a year of a gift shop', { timeout: 180_000 }, () => {
  it('nets GBP 3,706,827.64 with refunds as negative sales, per stock code as counted by others, and no profit', async () => {
    const app = openTestApp((await openTestSqlite()).store);
    const { records, ledger } = retailFiles();
    expect((await bringIn(app, { records, ledger })).status).toBe(200);
    const { totals, total } = await report(app, 'by=sku&limit=1');
    expect(total).toBe(3514);
    // The truth is 3,706,827.641: of the one line at a price of 0.001 a tenth of a penny is rounded off.
    expect(totals).toMatchObject({
      income: { amount: 370_682_764, currency: 'GBP' },
      cost: { amount: 0 },
      profit: null,
      profitUnknown: 3514,
      marginPpm: null,
    });
    const incomeByCode = new Map<string, number>();
    for (let offset = 0; offset < total; offset += 500) {
      const { rows } = await report(app, `by=sku&sort=-income&limit=500&offset=${offset}`);
      for (const { key, figures } of rows) incomeByCode.set(key, figures.income.amount);
    }
    expect(incomeByCode.size).toBe(total);
    const truths = readTruths(`${RETAIL}/truth-per-stock-code.csv`);
    const different = truths.filter(
      (truth) => incomeByCode.get(truth['StockCode'] ?? '') !== cents(truth['amount_net_gbp']),
    );
    expect(different.map((truth) => truth['StockCode'])).toEqual([]);
  });
});

/** The shop's lines in the form of our import: one record for each stock code, one sale for each line that has a price. */
function retailFiles(): { records: string; ledger: string } {
  const csv = gunzipSync(readShared(`${RETAIL}/online-retail-2010-12-to-2011-05.csv.gz`)).toString('utf8');
  const { data } = Papa.parse<Record<string, string>>(csv.trim(), { header: true });
  const names = new Map<string, string>();
  const ledger = [['event_id', 'record_id', 'kind', 'date', 'amount', 'currency', 'units']];
  for (const [index, line] of data.entries()) {
    const code = line['StockCode'] ?? '';
    names.set(code, names.get(code) || line['Description']?.trim() || '');
    // Rounded per line, half away from zero: an invoice is paid in whole pence.
    const amount = Math.round(Math.abs(Number(line['Quantity']) * Number(line['UnitPrice'])) * 100 + 1e-6);
    if (amount === 0) continue;
    const sign = Number(line['Quantity']) * Number(line['UnitPrice']) < 0 ? '-' : '';
    const day = (line['InvoiceDate'] ?? '').slice(0, 10);
    ledger.push([`L${index}`, code, 'sale', day, `${sign}${(amount / 100).toFixed(2)}`, 'GBP', '']);
  }
  const records = [['record_id', 'name', 'quantity', 'sku', 'currency']];
  for (const [code, name] of names) records.push([code, name || code, '1000', code, 'GBP']);
  return { records: Papa.unparse(records), ledger: Papa.unparse(ledger) };
}
