import { z } from 'zod';
import { defineRead } from './defineOperation.ts';
import { recordFilter, recordRow, recordSort, recordTotals } from './records.ts';
import { page } from './shapes.ts';

export const GROUP_FIELDS = ['sku', 'category', 'location'] as const;
export type GroupField = (typeof GROUP_FIELDS)[number];

const recordGroup = z
  .strictObject({
    label: z.string().meta({ description: 'What its records share; empty for those without.' }),
    serialized: z.number().int(),
    bulk: z.number().int(),
    ...recordTotals.shape,
    only: recordRow.nullable().meta({ description: 'The one record of a group of one.' }),
  })
  .meta({ id: 'RecordGroup' });
export type RecordGroup = z.output<typeof recordGroup>;

export const listRecordGroups = defineRead({
  operationId: 'listRecordGroups',
  path: '/api/records/groups',
  summary: 'The records of a filter in groups that share a SKU, category or location, each added up',
  tag: 'records',
  query: z.strictObject({
    ...recordFilter.shape,
    by: z.enum(GROUP_FIELDS).default('sku'),
    sort: recordSort.default('name'),
    ...page,
  }),
  answer: z.strictObject({ rows: z.array(recordGroup), total: z.number().int(), totals: recordTotals }),
  refusals: ['request.invalid', 'forbidden'],
});
