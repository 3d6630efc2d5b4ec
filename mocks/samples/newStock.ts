import type { StockItem } from './stockItem.ts';
import { unitsTable } from './stockTable.ts';

/** What the shop bought after it had moved to Granary: entered there, not brought in from a file. */
export const NEW_STOCK: readonly StockItem[] = unitsTable(`
label    | name          | units | sku       | category | location | bought     | each | from | serial | rate | season | trips | care
GOPRO-13 | GoPro Hero 13 | ×2    | GOPRO-H13 | Cameras  | Safe     | 2026-11-09 | 389  |      | C3541  | 22   | year   | 6     |
`);
