import { z } from 'zod';
import { CODE_KINDS } from '#domain/stockCode.ts';
import { defineRead, defineWrite } from './defineOperation.ts';
import { day, id, instant, money, page, queryText, reason, repeated, tracking } from './shapes.ts';

const stockCode = z.strictObject({ code: z.string(), kind: z.enum(CODE_KINDS) }).meta({ id: 'StockCode' });

/** Money about a record: only in answers to those who may see it. `null` is unknown, which is not zero. */
const recordMoney = {
  income: money.optional(),
  cost: money.optional(),
  profit: money.nullable().optional(),
  acquisitionCost: money.nullable().optional(),
  marginPpm: z.number().int().nullable().optional().meta({ description: 'Profit / income in millionths.' }),
};

/** A table row. Of very many codes a row carries the first fifty; the record itself carries all. */
export const recordRow = z
  .strictObject({
    id,
    version: z.number().int(),
    name: z.string(),
    sku: z.string(),
    category: z.string(),
    location: z.string(),
    notes: z.string(),
    reference: z.string(),
    quantity: z.number().int(),
    tracking,
    codes: z.array(stockCode),
    codeCount: z.number().int(),
    individualSince: instant.nullable(),
    openedOn: day,
    changedAt: instant,
    ...recordMoney,
  })
  .meta({ id: 'Record' });

export type RecordRow = z.output<typeof recordRow>;

/** `gte:2`, `lt:0`, `5`; several joined by a comma must all hold, a repeated parameter means "or". */
const numberFilter = z
  .string()
  .regex(/^(?:(?:eq|ne|lt|lte|gt|gte):)?-?\d{1,16}(?:,(?:(?:eq|ne|lt|lte|gt|gte):)?-?\d{1,16})*$/);

export const SORT_FIELDS = [
  'name',
  'sku',
  'category',
  'location',
  'quantity',
  'tracking',
  'codes',
  'income',
  'cost',
  'profit',
  'margin',
  'changed',
] as const;
export type SortField = (typeof SORT_FIELDS)[number];
/** Sorting and filtering by these tells about money, so it takes the same permission as seeing it. */
export const MONEY_FIELDS = ['income', 'cost', 'profit', 'margin'] as const;

export const recordSort = z
  .string()
  .regex(new RegExp(`^-?(?:${SORT_FIELDS.join('|')})(?:,-?(?:${SORT_FIELDS.join('|')})){0,4}$`))
  .meta({
    description: 'Fields in order, `-` for descending; ties are broken by id.',
    example: '-profit,name',
  });

/** `gte:2026-11-01,lte:2026-11-30`; a day alone means that day. Days are counted in UTC, as instants are told. */
const dayFilter = z.string().regex(/^(?:(?:gte|lte):)?\d{4}-\d{2}-\d{2}(?:,(?:gte|lte):\d{4}-\d{2}-\d{2})?$/);

/** Which records: one parameter per filter, all must hold; a repeated one means "or". */
export const recordFilter = z.strictObject({
  q: queryText
    .optional()
    .meta({ description: 'Every word must occur in the name, SKU, reference or a stock code.' }),
  name: repeated(queryText).meta({ description: 'Occurs in the name; case does not matter.' }),
  tracking: repeated(tracking),
  category: repeated(queryText),
  location: repeated(queryText),
  sku: repeated(queryText),
  codes: z.enum(['none', 'some']).optional(),
  quantity: repeated(numberFilter),
  income: repeated(numberFilter),
  cost: repeated(numberFilter),
  profit: repeated(numberFilter),
  margin: repeated(numberFilter).meta({ description: 'In millionths.' }),
  changed: repeated(dayFilter),
});

export const recordQuery = z.strictObject({
  ...recordFilter.shape,
  sort: recordSort.default('name'),
  ...page,
});
export type RecordQuery = z.output<typeof recordQuery>;
export type RecordQueryInput = z.input<typeof recordQuery>;

/** Over the whole filter, not the page. `profit` sums the records whose profit is known; `profitUnknown` counts the others. */
export const recordTotals = z
  .strictObject({
    records: z.number().int(),
    quantity: z.number().int(),
    codes: z.number().int(),
    income: money.optional(),
    cost: money.optional(),
    profit: money.optional(),
    profitUnknown: z.number().int().optional(),
  })
  .meta({ id: 'RecordTotals' });
export type RecordTotals = z.output<typeof recordTotals>;

export const listRecords = defineRead({
  operationId: 'listRecords',
  path: '/api/records',
  summary: 'Rows of the inventory table, with totals over the whole filter',
  tag: 'records',
  query: recordQuery,
  answer: z.strictObject({ rows: z.array(recordRow), total: z.number().int(), totals: recordTotals }),
  refusals: ['request.invalid', 'forbidden'],
});

