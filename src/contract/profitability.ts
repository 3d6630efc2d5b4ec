import { z } from 'zod';
import { parseDay } from '#domain/day.ts';
import { DIRECTIONS, ENTRY_KINDS } from '#domain/entry.ts';
import { COMPARISONS } from '#domain/period.ts';
import { defineRead } from './defineOperation.ts';
import { service } from './ledger.ts';
import { recordFilter } from './records.ts';
import { day, id, instant, money, page, queryText, tracking } from './shapes.ts';

/** @public for the screens */
export const REPORT_GROUPINGS = ['record', 'batch', 'sku', 'category', 'location', 'month'] as const;
/** @public for the screens */
export type ReportGrouping = (typeof REPORT_GROUPINGS)[number];

/** What a report can be sorted by; what is unknown comes last in both directions. */
export const REPORT_SORT_FIELDS = [
  'label',
  'records',
  'units',
  'income',
  'cost',
  'profit',
  'margin',
  'roi',
  'acquisitionCost',
  'unitDays',
  'incomePerUnitDay',
  'costPerUnitDay',
  'profitPerUnitDay',
  'utilisation',
  'lostValue',
  'bookValue',
  'profitWithBookValue',
] as const;
export type ReportSortField = (typeof REPORT_SORT_FIELDS)[number];

const queryDay = z
  .string()
  .transform((text, context) => {
    const found = parseDay(text);
    if (found) return found;
    context.addIssue({ code: 'custom', message: 'That is no day; days are written 2026-11-23.' });
    return z.NEVER;
  })
  .meta({ description: 'A calendar day, part of the period.', example: '2026-01-01' });

const fields = REPORT_SORT_FIELDS.join('|');
const sort = z
  .string()
  .regex(new RegExp(`^-?(?:${fields})(?:,-?(?:${fields})){0,4}$`))
  .meta({
    description: 'Figures in order, `-` for descending; what is unknown comes last, ties are broken by key.',
    example: '-profit',
  });

/** Which lines, grouped how, over which days. Absent `from` and `to`: all of life, carries included. */
const scope = {
  ...recordFilter.shape,
  by: z.enum(REPORT_GROUPINGS).default('record'),
  from: queryDay.optional(),
  to: queryDay.optional(),
};

