import { z } from 'zod';
import { defineRead, defineWrite } from './defineOperation.ts';
import { changed, recordRow } from './records.ts';
import { id, queryText, repeated } from './shapes.ts';

export const replaceCodes = defineWrite({
  operationId: 'replaceCodes',
  method: 'put',
  path: '/api/records/{id}/codes',
  summary: 'The whole ordered list of stock codes; `moveFrom` takes taken codes over from their owners',
  tag: 'codes',
  params: z.strictObject({ id }),
  body: z.strictObject({
    codes: z.array(z.string()).max(10_000),
    moveFrom: z
      .array(id)
      .max(1000)
      .optional()
      .meta({ description: 'Records that may lose codes to this one.' }),
  }),
  answer: changed,
  version: 'required',
  refusals: [
    'record.missing',
    'version.missing',
    'version.stale',
    'code.empty',
    'code.too-long',
    'code.control-character',
    'code.broken-text',
    'code.repeated',
    'code.too-many',
    'code.taken',
  ],
  example: { codes: ['A001', 'A002'] },
});

const codePlace = z.strictObject({
  code: z.string(),
  state: z.enum(['attached', 'detached']),
  record: recordRow.meta({ description: 'Where it leads, or where it last led.' }),
});

export const findCode = defineRead({
  operationId: 'findCode',
  path: '/api/codes/{code}',
  summary: 'Where a code leads, also when it was detached or moved',
  tag: 'codes',
  params: z.strictObject({ code: queryText }),
  answer: codePlace,
  refusals: ['code.missing'],
});

export const listCodes = defineRead({
  operationId: 'listCodes',
  path: '/api/codes',
  summary: 'Which of these codes lead, or led, somewhere; free ones are not in the answer',
  tag: 'codes',
  query: z.strictObject({ code: repeated(queryText) }),
  answer: z.strictObject({ rows: z.array(codePlace) }),
  refusals: ['request.invalid'],
});
