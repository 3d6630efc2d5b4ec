import { z } from 'zod';
import { DIRECTIONS, ENTRY_KINDS } from '#domain/entry.ts';
import { METERS } from '#domain/reading.ts';
import { HISTORY_ACTIONS } from '#domain/operation.ts';
import { operationRow } from './conversions.ts';
import { defineRead, defineWrite } from './defineOperation.ts';
import { recordRow } from './records.ts';
import { day, id, instant, money, page } from './shapes.ts';

export const service = z.strictObject({ from: day, to: day, units: z.number() });

export const ledgerEntry = z
  .strictObject({
    id,
    recordId: id,
    direction: z.enum(DIRECTIONS),
    kind: z.enum(ENTRY_KINDS),
    amount: money,
    occurredOn: day,
    recordedAt: instant,
    quantity: z.number().int().meta({ description: 'Of the record when the entry was posted.' }),
    note: z.string(),
    service: service.nullable(),
    source: z.string().nullable(),
    externalRef: z.string().nullable(),
    voids: id.nullable(),
    voidedBy: id.nullable(),
    restores: id.nullable().meta({ description: 'The voided entry that stands again in this one.' }),
    provenance: z.enum(['own', 'inherited', 'shared']),
    person: z.string(),
    runningProfit: money.optional().meta({ description: 'Income − cost of this and all earlier lines.' }),
  })
  .meta({ id: 'Entry' });
export type EntryRow = z.output<typeof ledgerEntry>;

export const listEntries = defineRead({
  operationId: 'listEntries',
  path: '/api/records/{id}/entries',
  summary: 'The ledger of one record, newest first; staff see the entries they posted',
  tag: 'ledger',
  params: z.strictObject({ id }),
  query: z.strictObject(page),
  answer: z.strictObject({ rows: z.array(ledgerEntry), total: z.number().int() }),
  needs: 'entries.see-own',
  refusals: ['record.missing', 'forbidden'],
});

const posted = z.strictObject({ operationId: id, entry: ledgerEntry, record: recordRow });

export const addEntry = defineWrite({
  operationId: 'addEntry',
  method: 'post',
  path: '/api/records/{id}/entries',
  summary: 'Post a cost or income',
  tag: 'ledger',
  params: z.strictObject({ id }),
  body: z.strictObject({
    kind: z.enum(ENTRY_KINDS),
    amount: money,
    occurredOn: day,
    note: z.string().optional(),
    service: service.nullable().optional(),
    source: z.string().min(1).max(100).optional(),
    externalRef: z.string().min(1).max(200).optional(),
  }),
  answer: posted,
  status: 201,
  needs: 'costs.add',
  refusals: [
    'record.missing',
    'forbidden',
    'amount.invalid',
    'amount.zero',
    'amount.too-large',
    'amount.other-currency',
    'day.invalid',
    'service.invalid',
    'entry.ref-taken',
    'text.too-long',
    'text.control-character',
    'text.broken',
  ],
  example: {
    kind: 'repair',
    amount: { amount: 8500, currency: 'EUR' },
    occurredOn: '2026-11-20',
    note: 'New brake pads',
  },
});

export const voidEntry = defineWrite({
  operationId: 'voidEntry',
  method: 'post',
  path: '/api/entries/{id}/void',
  summary: 'Take an entry back by a second line of the same day',
  tag: 'ledger',
  params: z.strictObject({ id }),
  body: z.strictObject({ reason: z.string() }),
  answer: posted,
  status: 201,
  needs: 'entries.void',
  refusals: [
    'entry.missing',
    'forbidden',
    'entry.already-void',
    'entry.is-void',
    'text.empty',
    'text.too-long',
    'text.control-character',
    'text.broken',
  ],
  example: { reason: 'Booked on the wrong bike' },
});

function known<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('known', [
    z.strictObject({ known: z.literal(true), value }),
    z.strictObject({
      known: z.literal(false),
      why: z.enum([
        'no-purchase-cost',
        'no-income',
        'no-acquisition-cost',
        'no-units',
        'no-unit-days',
        'not-earned-back',
      ]),
    }),
  ]);
}

const perUnitFigure = z.strictObject({
  provenance: z.enum(['own', 'inherited', 'shared']),
  amount: known(money),
});

export const recordFigures = z
  .strictObject({
    income: money,
    cost: money,
    profit: known(money),
    acquisitionCost: known(money),
    marginPpm: known(z.number().int()),
    roiPpm: known(z.number().int()),
    paybackDay: known(day),
    lostValue: known(money),
    unitDays: z.number().int(),
    rentals: z.number().int(),
    rentedUnitDays: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Null: no entry carries a service period.' }),
    utilisationPpm: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Rented / owned unit-days, in millionths.' }),
    use: z
      .array(
        z.strictObject({
          meter: z.enum(METERS),
          used: z.number().int(),
          from: day,
          to: day,
          cost: money.meta({ description: 'Costs but purchases, from the first reading to the last.' }),
        }),
      )
      .meta({
        description: 'What was used by each meter that was read twice: cost / used is the cost of one.',
      }),
    bookValue: money
      .nullable()
      .meta({ description: 'What is still owned, as of today; null: its SKU has no life.' }),
    profitWithBookValue: money.nullable().meta({ description: 'Cash profit and the book value.' }),
    profitPerUnitDay: known(z.strictObject({ amount: money, unitDays: z.number().int() })),
    perUnit: z.strictObject({ income: perUnitFigure, cost: perUnitFigure, profit: perUnitFigure }),
    byKind: z.array(
      z.strictObject({
        kind: z.enum(ENTRY_KINDS),
        amount: money,
        entries: z.number().int(),
        own: money,
        inherited: money,
        shared: money,
      }),
    ),
    curve: z
      .array(z.strictObject({ day, profit: money }))
      .meta({ description: 'Cumulative profit, at most 400 points.' }),
  })
  .meta({ id: 'Figures' });
export type RecordFigures = z.output<typeof recordFigures>;

export const getFigures = defineRead({
  operationId: 'getFigures',
  path: '/api/records/{id}/figures',
  summary: 'What a record earned and cost over its life, and how each figure is known',
  tag: 'ledger',
  params: z.strictObject({ id }),
  answer: recordFigures,
  needs: 'money.see',
  refusals: ['record.missing', 'forbidden'],
});

export const historyLine = z
  .strictObject({
    id,
    operationId: id,
    at: instant,
    person: z.string(),
    action: z.enum(HISTORY_ACTIONS),
    field: z.string().meta({ description: 'What changed: `quantity`, `codes`, `name`, … or `ledger`.' }),
    before: z.unknown(),
    after: z.unknown(),
    note: z.string(),
  })
  .meta({ id: 'HistoryLine' });
export type HistoryRow = z.output<typeof historyLine>;

export const listHistory = defineRead({
  operationId: 'listHistory',
  path: '/api/records/{id}/history',
  summary: 'Who changed what from what to what, newest first',
  tag: 'records',
  params: z.strictObject({ id }),
  query: z.strictObject(page),
  answer: z.strictObject({
    rows: z.array(historyLine),
    operations: z.array(operationRow).meta({
      description:
        'The operations that these lines belong to, as in the activity: whether they are undone now.',
    }),
    total: z.number().int(),
  }),
  refusals: ['record.missing'],
});
