import { ENTRY_KINDS } from '#domain/entry.ts';
import { type Minor, formatDecimal } from '#domain/money.ts';
import { type ReportFigures, type Sums, reportFigures, sumOf } from '#domain/reportSums.ts';
import { trackingOf } from '#domain/tracking.ts';
import type { ReportLine } from '#server/usecases/readReport.ts';

/** A cell of a report's file: a text, a number as plain decimal text, or nothing where a figure is unknown. */
export type ReportCell = { text: string } | { number: string } | null;

type Line = Pick<ReportLine, 'key' | 'record' | 'sums' | 'compared'>;

interface Cells {
  line: Line;
  figures: ReportFigures;
  compared: ReportFigures | null;
  money: (amount: Minor | null | undefined) => ReportCell;
}

type Column = readonly [header: string, cell: (of: Cells) => ReportCell];

const COLUMNS: readonly Column[] = [
  ['key', ({ line }) => text(line.key)],
  ['label', ({ line }) => text(line.record?.name ?? line.key)],
  ['sku', ({ line }) => text(line.record?.sku)],
  ['category', ({ line }) => text(line.record?.category)],
  ['location', ({ line }) => text(line.record?.location)],
  ['tracking', ({ line }) => text(line.record ? trackingOf(line.record) : undefined)],
  ['records', ({ line }) => count(sumOf(line.sums, 'records'))],
  ['units', ({ line }) => count(sumOf(line.sums, 'units'))],
  ['income', ({ figures, money }) => money(figures.income)],
  ['cost', ({ figures, money }) => money(figures.cost)],
  ['profit', ({ figures, money }) => money(figures.profit)],
  ['records_without_purchase_cost', ({ figures }) => count(figures.profitUnknown)],
  ['margin_percent', ({ figures }) => percent(figures.marginPpm)],
  ['invested', ({ figures, money }) => money(figures.invested)],
  ['return_percent', ({ figures }) => percent(figures.roiPpm)],
  ['unit_days', ({ figures }) => count(figures.unitDays)],
  ['rented_unit_days', ({ figures }) => count(figures.rentedUnitDays)],
  ['utilisation_percent', ({ figures }) => percent(figures.utilisationPpm)],
  ['lost_units', ({ figures }) => count(figures.lostUnits)],
  ['lost_value', ({ figures, money }) => money(figures.lostValue)],
  ['book_value', ({ figures, money }) => money(figures.bookValue)],
  ['profit_with_book_value', ({ figures, money }) => money(figures.profitWithBookValue)],
  ...(['income', 'cost'] as const).flatMap((direction) =>
    (['own', 'inherited', 'shared'] as const).map((known): Column => [
      `${known}_${direction}`,
      ({ figures, money }) => money(figures.provenance[direction][known]),
    ]),
  ),
  ...ENTRY_KINDS.map((kind): Column => [
    kind.replaceAll('-', '_'),
    ({ figures, money }) => money(figures.byKind.find((line) => line.kind === kind)?.amount),
  ]),
  ['compared_income', ({ compared, money }) => money(compared?.income)],
  ['compared_cost', ({ compared, money }) => money(compared?.cost)],
  ['compared_profit', ({ compared, money }) => money(compared?.profit)],
];

export const REPORT_HEADERS = [...COLUMNS.map(([header]) => header), 'currency'];

/** One line of a report as cells, in the order of the headers. */
export function reportCells(line: Line, currency: string): ReportCell[] {
  const money: Cells['money'] = (amount) =>
    amount === null || amount === undefined ? null : { number: formatDecimal({ amount, currency }) };
  const figures = reportFigures(line.sums);
  const compared = line.compared && reportFigures(line.compared);
  return [...COLUMNS.map(([, cell]) => cell({ line, figures, compared, money })), text(currency)];
}

/** The last line: what all the others add up to. */
export function totalCells(
  { totals, comparedTotals }: { totals: Sums; comparedTotals: Sums | null },
  currency: string,
): ReportCell[] {
  return reportCells({ key: 'total', record: null, sums: totals, compared: comparedTotals }, currency);
}

function text(value: string | undefined): ReportCell {
  return value === undefined ? null : { text: value };
}

function count(value: number | null): ReportCell {
  return value === null ? null : { number: String(value) };
}

/** Millionths as a percentage, with all its digits. */
function percent(ppm: number | null): ReportCell {
  return ppm === null ? null : { number: String(ppm / 10_000) };
}