export const getRecord = defineRead({
  operationId: 'getRecord',
  path: '/api/records/{id}',
  summary: 'One record, with all its codes',
  tag: 'records',
  params: z.strictObject({ id }),
  answer: recordRow,
  refusals: ['record.missing'],
});

const newRecord = z
  .strictObject({
    name: z.string(),
    sku: z.string().optional(),
    category: z.string().optional(),
    location: z.string().optional(),
    notes: z.string().optional(),
    reference: z.string().optional(),
    quantity: z.number(),
    codes: z.array(z.string()).max(10_000).optional(),
    openedOn: day.optional(),
    purchaseCost: money.optional().meta({ description: 'What all these units cost together.' }),
  })
  .meta({ id: 'NewRecord' });

export const createRecords = defineWrite({
  operationId: 'createRecords',
  method: 'post',
  path: '/api/records',
  summary: 'Make one record, or up to 10,000 in one operation',
  tag: 'records',
  body: z.union([newRecord, z.strictObject({ records: z.array(newRecord).min(1).max(10_000) })]),
  answer: z.strictObject({ operationId: id, ids: z.array(id), record: recordRow.nullable() }),
  status: 201,
  refusals: [
    'quantity.invalid',
    'code.empty',
    'code.too-long',
    'code.control-character',
    'code.broken-text',
    'code.repeated',
    'code.too-many',
    'code.taken',
    'reference.taken',
    'text.empty',
    'text.too-long',
    'text.control-character',
    'text.broken',
    'day.invalid',
    'amount.invalid',
    'amount.zero',
    'amount.too-large',
    'amount.other-currency',
  ],
  example: { name: 'Ski poles 120 cm', category: 'Skis', quantity: 50, codes: ['POLES-120'] },
});

/** What a write to one record answers; `operationId` is null when everything was already so. */
export const changed = z.strictObject({ operationId: id.nullable(), record: recordRow });

export const describeRecord = defineWrite({
  operationId: 'describeRecord',
  method: 'patch',
  path: '/api/records/{id}',
  summary: 'Change the name, SKU, category, location, notes or reference',
  tag: 'records',
  params: z.strictObject({ id }),
  body: newRecord
    .pick({ name: true, sku: true, category: true, location: true, notes: true, reference: true })
    .partial(),
  answer: changed,
  version: 'required',
  refusals: [
    'record.missing',
    'version.missing',
    'version.stale',
    'reference.taken',
    'text.empty',
    'text.too-long',
    'text.control-character',
    'text.broken',
  ],
  example: { location: 'Shelf 4' },
});

const adjustmentCommon = {
  reason: reason.optional().meta({ description: 'A set without one is a `count`.' }),
  crossing: z
    .enum(['units', 'pool', 'close'])
    .optional()
    .meta({ description: 'The answer to a `quantity.crossing`.' }),
  occurredOn: day.optional(),
  note: z.string().optional(),
  entry: z
    .strictObject({ kind: z.enum(['purchase', 'sale']), amount: money })
    .optional()
    .meta({
      description: 'What these units cost or brought: posted together with the adjustment or not at all.',
    }),
};

export const adjustQuantity = defineWrite({
  operationId: 'adjustQuantity',
  method: 'post',
  path: '/api/records/{id}/adjustments',
  summary: 'Set a counted quantity (If-Match and the quantity seen), or change it by so many',
  tag: 'records',
  params: z.strictObject({ id }),
  body: z.union([
    z.strictObject({ set: z.number(), seen: z.number(), ...adjustmentCommon }),
    z.strictObject({ change: z.number(), ...adjustmentCommon }),
  ]),
  answer: z.strictObject({
    operationId: id.nullable().meta({ description: 'Null when the quantity was already that.' }),
    record: recordRow,
    added: z.array(id).meta({ description: 'The records that `crossing: "units"` made.' }),
    notice: z.enum(['becomes-individual', 'becomes-bulk', 'closes', 'reopens']).nullable(),
  }),
  version: 'optional',
  refusals: [
    'record.missing',
    'version.missing',
    'version.stale',
    'quantity.invalid',
    'quantity.too-many-units',
    'quantity.moved',
    'quantity.crossing',
    'reason.unfit',
    'day.invalid',
    'forbidden',
    'amount.invalid',
    'amount.zero',
    'amount.too-large',
    'amount.other-currency',
    'text.too-long',
    'text.control-character',
    'text.broken',
  ],
  example: { change: 5, reason: 'found' },
});
