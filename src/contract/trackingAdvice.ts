import { z } from 'zod';
import { defineRead } from './defineOperation.ts';
import { reportRecord } from './profitability.ts';
import { id, money } from './shapes.ts';

const count = z.number().int();

const reason = z
  .discriminatedUnion('code', [
    z.strictObject({ code: z.literal('unit-value'), unitValue: money, typical: money }),
    z.strictObject({ code: z.literal('repairs'), repairs: count, cost: money }),
    z.strictObject({ code: z.literal('losses'), lost: count, acquired: count, value: money }),
    z.strictObject({ code: z.literal('uneven-codes'), codes: count, quantity: count }),
  ])
  .meta({ id: 'SerializeReason' });
export type SerializeReasonRow = z.output<typeof reason>;

export const getTrackingAdvice = defineRead({
  operationId: 'getTrackingAdvice',
  path: '/api/profitability/advice',
  summary: 'Which bulk records deserve serials, and which serialized units are not worth the attention',
  tag: 'profitability',
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.strictObject({
    typicalUnitValue: money
      .nullable()
      .meta({ description: 'The median cost of a serialized unit; null where fewer than three are known.' }),
    serialize: z.strictObject({
      rows: z.array(z.strictObject({ record: reportRecord, reasons: z.array(reason) })),
      total: count,
    }),
    pool: z.array(
      z.strictObject({
        sku: z.string(),
        units: count,
        recordIds: z.array(id).meta({ description: 'For the preview of pooling them: at most 1,000.' }),
        unitValue: money,
        entries: count.meta({ description: 'Of all these units together, but for purchases.' }),
      }),
    ),
  }),
  needs: 'money.see',
  refusals: ['forbidden'],
});
