import { beforeEach, describe, expect, it } from 'vitest';
import { type TestRow, first } from '#server/testing/answerBody.ts';
import { KNOEDLER, bringIn, checkFiles, knoedler } from '#server/testing/bringFiles.ts';
import { describeEachStore, openTestPostgres, openTestSqlite } from '#server/testing/eachStore.ts';
import { hasPostgres } from '#server/testing/postgres.ts';
import { cents, hasSharedData, readShared, readTruths } from '#server/testing/sharedData.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';

const totals = async (app: TestApp, query = '') =>
  (await app.ask('GET', `/api/records?limit=1${query}`)).body.totals;
const usd = (amount: number) => ({ amount, currency: 'USD' });
const file = (lines: string[]) =>
  ['record_id,name,quantity,stock_codes,purchased_on,purchase_cost,currency', ...lines].join('\n');

describe.skipIf(!hasSharedData(KNOEDLER))('The stock books of an art dealer', { timeout: 60_000 }, () => {
  it('give the totals that others computed, in all, serialized, bulk, and sold at a loss', async () => {
    const app = openTestApp((await openTestSqlite()).store);
    expect((await bringIn(app, knoedler())).body).toMatchObject({ state: 'committed', faultCount: 0 });
    expect(await totals(app)).toEqual({
      records: 3713,
      quantity: 3875,
      codes: 3992,
      income: usd(2_083_523_904),
      cost: usd(1_297_749_603),
      profit: usd(785_774_301),
      profitUnknown: 0,
    });
    expect(await totals(app, '&tracking=serialized')).toMatchObject({
      records: 3605,
      cost: usd(1_243_619_897),
      income: usd(1_980_720_927),
    });
    expect(await totals(app, '&tracking=bulk')).toMatchObject({
      records: 108,
      quantity: 270,
      cost: usd(54_129_706),
      income: usd(102_802_977),
    });
    expect(await totals(app, '&profit=lt:0&income=gt:0')).toMatchObject({ records: 631 });
  });

  it('give every record the cost and income that others computed, with and without taking sold units out', async () => {
    for (const takeSoldOut of ['no', 'yes'] as const) {
      const app = openTestApp((await openTestSqlite()).store);
      await bringIn(app, { ...knoedler(), takeSoldOut });
      const found = new Map(
        (await allRows(app)).map((row) => [
          row.reference,
          [row.cost.amount, row.income.amount, row.codeCount],
        ]),
      );
      const truths = readTruths(`${KNOEDLER}/truth-per-record-full.csv`);
      const expected = truths.map(
        (truth) =>
          [
            truth['record_id'],
            [cents(truth['cost']), cents(truth['income']), Number(truth['codes'])],
          ] as const,
      );
      expect(found).toEqual(new Map(expected));
    }
  });

  it('close what was sold out when sales take their units out, and leave what is said to be unsold', async () => {
    const app = openTestApp((await openTestSqlite()).store);
    await bringIn(app, { ...knoedler(), takeSoldOut: 'yes' });
    expect(await totals(app)).toMatchObject({
      records: 3713,
      quantity: 3,
      codes: 3992,
      income: usd(2_083_523_904),
      cost: usd(1_297_749_603),
    });
    expect(await totals(app, '&tracking=closed')).toMatchObject({ records: 3710 });
  });

  it('brought in a second time add nothing: every line is known', async () => {
    const app = openTestApp((await openTestSqlite()).store);
    await bringIn(app, knoedler());
    const again = await checkFiles(app, knoedler());
    expect(again.body).toMatchObject({
      faultCount: 0,
      records: { same: 3713 },
      ledger: { same: 7486 },
      willAdd: { records: 0, entries: 0 },
    });
  });

  it('brought in one file after the other count each purchase once', async () => {
    const app = openTestApp((await openTestSqlite()).store);
    const { records, ledger } = knoedler();
    await bringIn(app, { records });
    await bringIn(app, { ledger });
    expect(await totals(app)).toMatchObject({ cost: usd(1_297_749_603), income: usd(2_083_523_904) });
  });

  it.skipIf(!hasPostgres)('give the same bytes from SQLite and PostgreSQL', { timeout: 60_000 }, async () => {
    const [sqlite, postgres] = await Promise.all([openTestSqlite(), openTestPostgres()]);
    const apps = [openTestApp(sqlite.store), openTestApp(postgres.store)] as const;
    for (const app of apps) await bringIn(app, knoedler());
    const queries = [
      '?limit=500',
      '?limit=500&sort=-profit,name&offset=100',
      '?sort=margin&limit=200',
      '?q=paris&sort=-income',
      '?sort=-margin&limit=100&offset=3600',
      '?tracking=bulk&sort=-quantity,name&limit=500',
      '?category=Sculpture&sort=codes',
    ];
    for (const query of queries) {
      const [left, right] = await Promise.all(apps.map((app) => app.ask('GET', `/api/records${query}`)));
      expect(right?.text, query).toBe(left?.text);
    }
    const row = first((await apps[0].ask('GET', '/api/records?tracking=bulk&limit=1')).body.rows);
    for (const part of ['figures', 'entries', 'history']) {
      const [left, right] = await Promise.all(
        apps.map((app) => app.ask('GET', `/api/records/${row.id}/${part}`)),
      );
      expect(right?.text, part).toBe(left?.text);
    }
    await postgres.drop();
  });
});

