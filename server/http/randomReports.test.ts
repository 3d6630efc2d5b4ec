import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { getFigureLines, getProfitability } from '#contract/profitability.ts';
import { type Day, knownDay } from '#domain/day.ts';
import { directionOf } from '#domain/entry.ts';
import type { Period } from '#domain/unitDays.ts';
import { type AccountBalance, balancesOf, hasProgram } from '#server/testing/plainTextAccounting.ts';
import { type OpenedStore, openTestPostgres, openTestSqlite } from '#server/testing/eachStore.ts';
import { hasPostgres } from '#server/testing/postgres.ts';
import { type PlainLedger, plainFigures, readPlainLedger } from '#server/testing/plainReport.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';
import { type StockStep, stockSteps, takeStockStep } from '#server/testing/randomStock.ts';

type Report = z.output<typeof getProfitability.answer>;
type Row = Report['rows'][number];

/** The test application's clock stands in November 2026; some lines lie after it, and some periods end after it. */
const TODAY = knownDay('2026-11-23');
const PERIODS: (Period | null)[] = [
  null,
  { from: knownDay('2026-02-10'), to: knownDay('2026-06-20') },
  { from: knownDay('2025-01-01'), to: knownDay('2026-12-31') },
  { from: knownDay('2026-03-01'), to: knownDay('2026-03-01') },
];
const GROUPINGS = ['record', 'batch', 'sku', 'category', 'location', 'month'] as const;

describe('Reports over random work', () => {
  it('say what a plain fold of the domain says, for every grouping and period', { timeout: 240_000 }, () =>
    fc.assert(
      fc.asyncProperty(stockSteps, (steps) => withStock(openTestSqlite, steps, checkAgainstFold)),
      { numRuns: 12 },
    ),
  );

  it.skipIf(!hasProgram('ledger'))(
    'say what ledger adds up from the journal, to the cent',
    { timeout: 240_000 },
    () =>
      fc.assert(
        fc.asyncProperty(stockSteps, (steps) =>
          withStock(openTestSqlite, steps, (app) => checkAgainstProgram(app, 'ledger')),
        ),
        { numRuns: 8 },
      ),
  );

  it.skipIf(!hasProgram('hledger'))(
    'say what hledger adds up from the journal, to the cent',
    { timeout: 240_000 },
    () =>
      fc.assert(
        fc.asyncProperty(stockSteps, (steps) =>
          withStock(openTestSqlite, steps, (app) => checkAgainstProgram(app, 'hledger')),
        ),
        { numRuns: 4 },
      ),
  );

  it.skipIf(!hasPostgres)('are answered alike by both databases, byte for byte', { timeout: 240_000 }, () =>
    fc.assert(
      fc.asyncProperty(stockSteps, (steps) =>
        withStock(openTestSqlite, steps, (sqlite) =>
          withStock(openTestPostgres, steps, async (postgres) => {
            for (const path of PATHS)
              expect((await postgres.ask('GET', path)).text).toBe((await sqlite.ask('GET', path)).text);
          }),
        ),
      ),
      { numRuns: 4 },
    ),
  );
});

const PATHS = [
  ...GROUPINGS.flatMap((by) => [
    `/api/profitability?by=${by}&sort=label`,
    `/api/profitability?by=${by}&sort=-unitDays&limit=2&offset=1`,
    `/api/profitability?by=${by}&from=2026-01-01&to=2026-06-30&compare=previous`,
    `/api/profitability/entries?by=${by}`,
  ]),
  '/api/profitability/entries?by=category&key=Skis&limit=3&offset=2',
  '/api/export/journal',
  '/api/export/report?by=sku',
];

async function withStock(
  open: () => Promise<OpenedStore>,
  steps: readonly StockStep[],
  check: (app: TestApp) => Promise<void>,
): Promise<void> {
  const { store, drop } = await open();
  try {
    const app = openTestApp(store);
    // The first half is read into memory at once, the second as it is written.
    const half = Math.ceil(steps.length / 2);
    for (const step of steps.slice(0, half)) await takeStockStep(app, step);
    await report(app, '');
    for (const step of steps.slice(half)) {
      await takeStockStep(app, step);
      await report(app, 'limit=1');
    }
    await check(app);
  } finally {
    await drop();
  }
}

async function report(app: TestApp, query: string): Promise<Report> {
  const { status, text } = await app.ask('GET', `/api/profitability?${query}`);
  expect({ status, query }).toEqual({ status: 200, query });
  return getProfitability.answer.parse(JSON.parse(text));
}

async function checkAgainstFold(app: TestApp): Promise<void> {
  const ledger = await readPlainLedger(app.store);
  for (const period of PERIODS)
    for (const by of GROUPINGS) {
      const answer = await report(app, `by=${by}&limit=500&sort=label${queryOf(period)}`);
      for (const row of answer.rows) {
        const expected = plainOfRow(ledger, { by, key: row.key, period });
        expect({
          by,
          period,
          key: row.key,
          ...figuresOf(row.figures),
          ...(by === 'month' ? { rentedUnitDays: null } : {}),
        }).toEqual({
          by,
          period,
          key: row.key,
          ...expected,
        });
      }
      checkTotals(answer, by);
      await checkLines(app, { answer, by, period });
    }
}

function queryOf(period: Period | null): string {
  return period ? `&from=${period.from}&to=${period.to}` : '';
}

