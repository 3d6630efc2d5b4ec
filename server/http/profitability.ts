import type { Hono } from 'hono';
import {
  type ReportFiguresRow,
  type ReportRow,
  type ReportScope,
  type ReportSortField,
  getFigureLines,
  getProfitability,
} from '#contract/profitability.ts';
import { getTrackingAdvice } from '#contract/trackingAdvice.ts';
import { directionOf } from '#domain/entry.ts';
import { averagePerUnit } from '#domain/figures.ts';
import { type Minor, type Money } from '#domain/money.ts';
import { type Sums, reportFigures, sumOf } from '#domain/reportSums.ts';
import { accept } from '#domain/result.ts';
import { trackingOf } from '#domain/tracking.ts';
import type { StoredRecord } from '#server/store/recordRow.ts';
import { findCurrency } from '#server/store/workspace.ts';
import type { LedgerBook } from '#server/usecases/ledgerBook.ts';
import { readFigureLines } from '#server/usecases/readFigureLines.ts';
import { readAdvice } from '#server/usecases/readAdvice.ts';
import { type ReportLine, type ReportRequest, readReport } from '#server/usecases/readReport.ts';
import type { AppContext } from './createApp.ts';
import { filterOf } from './recordQuery.ts';
import { adviceAnswer, reportRecordAnswer } from './adviceAnswer.ts';
import { serve } from './route.ts';

export function profitabilityRoutes(app: Hono, context: AppContext & { book: LedgerBook }): void {
  serve(app, context, {
    operation: getProfitability,
    handler: async ({ query }) => {
      const { offset, limit } = query;
      const request = reportRequestOf(query);
      const { period } = request;
      const report = await readReport(context, { ...request, offset, limit });
      const currency = await findCurrency(context.store.read);
      return accept({
        rows: report.lines.map((line) => rowAnswer(line, currency)),
        total: report.total,
        totals: figuresAnswer(report.totals, currency),
        comparisonTotals: report.comparedTotals && figuresAnswer(report.comparedTotals, currency),
        period: period.from === null && period.to === null ? null : period,
        comparison: report.compared,
        asOf: report.asOf,
      });
    },
  });
  serve(app, context, {
    operation: getTrackingAdvice,
    handler: async ({ query }) =>
      accept(adviceAnswer(await readAdvice(context, query), await findCurrency(context.store.read))),
  });
  serve(app, context, {
    operation: getFigureLines,
    handler: async ({ query }) => {
      const { by, key = null, direction = null, kind = null, offset, limit } = query;
      const period = { from: query.from ?? null, to: query.to ?? null };
      const asked = { filter: filterOf(query), by, key, direction, kind, period, offset, limit };
      const { rows, total, income, cost } = await readFigureLines(context, asked);
      const currency = await findCurrency(context.store.read);
      return accept({
        rows: rows.map((line) => ({
          ...line,
          direction: directionOf(line.kind),
          amount: { amount: line.amount, currency },
        })),
        total,
        totals: { income: { amount: income, currency }, cost: { amount: cost, currency } },
      });
    },
  });
}

/** The report that a query asks for, without a page of it. */
export function reportRequestOf(query: ReportScope): Omit<ReportRequest, 'offset' | 'limit'> {
  return {
    filter: filterOf(query),
    by: query.by,
    period: { from: query.from ?? null, to: query.to ?? null },
    comparison: query.compare ?? null,
    sort: reportSortOf(query.sort),
  };
}

/** `-profit,label` */
function reportSortOf(text: string) {
  return text.split(',').map((part) => {
    const isDescending = part.startsWith('-');
    // The contract's pattern lets only sort fields through.
    return { field: part.slice(isDescending ? 1 : 0) as ReportSortField, isDescending };
  });
}

function rowAnswer({ key, record, sums, compared }: ReportLine, currency: string): ReportRow {
  return {
    key,
    label: record ? record.name : key,
    record: record && reportRecordAnswer(record),
    figures: figuresAnswer(sums, currency),
    averagePerUnit:
      record && record.id === key && sumOf(sums, 'records') === 1
        ? averages(record, { sums, currency })
        : null,
    comparison: compared && figuresAnswer(compared, currency),
  };
}

/** What one unit of a pool made on average; a serialized record's figures are its own, and no average. */
function averages(record: StoredRecord, { sums, currency }: { sums: Sums; currency: string }) {
  if (trackingOf(record) !== 'bulk') return null;
  const { income, cost, profit } = reportFigures(sums);
  const perUnit = (amount: Minor): Money => {
    const average = averagePerUnit(amount, record.quantity);
    return { amount: average.known ? average.value : amount, currency };
  };
  return {
    units: record.quantity,
    income: perUnit(income),
    cost: perUnit(cost),
    profit: profit === null ? null : perUnit(profit),
  };
}

function figuresAnswer(sums: Sums, currency: string): ReportFiguresRow {
  const figures = reportFigures(sums);
  const money = (amount: Minor): Money => ({ amount, currency });
  const orUnknown = (amount: Minor | null): Money | null => (amount === null ? null : money(amount));
  const perUnitDay = (amount: Minor | null, unitDays: number) =>
    amount === null || unitDays === 0 ? null : { amount: money(amount), unitDays };
  const { income, cost, profit, unitDays, knownUnitDays, provenance, ...others } = figures;
  const split = ({ own, inherited, shared }: (typeof provenance)['income']) => ({
    own: money(own),
    inherited: money(inherited),
    shared: money(shared),
  });
  return {
    ...others,
    income: money(income),
    cost: money(cost),
    profit: orUnknown(profit),
    records: sumOf(sums, 'records'),
    units: sumOf(sums, 'units'),
    unitDays,
    acquisitionCost: money(figures.acquisitionCost),
    invested: orUnknown(figures.invested),
    incomePerUnitDay: perUnitDay(income, unitDays),
    costPerUnitDay: perUnitDay(cost, unitDays),
    profitPerUnitDay: perUnitDay(profit, knownUnitDays),
    lostValue: orUnknown(figures.lostValue),
    bookValue: orUnknown(figures.bookValue),
    profitWithBookValue: orUnknown(figures.profitWithBookValue),
    byKind: figures.byKind.map((line) => ({ ...line, amount: money(line.amount) })),
    provenance: { income: split(provenance.income), cost: split(provenance.cost) },
  };
}
