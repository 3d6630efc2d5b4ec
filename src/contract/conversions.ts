import { z } from 'zod';
import { ENTRY_KINDS } from '#domain/entry.ts';
import { CONVERSION_TYPES, OPERATION_TYPES } from '#domain/operation.ts';
import { defineRead, defineWrite } from './defineOperation.ts';
import { recordRow } from './records.ts';
import { id, instant, money, page } from './shapes.ts';

const seen = z.strictObject({
  id,
  version: z.number().int().meta({ description: 'The version that was seen.' }),
});
const codes = z.array(z.string()).max(10_000).default([]);
const history = z.enum(['share', 'keep']).default('keep').meta({
  description:
    '`share`: the batch’s income and cost are shared out by quantity, to the cent. `keep`: they stay with the batch.',
});

const conversion = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('serialize'), record: seen, units: z.number(), codes, history }),
  z.strictObject({ type: z.literal('split'), record: seen, quantity: z.number(), codes, history }),
  z.strictObject({
    type: z.literal('pool'),
    records: z.array(seen).min(1).max(10_000),
    into: id.nullable().default(null).meta({ description: 'One of the records; null makes a new one.' }),
  }),
  z.strictObject({
    type: z.literal('merge'),
    records: z.array(seen).min(1).max(10_000),
    into: id.nullable().default(null),
  }),
]);

const planned = z.strictObject({
  /** Null for a record that is to be made. */
  id: id.nullable(),
  name: z.string(),
  quantityBefore: z.number().int().nullable(),
  quantity: z.number().int(),
  codes: z.array(z.string()),
  carried: z.array(z.strictObject({ kind: z.enum(ENTRY_KINDS), amount: money })),
});

export const conversionPlan = z
  .strictObject({
    type: z.enum(CONVERSION_TYPES),
    made: z.number().int(),
    records: z.array(planned).meta({ description: 'The first 500 of all records that the plan touches.' }),
  })
  .meta({ id: 'ConversionPlan' });
export type ConversionPlanRow = z.output<typeof conversionPlan>;

export const convertRecords = defineWrite({
  operationId: 'convertRecords',
  method: 'post',
  path: '/api/conversions',
  summary: 'Serialize, pool, split or merge, as one operation; with `preview=true` only say what it would do',
  tag: 'conversions',
  query: z.strictObject({ preview: z.enum(['true', 'false']).default('false') }),
  body: conversion,
  answer: z.strictObject({
    operationId: id.nullable().meta({ description: 'Null for a preview.' }),
    made: z.array(id),
    changed: z.array(id),
    plan: conversionPlan.nullable().meta({ description: 'What a preview would do, to the cent.' }),
  }),
  needs: 'records.convert',
  refusals: [
    'record.missing',
    'version.stale',
    'conversion.too-many',
    'conversion.too-few',
    'conversion.not-bulk',
    'conversion.closed',
    'conversion.different',
    'conversion.code-elsewhere',
    'code.taken',
    'code.repeated',
    'code.empty',
    'code.too-long',
    'code.control-character',
    'code.broken-text',
    'code.too-many',
    'amount.too-large',
  ],
  example: {
    type: 'serialize',
    record: { id: '019ab3f0-7c1e-7d3a-9a51-0c5b6ad2f001', version: 4 },
    units: 3,
    codes: ['A001', 'A002', 'A003'],
    history: 'share',
  },
});

const lineageNode = z.strictObject({
  recordId: id,
  name: z.string(),
  quantity: z.number().int(),
  operationId: id,
  type: z.string(),
  at: instant,
  isUndone: z.boolean(),
  of: id.meta({ description: 'The record in the tree that this one hangs on.' }),
  generation: z.number().int().meta({ description: '1 is the nearest.' }),
  units: z.number().int().meta({ description: 'How many units came along by this link.' }),
  carried: z
    .array(z.strictObject({ kind: z.enum(ENTRY_KINDS), amount: money }))
    .optional()
    .meta({ description: 'The money that came along, for those who may see money.' }),
});

const side = z.strictObject({ nodes: z.array(lineageNode), total: z.number().int() });

export const getLineage = defineRead({
  operationId: 'getLineage',
  path: '/api/records/{id}/lineage',
  summary: 'The tree of what a record was made from, and of what was made from it',
  tag: 'conversions',
  params: z.strictObject({ id }),
  answer: z.strictObject({ parents: side, children: side }),
  refusals: ['record.missing'],
});

export const operationRow = z
  .strictObject({
    id,
    type: z.enum(OPERATION_TYPES),
    at: instant,
    person: z.string(),
    subject: z.string(),
    records: z.number().int(),
    undoes: id.nullable(),
    isUndone: z.boolean(),
    isUndoable: z.boolean(),
  })
  .meta({ id: 'Operation' });
export type OperationRow = z.output<typeof operationRow>;

export const listActivity = defineRead({
  operationId: 'listActivity',
  path: '/api/activity',
  summary: 'All operations, newest first',
  tag: 'conversions',
  query: z.strictObject({ type: z.enum(OPERATION_TYPES).optional(), ...page }),
  answer: z.strictObject({ rows: z.array(operationRow), total: z.number().int() }),
  refusals: ['request.invalid'],
});

const turned = z.strictObject({
  operationId: id,
  recordIds: z.array(id),
  records: z
    .array(recordRow)
    .meta({ description: 'The first 1,000 of them that are not withdrawn, as they are now.' }),
});
const undoRefusals = [
  'operation.missing',
  'operation.not-undoable',
  'operation.superseded',
  'forbidden',
] as const;

export const undoOperation = defineWrite({
  operationId: 'undoOperation',
  method: 'post',
  path: '/api/operations/{id}/undo',
  summary: 'Take a whole operation back; refused while later work depends on it, which is named',
  tag: 'conversions',
  params: z.strictObject({ id }),
  answer: turned,
  refusals: [...undoRefusals, 'operation.already-undone'],
});

export const redoOperation = defineWrite({
  operationId: 'redoOperation',
  method: 'post',
  path: '/api/operations/{id}/redo',
  summary: 'Do again what was undone',
  tag: 'conversions',
  params: z.strictObject({ id }),
  answer: turned,
  refusals: [...undoRefusals, 'operation.not-undone'],
});
