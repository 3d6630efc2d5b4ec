import type { Hono } from 'hono';
import { describeSku, listCategories, listLocations, listSkus } from '#contract/catalogue.ts';
import { accept } from '#domain/result.ts';
import { listLabels } from '#server/store/recordList.ts';
import { listLives } from '#server/store/skuLives.ts';
import { describeSku as describe } from '#server/usecases/describeSku.ts';
import type { AppContext } from './createApp.ts';
import { serve } from './route.ts';

const COLUMNS = [
  { operation: listCategories, column: 'category' },
  { operation: listLocations, column: 'location' },
] as const;

export function catalogueRoutes(app: Hono, context: AppContext): void {
  const database = context.store.read;
  for (const { operation, column } of COLUMNS) {
    const handler = async () => accept({ rows: await listLabels(database, column) });
    serve(app, context, { operation, handler });
  }
  serve(app, context, {
    operation: listSkus,
    handler: async () => {
      const [rows, lives] = await Promise.all([listLabels(database, 'sku'), listLives(database)]);
      return accept({ rows: rows.map((row) => ({ ...row, life: lives.get(row.name) ?? null })) });
    },
  });
  serve(app, context, {
    operation: describeSku,
    handler: ({ body, write }) => describe(context, { ...write, ...body }),
  });
}
