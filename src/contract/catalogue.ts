import { z } from 'zod';
import { DEPRECIATION_METHODS, MAX_LIFE_MONTHS } from '#domain/bookValue.ts';
import { defineRead, defineWrite } from './defineOperation.ts';
import { id, queryText } from './shapes.ts';

const label = z.strictObject({ name: z.string(), records: z.number().int() });
const labels = z.strictObject({ rows: z.array(label) });

function defineLabels(operationId: string, path: string, summary: string) {
  return defineRead({ operationId, path, summary, tag: 'records', answer: labels });
}

export const listCategories = defineLabels('listCategories', '/api/categories', 'Categories in use');
export const listLocations = defineLabels('listLocations', '/api/locations', 'Locations in use');

const life = z
  .strictObject({
    months: z.number().int().min(1).max(MAX_LIFE_MONTHS),
    residualPpm: z.number().int().min(0).max(1_000_000).meta({
      description: 'What is left of the purchase at the end of life, in millionths.',
    }),
    method: z.enum(DEPRECIATION_METHODS),
  })
  .meta({ id: 'AssetLife', description: 'How the things of a SKU lose value.' });
export type AssetLifeRow = z.output<typeof life>;

const skuRow = label.extend({ life: life.nullable().meta({ description: 'Null: no book value.' }) });
export type SkuRow = z.output<typeof skuRow>;

export const listSkus = defineRead({
  operationId: 'listSkus',
  path: '/api/skus',
  summary: 'SKUs in use, with how their things lose value',
  tag: 'records',
  answer: z.strictObject({ rows: z.array(skuRow) }),
});

export const describeSku = defineWrite({
  operationId: 'describeSku',
  method: 'patch',
  path: '/api/skus',
  summary: 'Say how the things of a SKU lose value, or that they do not',
  tag: 'records',
  body: z.strictObject({ sku: queryText, life: life.nullable() }),
  answer: z.strictObject({ operationId: id, sku: z.string(), life: life.nullable() }),
  needs: 'income.add',
  refusals: ['sku.missing', 'forbidden'],
  example: { sku: 'CAR-VAN', life: { months: 60, residualPpm: 200_000, method: 'straight-line' } },
});
