import type { AssetLife } from '#domain/bookValue.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

/** How the things of each SKU lose value, of those for which somebody has said so. */
export async function listLives(database: ReadHandle): Promise<Map<string, AssetLife>> {
  const rows = await database.selectFrom('sku_life').selectAll().execute();
  return new Map(
    rows.map(({ sku, months, residual_ppm: residualPpm, method }) => [sku, { months, residualPpm, method }]),
  );
}

/** Does any listed record have this SKU? The empty one is none. */
export async function hasSku(database: ReadHandle, sku: string): Promise<boolean> {
  const found = await database
    .selectFrom('record')
    .select('id')
    .where('sku', '=', sku)
    .where('is_withdrawn', '=', 0)
    .limit(1)
    .executeTakeFirst();
  return sku !== '' && found !== undefined;
}

export async function saveLife(
  transaction: WriteHandle,
  { sku, life }: { sku: string; life: AssetLife | null },
): Promise<void> {
  await transaction.deleteFrom('sku_life').where('sku', '=', sku).execute();
  if (!life) return;
  const { months, residualPpm: residual_ppm, method } = life;
  await transaction.insertInto('sku_life').values({ sku, months, residual_ppm, method }).execute();
}
