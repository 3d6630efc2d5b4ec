import type { AdjustmentReason } from '#domain/adjustment.ts';
import type { Day } from '#domain/day.ts';
import type { CheckedEntry } from '#domain/entry.ts';
import { shareByWeight } from '#domain/share.ts';
import { accept } from '#domain/result.ts';
import { NO_TOTALS, sumEntries } from '#domain/totals.ts';
import type { StoredRecord } from '#server/store/recordRow.ts';
import type { RecordWithCodes } from '#server/store/records.ts';
import type { Outcome } from './context.ts';
import type { QuantityEdited } from './editQuantity.ts';
import { entryOf } from './ledgerPosting.ts';
import { type NewRecord, storeNewRecords } from './newRecords.ts';
import type { Operation } from './writeOnce.ts';

interface UnitGiven {
  record: StoredRecord;
  reason: AdjustmentReason;
  occurredOn: Day;
  note: string;
}

interface Units extends UnitGiven {
  record: RecordWithCodes;
  count: number;
  entry: CheckedEntry | null;
}

/**
 * Adds units beside a serialized record: new records of the same SKU and place, each ready for its own code.
 * A purchase cost given for all of them is shared out so that it adds up to the cent.
 */
export async function addUnits(operation: Operation, units: Units): Promise<Outcome<QuantityEdited>> {
  const { record, count, entry } = units;
  const amounts = entry
    ? shareByWeight(
        entry.amount,
        Array.from({ length: count }, () => 1),
      )
    : [];
  const added = Array.from({ length: count }, (_, index) => {
    const id = operation.newId();
    const amount = amounts[index];
    // A share of zero is no event: with fewer cents than units some were free.
    const isPriced = entry !== null && amount !== undefined && amount !== 0;
    const entries = isPriced ? [entryOf(operation, { ...entry, amount, recordId: id, quantity: 1 })] : [];
    return newUnit(units, { id, entries });
  });
  await storeNewRecords(operation, added);
  return accept({ operationId: operation.id, record, added: added.map(({ id }) => id), notice: null });
}

/** A unit like the one it stands beside, without its code and reference. */
export function newUnit(units: UnitGiven, { id, entries }: Pick<NewRecord, 'id' | 'entries'>): NewRecord {
  const { record, reason, occurredOn, note } = units;
  const { name, sku, category, location, notes } = record;
  return {
    id,
    name,
    sku,
    category,
    location,
    notes,
    reference: '',
    quantity: 1,
    codes: [],
    openedOn: occurredOn,
    steps: [{ delta: 1, reason, occurredOn, note }],
    entries,
    totals: entries.length > 0 ? sumEntries(entries) : NO_TOTALS,
  };
}
