import type { AssetLife } from '#domain/bookValue.ts';
import type { ReadHandle } from './store.ts';

/** How the things of each SKU lose value, of those for which somebody has said so. */
export async function listLives(database: ReadHandle): Promise<Map<string, AssetLife>> {
  const rows = await database.selectFrom('sku_life').selectAll().execute();
  return new Map(
    rows.map(({ sku, months, residual_ppm: residualPpm, method }) => [sku, { months, residualPpm, method }]),
  );
}
