import type { Day } from './day.ts';
import { foldText } from './text.ts';
import { trackingOf } from './tracking.ts';

interface NewStock {
  id: string;
  name: string;
  sku: string;
  quantity: number;
  openedOn: Day;
}

/**
 * The batch to which each record belongs that one operation brings in: named by its first record, for ever. A bulk
 * record is a batch by itself; units of one SKU (of one name where there is none) that came on one day are one.
 * What a conversion makes is not asked here: it stays with the batch that it was made from.
 */
export function batchesOf(records: readonly NewStock[]): string[] {
  const firstByKind = new Map<string, string>();
  return records.map((record) => {
    if (trackingOf(record) === 'bulk') return record.id;
    const kind = JSON.stringify([
      foldText(record.sku),
      record.sku === '' ? foldText(record.name) : '',
      record.openedOn,
    ]);
    const first = firstByKind.get(kind) ?? record.id;
    firstByKind.set(kind, first);
    return first;
  });
}
