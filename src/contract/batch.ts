import { z } from 'zod';
import { CELL_FIELDS, CELL_VERDICTS } from '#domain/cellEdit.ts';
import { defineWrite } from './defineOperation.ts';
import { recordFilter, recordRow } from './records.ts';
import { id, reason } from './shapes.ts';

const MAX_EDITS = 10_000;

const text = z.string().meta({ description: 'As typed: `47`, `+5`, `A001..A050; B7`, `Shelf 4`.' });

const cellEdit = z
  .strictObject({
    record: id,
    field: z.enum(CELL_FIELDS),
    text,
    version: z.number().int().optional().meta({ description: 'The version of the record that was seen.' }),
    seen: z
      .union([z.string(), z.number(), z.array(z.string()).max(10_000)])
      .optional()
      .meta({
        description:
          'Or the value that was seen: somebody else’s change of another cell is then no conflict.',
      }),
  })
  .meta({ id: 'CellEdit' });

/** The same for every record: what a bulk edit does. */
const bulkChange = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('text'),
      field: z.enum(['category', 'location', 'sku']),
      text: z.string(),
    }),
    z.strictObject({ kind: z.literal('quantity'), text }),
    z.strictObject({ kind: z.literal('codePrefix'), prefix: z.string() }),
    z.strictObject({ kind: z.literal('archive'), reason }),
  ])
  .meta({ id: 'BulkChange' });

const answers = z
  .strictObject({
    increase: reason.optional(),
    decrease: reason.optional(),
    grow: z.enum(['units', 'pool']).optional(),
    close: reason.optional(),
    reopen: reason.optional(),
  })
  .meta({ description: 'One answer for every crossing in the batch, and the reasons of its changes.' });

const common = {
  mode: z
    .enum(['all', 'valid'])
    .meta({ description: '`all`: nothing is written while any edit is refused.' }),
  answers: answers.default({}),
};

const problem = z
  .looseObject({
    index: z.number().int().meta({ description: 'The place of the edit, or of the record in a bulk edit.' }),
    record: id,
    name: z.string(),
    field: z.enum(CELL_FIELDS),
    verdict: z.enum(CELL_VERDICTS),
    code: z.string(),
  })
  .meta({ id: 'CellProblem', description: 'Why an edit is refused, with the facts of its code.' });
export type CellProblem = z.output<typeof problem>;

const counts = z.record(z.enum(CELL_VERDICTS), z.number().int());

export const editBatch = defineWrite({
  operationId: 'editBatch',
  method: 'post',
  path: '/api/batch',
  summary:
    'Up to 10,000 cell edits, or one change of all records of a filter, as one operation with a verdict for each',
  tag: 'records',
  query: z.strictObject({ preview: z.enum(['true', 'false']).default('false') }),
  body: z.union([
    z.strictObject({ ...common, edits: z.array(cellEdit).min(1).max(MAX_EDITS) }),
    z.strictObject({ ...common, records: z.array(id).min(1).max(MAX_EDITS), change: bulkChange }),
    z.strictObject({
      ...common,
      filter: recordFilter,
      change: bulkChange,
      seen: z
        .number()
        .int()
        .optional()
        .meta({ description: 'How many records the preview counted; another number by now is refused.' }),
    }),
  ]),
  answer: z.strictObject({
    operationId: id.nullable().meta({ description: 'Null for a preview, and when nothing was to change.' }),
    counts,
    verdicts: z
      .array(z.enum(CELL_VERDICTS))
      .meta({ description: 'One for each edit, in their order; of a bulk edit none.' }),
    problems: z.array(problem).meta({ description: 'Of a bulk edit the first 1,000.' }),
    changed: z.number().int().meta({ description: 'How many records changed.' }),
    records: z.array(recordRow).meta({ description: 'The first 1,000 that changed, as they are now.' }),
    added: z.number().int().meta({ description: 'How many records `grow: "units"` made.' }),
  }),
  refusals: [
    'batch.refused',
    'batch.repeated',
    'batch.too-many',
    'batch.moved',
    'request.cancelled',
    'record.missing',
    'version.missing',
    'cell.moved',
    'quantity.invalid',
    'quantity.too-many-units',
    'quantity.moved',
    'quantity.crossing',
    'reason.unfit',
    'code.empty',
    'code.too-long',
    'code.control-character',
    'code.broken-text',
    'code.repeated',
    'code.too-many',
    'code.range-invalid',
    'code.taken',
    'text.empty',
    'text.too-long',
    'text.control-character',
    'text.broken',
    'forbidden',
  ],
  example: {
    mode: 'all',
    edits: [
      { record: '019ab3f0-7c1e-7d3a-9a51-0c5b6ad2f001', field: 'quantity', text: '47', seen: 50 },
      { record: '019ab3f0-7c1e-7d3a-9a51-0c5b6ad2f002', field: 'location', text: 'Shelf 4', version: 3 },
    ],
    answers: {},
  },
});
