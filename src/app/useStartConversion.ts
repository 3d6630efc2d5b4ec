import { useNavigate } from '@tanstack/react-router';
import type { ConversionStart } from '#domain/conversion.ts';
import type { InventorySearch } from '#features/inventory/inventorySearch.ts';

/** Opens the window over the table in which one record is serialized, split or pooled with others. */
export function useStartConversion(search: InventorySearch) {
  const navigate = useNavigate();
  return (how: ConversionStart, id: string) => {
    if (how === 'pool') void navigate({ to: '/inventory/pool', search: { ...search, ids: [id] } });
    else if (how === 'split') void navigate({ to: '/inventory/$id/split', params: { id }, search });
    else void navigate({ to: '/inventory/$id/serialize', params: { id }, search });
  };
}
