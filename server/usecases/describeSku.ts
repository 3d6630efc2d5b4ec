import type { AssetLife } from '#domain/bookValue.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { hasSku, saveLife } from '#server/store/skuLives.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { writeOnce } from './writeOnce.ts';

export interface SkuDescribed {
  operationId: string;
  sku: string;
  life: AssetLife | null;
}

/** Says how the things of a SKU lose value, from now on in every report; null takes it away. */
export function describeSku(
  context: Context,
  request: WriteRequest & { sku: string; life: AssetLife | null },
): Promise<Outcome<SkuDescribed>> {
  return writeOnce<SkuDescribed>(context, { ...request, type: 'sku' }, async (operation) => {
    const { sku, life } = request;
    if (!(await hasSku(operation.transaction, sku)))
      return refuse([fault({ code: 'sku.missing', given: sku }, '/sku')]);
    await saveLife(operation.transaction, { sku, life });
    operation.concerns(sku);
    return accept({ operationId: operation.id, sku, life });
  });
}