const NASTY = '06-nasty-csv/constructed';

describe.skipIf(!hasSharedData(NASTY))('A file as spreadsheets write them', () => {
  it.each([
    '00-plain.csv',
    '01-utf8-bom-crlf.csv',
    '02-semicolon-decimal-comma-dmy.csv',
    '03-utf16le-bom-tab.txt',
    '04-windows-1252.csv',
    '05-cr-only.csv',
    '06-currency-symbols-thousands.csv',
    '15-blank-rows-and-extra-columns.csv',
  ])('%s gives the rows of the plain one', async (name) => {
    const app = openTestApp((await openTestSqlite()).store);
    const { body } = await checkFiles(app, { records: readShared(`${NASTY}/${name}`) });
    expect({ faults: body.faults, ...body.willAdd }).toMatchObject({
      faults: [],
      records: 12,
      units: 15,
      codes: 17,
      cost: usd(12_084_026),
    });
  });

  it.each([
    ['07b-numeric-codes-after-excel.csv', 'code.damaged', [2, 3, 4, 5, 6, 9]],
    ['09-duplicate-codes-case-and-space.csv', 'code.taken', [6, 7]],
    ['08-duplicate-header.csv', 'columns.repeated', [1]],
  ])('%s is refused line by line as %s', async (name, code, lines) => {
    const app = openTestApp((await openTestSqlite()).store);
    const { body } = await checkFiles(app, { records: readShared(`${NASTY}/${name}`) });
    const found = body.faults.filter((fault) => fault.code === code).map((fault) => fault.line);
    expect(found).toEqual(lines);
  });

  it('keeps names that look like formulas as they are, and gives them back from the file of failed lines', async () => {
    const app = openTestApp((await openTestSqlite()).store);
    await bringIn(app, { records: readShared(`${NASTY}/10-formula-and-markup-cells.csv`) });
    const names = (await allRows(app)).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        '=DDE("cmd";"/C calc";"!A0")A0',
        '<img src=x onerror=alert(1)>',
        '+1+1',
        '-2+3',
      ]),
    );
  });
});

