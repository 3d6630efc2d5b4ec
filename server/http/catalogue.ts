import type { Hono } from 'hono';
import { listCategories, listLocations, listSkus } from '#contract/catalogue.ts';
import { accept } from '#domain/result.ts';
import { listLabels } from '#server/store/recordList.ts';
import type { AppContext } from './createApp.ts';
import { serve } from './route.ts';

const COLUMNS = [
  { operation: listCategories, column: 'category' },
  { operation: listLocations, column: 'location' },
  { operation: listSkus, column: 'sku' },
] as const;

export function catalogueRoutes(app: Hono, context: AppContext): void {
  for (const { operation, column } of COLUMNS) {
    const handler = async () => accept({ rows: await listLabels(context.store.read, column) });
    serve(app, context, { operation, handler });
  }
}
