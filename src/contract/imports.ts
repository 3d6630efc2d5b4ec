import { z } from 'zod';
import { defineRead, defineWrite } from './defineOperation.ts';
import { currency, id, instant, money } from './shapes.ts';

export const importFault = z
  .strictObject({
    file: z.enum(['records', 'ledger']),
    line: z.number().int().meta({ description: 'Line of the file, the header being line 1.' }),
    column: z.string(),
    code: z.string(),
    given: z.string(),
    detail: z.string(),
  })
  .meta({ id: 'ImportFault' });
export type ImportFault = z.output<typeof importFault>;

const fileReport = z.strictObject({
  name: z.string(),
  lines: z.number().int(),
  valid: z.number().int(),
  /** Lines that say what is stored already: they are passed over. */
  same: z.number().int(),
  invalid: z.number().int(),
  columns: z.array(z.strictObject({ header: z.string(), field: z.string().nullable() })),
});

export const importReport = z
  .strictObject({
    id,
    state: z.enum(['checked', 'committed']),
    createdAt: instant,
    currency,
    takeSoldOut: z.boolean(),
    records: fileReport.nullable(),
    ledger: fileReport.nullable(),
    faults: z
      .array(importFault)
      .meta({ description: 'The first 500; the rest are in the file of failed lines.' }),
    faultCount: z.number().int(),
    notes: z.array(z.strictObject({ code: z.string(), count: z.number().int(), detail: z.string() })),
    willAdd: z.strictObject({
      records: z.number().int(),
      serialized: z.number().int(),
      bulk: z.number().int(),
      closed: z.number().int(),
      units: z.number().int(),
      codes: z.number().int(),
      entries: z.number().int(),
      cost: money,
      income: money,
    }),
    operationId: id.nullable(),
  })
  .meta({ id: 'Import' });
export type ImportReport = z.output<typeof importReport>;

export const checkImport = defineWrite({
  operationId: 'checkImport',
  method: 'post',
  path: '/api/imports',
  summary: 'Check a records CSV, a ledger CSV or both; writes no stock and no money yet',
  tag: 'imports',
  body: z.strictObject({
    records: z.instanceof(Blob).optional(),
    ledger: z.instanceof(Blob).optional(),
    takeSoldOut: z.enum(['yes', 'no']).default('no'),
  }),
  bodyType: 'files',
  answer: importReport,
  status: 201,
  needs: 'data.import',
  refusals: ['forbidden', 'import.invalid', 'request.too-large'],
});

export const getImport = defineRead({
  operationId: 'getImport',
  path: '/api/imports/{id}',
  summary: 'A checked or committed import',
  tag: 'imports',
  params: z.strictObject({ id }),
  answer: importReport,
  needs: 'data.import',
  refusals: ['import.missing', 'forbidden'],
});

export const commitImport = defineWrite({
  operationId: 'commitImport',
  method: 'post',
  path: '/api/imports/{id}/commit',
  summary: 'Write a checked import as one operation: all of it, or the valid part',
  tag: 'imports',
  params: z.strictObject({ id }),
  body: z.strictObject({ mode: z.enum(['all', 'valid']) }),
  answer: importReport,
  needs: 'data.import',
  refusals: ['import.missing', 'import.not-ready', 'import.invalid', 'forbidden', 'amount.other-currency'],
  example: { mode: 'all' },
});

export const discardImport = defineWrite({
  operationId: 'discardImport',
  method: 'delete',
  path: '/api/imports/{id}',
  summary: 'Forget a checked import',
  tag: 'imports',
  params: z.strictObject({ id }),
  answer: z.strictObject({ id }),
  needs: 'data.import',
  refusals: ['import.missing', 'import.not-ready', 'forbidden'],
});

export const getFailedLines = defineRead({
  operationId: 'getFailedLines',
  path: '/api/imports/{id}/failed',
  summary: 'The failed lines as a file, each with its reason, to mend and bring in again',
  tag: 'imports',
  params: z.strictObject({ id }),
  query: z.strictObject({ file: z.enum(['records', 'ledger']) }),
  answer: z.string(),
  answerType: 'csv',
  needs: 'data.import',
  refusals: ['import.missing', 'forbidden'],
});