describeEachStore('An import with wrong lines', (store) => {
  let app: TestApp;
  let run = 0;

  beforeEach(() => {
    app ??= openTestApp(store());
    run += 1;
  });

  it('writes nothing until the person takes the valid part, and hands the rest back with reasons', async () => {
    const right = `R${run},Right,2,W${run},2020-01-02,10.00,EUR`;
    const records = file([
      right,
      `X${run},,1,V${run},2020-01-02,1,EUR`,
      `Y${run},Half,1.5,,2020-02-30,12.345,EUR`,
    ]);
    const checked = (await checkFiles(app, { records })).body;
    expect(checked.faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'name', 'text.empty'],
      [4, 'quantity', 'quantity.invalid'],
      [4, 'openedOn', 'day.invalid'],
      [4, 'purchaseCost', 'amount.too-precise'],
    ]);
    const before = await totals(app);
    const all = await app.ask('POST', `/api/imports/${checked.id}/commit`, { body: { mode: 'all' } });
    expect({ code: all.body.code, totals: await totals(app) }).toEqual({
      code: 'import.invalid',
      totals: before,
    });
    const valid = await app.ask('POST', `/api/imports/${checked.id}/commit`, { body: { mode: 'valid' } });
    expect(valid.body).toMatchObject({ state: 'committed', willAdd: { records: 1, units: 2 } });
    const failed = await app.ask('GET', `/api/imports/${checked.id}/failed?file=records`);
    expect(
      failed.text
        .trim()
        .split('\r\n')
        .map((line) => line.split(',')[0]),
    ).toEqual(['record_id', `X${run}`, `Y${run}`]);
  });

  it('names a ledger line whose record is nowhere, whose kind is unknown, or which takes too many units', async () => {
    const records = file([`L${run},Lot,2,,2020-01-02,10.00,EUR`]);
    const ledger = [
      'event_id,record_id,kind,date,amount,currency,objects',
      `e1-${run},nowhere,sale,2020-02-01,5,EUR,1`,
      `e2-${run},L${run},gift,2020-02-01,5,EUR,1`,
      `e3-${run},L${run},sale,2020-02-01,5,EUR,3`,
      `e4-${run},L${run},sale,2020-02-01,0,EUR,1`,
      `e5-${run},L${run},sale,2020-02-01,5,USD,1`,
    ].join('\n');
    const { body } = await checkFiles(app, { records, ledger, takeSoldOut: 'yes' });
    expect(body.faults.map(({ line, code }) => [line, code])).toEqual([
      [3, 'kind.unknown'],
      [5, 'amount.zero'],
      [6, 'amount.other-currency'],
      [2, 'record.unknown'],
      [4, 'units.too-many'],
    ]);
  });

  it('refuses a purchase that the two files disagree about', async () => {
    const records = file([`D${run},Differs,1,,2020-01-02,10.00,EUR`]);
    const ledger = `event_id,record_id,kind,date,amount\nd-${run},D${run},purchase,2020-01-02,11.00`;
    const { body } = await checkFiles(app, { records, ledger });
    expect(body.faults.map(({ code }) => code)).toEqual(['purchase.differs', 'record.unknown']);
  });

  it('refuses a file without the columns it needs, and no file at all', async () => {
    const { body } = await checkFiles(app, { records: 'colour,size\nred,5' });
    expect(body.faults).toMatchObject([{ line: 0, code: 'columns.missing' }]);
    expect((await checkFiles(app, {})).body.code).toBe('import.invalid');
  });

  it('moves stock once for each line, also for lines without money', async () => {
    const records = file([`S${run},Lost ones,24,,2020-01-02,10.00,EUR`]);
    const ledger = `event_id,record_id,kind,date,amount,currency,objects\nlost-${run},S${run},lost,2020-02-01,,,2`;
    for (const expected of [22, 22]) {
      await bringIn(app, { records, ledger, takeSoldOut: 'yes' });
      const { rows } = (await app.ask('GET', `/api/records?q=S${run}`)).body;
      expect(rows.map(({ quantity }) => quantity)).toEqual([expected]);
    }
  });

  it('refuses a ledger line whose codes lead to different records', async () => {
    const records = file([
      `M${run},One,1,MA${run},2020-01-02,1,EUR`,
      `N${run},Two,1,MB${run},2020-01-02,1,EUR`,
    ]);
    const ledger = `event_id,stock_codes,kind,date,amount\nm-${run},MA${run}; MB${run},sale,2020-02-01,5`;
    const { body } = await checkFiles(app, { records, ledger });
    expect(body.faults).toMatchObject([{ line: 2, code: 'record.ambiguous' }]);
  });

  it('is committed once, and is forgotten when it is discarded', async () => {
    const checked = (await checkFiles(app, { records: file([`O${run},Once,1,,,,`]) })).body;
    const commit = () => app.ask('POST', `/api/imports/${checked.id}/commit`, { body: { mode: 'all' } });
    expect((await commit()).status).toBe(200);
    expect((await commit()).body.code).toBe('import.not-ready');
    const other = (await checkFiles(app, { records: file([`P${run},Other,1,,,,`]) })).body;
    expect((await app.ask('DELETE', `/api/imports/${other.id}`)).status).toBe(200);
    expect((await app.ask('GET', `/api/imports/${other.id}`)).body.code).toBe('import.missing');
  });
});

async function allRows(app: TestApp): Promise<TestRow[]> {
  const rows: TestRow[] = [];
  for (let offset = 0; ; offset += 500) {
    const { body } = await app.ask('GET', `/api/records?limit=500&offset=${offset}`);
    rows.push(...body.rows);
    if (rows.length >= body.total) return rows;
  }
}