function plainOfRow(
  ledger: PlainLedger,
  { by, key, period }: { by: (typeof GROUPINGS)[number]; key: string; period: Period | null },
) {
  if (by !== 'month') {
    const column = {
      record: 'id',
      batch: 'batch_id',
      sku: 'sku',
      category: 'category',
      location: 'location',
    } as const;
    const records = ledger.records.filter((record) => record[column[by]] === key);
    return plainFigures(ledger, { records, period, today: TODAY });
  }
  const month = monthWithin(key, period);
  const figures = plainFigures(ledger, { records: ledger.records, period: month, today: TODAY });
  // Of a month, only those records are counted that have lines in it, and only their profit can be unknown.
  const active = ledger.records.filter(({ id }) =>
    ledger.entries.some(
      (entry) => entry.record_id === id && entry.occurred_on >= month.from && entry.occurred_on <= month.to,
    ),
  );
  const unknown = active.filter(({ acquisition_cost: cost }) => cost === null).length;
  return {
    ...figures,
    records: active.length,
    profitUnknown: unknown,
    profit: unknown === active.length && unknown > 0 ? null : (figures.profit ?? 0),
    // Known by month where somebody owned a serviced record; the totals below are compared.
    rentedUnitDays: null,
  };
}

function monthWithin(key: string, period: Period | null): Period {
  const [first, last]: [Day, Day] = [knownDay(`${key}-01`), lastOf(key)];
  return {
    from: period && period.from > first ? period.from : first,
    to: period && period.to < last ? period.to : last,
  };
}

function lastOf(month: string): Day {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return knownDay(new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10));
}

function figuresOf(figures: Row['figures']) {
  const { provenance } = figures;
  return {
    income: figures.income.amount,
    cost: figures.cost.amount,
    profit: figures.profit?.amount ?? null,
    profitUnknown: figures.profitUnknown,
    records: figures.records,
    unitDays: figures.unitDays,
    rentedUnitDays: figures.rentedUnitDays,
    lostUnits: figures.lostUnits,
    lostValue: figures.lostValue?.amount ?? 0,
    byKind: Object.fromEntries(
      figures.byKind
        .filter(({ amount }) => amount.amount !== 0)
        .map(({ kind, amount }) => [kind, amount.amount]),
    ),
    own: { income: provenance.income.own.amount, cost: provenance.cost.own.amount },
    inherited: { income: provenance.income.inherited.amount, cost: provenance.cost.inherited.amount },
  };
}

/** Every column that can be added up adds up, exactly. */
function checkTotals({ rows, totals, total }: Report, by: string): void {
  expect(total).toBe(rows.length);
  const column = (of: (figures: Row['figures']) => number) => ({
    lines: rows.reduce((sum, { figures }) => sum + of(figures), 0),
    total: of(totals),
  });
  const columns = [
    column(({ income }) => income.amount),
    column(({ cost }) => cost.amount),
    column(({ profit }) => profit?.amount ?? 0),
    column(({ acquisitionCost }) => acquisitionCost.amount),
    column(({ unitDays }) => unitDays),
    column(({ rentedUnitDays }) => rentedUnitDays ?? 0),
    column(({ lostUnits }) => lostUnits),
    column(({ lostValue }) => lostValue?.amount ?? 0),
    column(({ provenance }) => provenance.income.own.amount),
    column(({ provenance }) => provenance.cost.shared.amount),
    column(({ byKind }) => byKind.reduce((sum, { entries }) => sum + entries, 0)),
    ...(by === 'month'
      ? []
      : [
          column(({ records }) => records),
          column(({ profitUnknown }) => profitUnknown),
          column(({ units }) => units),
        ]),
  ];
  for (const { lines, total: of } of columns) expect(lines).toBe(of);
}

/** The lines behind each figure add up to it, page after page. */
async function checkLines(
  app: TestApp,
  { answer, by, period }: { answer: Report; by: string; period: Period | null },
): Promise<void> {
  for (const { key, figures } of answer.rows.slice(0, 3)) {
    const query = `by=${by}&key=${encodeURIComponent(key)}${queryOf(period)}`;
    const sums = { income: 0, cost: 0 };
    const seen = new Set<string>();
    for (let offset = 0; ; offset += 4) {
      const { status, text } = await app.ask(
        'GET',
        `/api/profitability/entries?${query}&limit=4&offset=${offset}`,
      );
      expect(status).toBe(200);
      const page = getFigureLines.answer.parse(JSON.parse(text));
      expect(page.totals).toEqual({ income: figures.income, cost: figures.cost });
      for (const line of page.rows) {
        sums[line.direction] += line.amount.amount;
        seen.add(line.id);
      }
      if (page.rows.length === 0) {
        expect(seen.size).toBe(page.total);
        break;
      }
    }
    expect(sums).toEqual({ income: figures.income.amount, cost: figures.cost.amount });
  }
}

async function checkAgainstProgram(app: TestApp, program: 'ledger' | 'hledger'): Promise<void> {
  const journal = (await app.ask('GET', '/api/export/journal')).text;
  for (const period of PERIODS) {
    const next = period && dayAfter(period.to);
    const balances = balancesOf(program, {
      journal,
      ...(period && next ? { from: period.from, before: next } : {}),
    });
    const { rows } = await report(app, `by=record&limit=500${queryOf(period)}`);
    const expected = rows.flatMap(({ key, figures }) =>
      figures.byKind
        .filter(({ amount }) => amount.amount !== 0)
        .map(
          ({ kind, amount }) =>
            `${key} ${kind} ${directionOf(kind) === 'income' ? -amount.amount : amount.amount}`,
        ),
    );
    const computed = balances
      .filter(({ top, cents }) => top !== 'Assets' && cents !== 0)
      .map(({ recordId, kind, cents }: AccountBalance) => `${recordId} ${kind} ${cents}`);
    expect(computed.toSorted()).toEqual(expected.toSorted());
  }
}

function dayAfter(day: Day): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