function isInOrder({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean {
  return from === undefined || to === undefined || from <= to;
}
const OUT_OF_ORDER = { path: ['to'], message: 'The last day of a period is not before its first.' };

/** A whole report: which lines, how compared and sorted, without a page of it. */
export const reportScope = z
  .strictObject({
    ...scope,
    compare: z
      .enum(COMPARISONS)
      .optional()
      .meta({ description: 'As many days before, or the same days a year before; takes `from` and `to`.' }),
    sort: sort.default('-profit'),
  })
  .refine(isInOrder, OUT_OF_ORDER)
  .refine(({ compare, from, to }) => compare === undefined || (from !== undefined && to !== undefined), {
    path: ['compare'],
    message: 'Only a period with a first and a last day can be compared.',
  });
export type ReportScope = z.output<typeof reportScope>;
const reportQuery = reportScope.safeExtend(page);
/** @public for the screens */
export type ReportQuery = z.output<typeof reportQuery>;
/** @public for the screens */
export type ReportQueryInput = z.input<typeof reportQuery>;

const count = z.number().int();
const ppm = z.number().int().nullable();
const split = z.strictObject({ own: money, inherited: money, shared: money });
/** A ratio that is not rounded: the amount, over so many unit-days. */
const perUnitDay = z.strictObject({ amount: money, unitDays: count }).nullable();

export const reportFigures = z
  .strictObject({
    income: money,
    cost: money,
    profit: money.nullable().meta({
      description: 'Income − cost of the records whose purchase cost is known; null: of none it is.',
    }),
    profitUnknown: count.meta({ description: 'Records without a purchase cost, which profit leaves out.' }),
    marginPpm: ppm.meta({
      description: 'Profit / income of the records whose profit is known, in millionths.',
    }),
    acquisitionCost: money.meta({ description: 'The purchases among the lines of this period.' }),
    invested: money
      .nullable()
      .meta({ description: 'What the records of known purchase cost were bought for in all their life.' }),
    roiPpm: ppm.meta({ description: 'Profit / invested, in millionths.' }),
    records: count,
    units: count.meta({ description: 'Units that the records stand for now.' }),
    unitDays: count.meta({ description: 'Units owned × days of the period that have passed.' }),
    incomePerUnitDay: perUnitDay,
    costPerUnitDay: perUnitDay,
    profitPerUnitDay: perUnitDay.meta({
      description: 'Over the unit-days of the records whose profit is known.',
    }),
    rentedUnitDays: count.nullable(),
    utilisationPpm: ppm.meta({
      description:
        'Rented / owned unit-days of the records whose entries carry service periods, in millionths.',
    }),
    utilisationUnknown: count.meta({
      description: 'Records without service periods, which utilisation leaves out.',
    }),
    lostUnits: count,
    lostValue: money
      .nullable()
      .meta({ description: 'Lost units at their average acquisition cost: a memo, not a second cost.' }),
    bookValue: money
      .nullable()
      .meta({ description: 'What is still owned at the end of the period, where the SKU has a life.' }),
    profitWithBookValue: money
      .nullable()
      .meta({ description: 'Cash profit of those records, with what their book value rose or fell by.' }),
    bookValueUnknown: count.meta({ description: 'Records without a book value.' }),
    byKind: z.array(z.strictObject({ kind: z.enum(ENTRY_KINDS), amount: money, entries: count })),
    provenance: z
      .strictObject({ income: split, cost: split })
      .meta({ description: 'Posted to this very unit; carried to it by a conversion; a pool’s.' }),
  })
  .meta({ id: 'ReportFigures' });
export type ReportFiguresRow = z.output<typeof reportFigures>;

const averages = z
  .strictObject({ units: count, income: money, cost: money, profit: money.nullable() })
  .nullable()
  .meta({
    description: 'What one unit of a bulk record made on average; null for anything but a bulk record.',
  });

export const reportRecord = z.strictObject({
  id,
  name: z.string(),
  sku: z.string(),
  category: z.string(),
  location: z.string(),
  tracking,
  quantity: count,
});

export const reportRow = z
  .strictObject({
    key: z.string().meta({
      description:
        'Names the group: a record’s id, the id of a batch’s first record, a text (may be empty), or 2026-11.',
    }),
    label: z.string(),
    record: reportRecord
      .nullable()
      .meta({ description: 'The record, or the first of the batch; null for other groups.' }),
    figures: reportFigures,
    averagePerUnit: averages,
    comparison: reportFigures.nullable(),
  })
  .meta({ id: 'ReportRow' });
export type ReportRow = z.output<typeof reportRow>;

const period = z.strictObject({ from: day.nullable(), to: day.nullable() });

const reportAnswer = z
  .strictObject({
    rows: z.array(reportRow),
    total: count,
    totals: reportFigures.meta({
      description: 'Over all lines of the filter: the sum of each column exactly.',
    }),
    comparisonTotals: reportFigures.nullable(),
    period: period.nullable().meta({ description: 'Null: lifetime, since acquired.' }),
    comparison: period.nullable(),
    asOf: day.meta({ description: 'Today: time is owned up to it.' }),
  })
  .meta({ id: 'Report' });

export const getProfitability = defineRead({
  operationId: 'getProfitability',
  path: '/api/profitability',
  summary: 'What earns and what loses, by record, batch, SKU, category, location or month, over any period',
  tag: 'profitability',
  query: reportQuery,
  answer: reportAnswer,
  needs: 'money.see',
  refusals: ['request.invalid', 'forbidden'],
});

const figureQuery = z
  .strictObject({
    ...scope,
    key: queryText.optional().meta({ description: 'Of the group; absent: the lines behind the totals.' }),
    direction: z.enum(DIRECTIONS).optional(),
    kind: z.enum(ENTRY_KINDS).optional(),
    ...page,
  })
  .refine(isInOrder, OUT_OF_ORDER);
/** @public for the screens */
export type FigureQuery = z.output<typeof figureQuery>;
/** @public for the screens */
export type FigureQueryInput = z.input<typeof figureQuery>;

const figureLine = z
  .strictObject({
    id: z.string().meta({
      description:
        'Of an entry its own; a carry is named by its operation, its record and its place among the kinds.',
    }),
    type: z.enum(['entry', 'carry']).meta({
      description: 'A line as posted, or what a conversion carried: the second in lifetime figures only.',
    }),
    recordId: id,
    recordName: z.string(),
    direction: z.enum(DIRECTIONS),
    kind: z.enum(ENTRY_KINDS),
    amount: money,
    occurredOn: day,
    recordedAt: instant,
    note: z.string(),
    quantity: count.nullable().meta({ description: 'Of the record when the entry was posted.' }),
    service: service.nullable(),
    provenance: z.enum(['own', 'inherited', 'shared']),
    voids: id.nullable(),
    voidedBy: id.nullable(),
    operationId: id,
  })
  .meta({ id: 'FigureLine' });
/** @public for the screens */
export type FigureLine = z.output<typeof figureLine>;

export const getFigureLines = defineRead({
  operationId: 'getFigureLines',
  path: '/api/profitability/entries',
  summary: 'The entries, and in lifetime figures the carries, that a figure is the sum of, newest first',
  tag: 'profitability',
  query: figureQuery,
  answer: z.strictObject({
    rows: z.array(figureLine),
    total: count,
    totals: z
      .strictObject({ income: money, cost: money })
      .meta({ description: 'Of all these lines: equal to the figure that they are behind.' }),
  }),
  needs: 'money.see',
  refusals: ['request.invalid', 'forbidden'],
});
