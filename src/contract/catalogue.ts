import { z } from 'zod';
import { defineRead } from './defineOperation.ts';

const labels = z.strictObject({
  rows: z.array(z.strictObject({ name: z.string(), records: z.number().int() })),
});

function defineLabels(operationId: string, path: string, summary: string) {
  return defineRead({ operationId, path, summary, tag: 'records', answer: labels });
}

export const listCategories = defineLabels('listCategories', '/api/categories', 'Categories in use');
export const listLocations = defineLabels('listLocations', '/api/locations', 'Locations in use');
export const listSkus = defineLabels('listSkus', '/api/skus', 'SKUs in use');
