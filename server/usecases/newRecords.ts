import type { AdjustmentReason } from '#domain/adjustment.ts';
import { batchesOf } from '#domain/batch.ts';
import type { Day } from '#domain/day.ts';
import { type RecordMoney, recordMoney } from '#domain/figures.ts';
import type { CheckedRecord } from '#domain/inventoryRecord.ts';
import { once } from '#domain/once.ts';
import { individualSinceAfter } from '#domain/quantity.ts';
import type { KindTotals } from '#domain/totals.ts';
import { attachCodes, findKnownCodes } from '#server/store/codes.ts';
import { type StoredEntry, insertEntries } from '#server/store/ledger.ts';
import { type StoredAdjustment, insertAdjustments } from '#server/store/operations.ts';
import type { StoredRecord } from '#server/store/recordRow.ts';
import { insertRecords } from '#server/store/records.ts';
import type { Operation } from './writeOnce.ts';

/** One change of quantity that a new record comes with: its opening, and in an import what was sold since. */
export interface OpeningStep {
  delta: number;
  reason: AdjustmentReason;
  occurredOn: Day;
  note: string;
  externalRef?: string | null;
}

export interface NewRecord extends CheckedRecord {
  id: string;
  steps: readonly OpeningStep[];
  entries: readonly StoredEntry[];
  /** The fold of `entries`, and of what a conversion carries to it. */
  totals: KindTotals;
  /** Of what a conversion makes: the batch and the first day of what it is made from. */
  origin?: { batchId: string; originOn: Day };
}

/** Stores new records with their codes, adjustments and entries: a fixed number of statements. `known` saves a question, as for `attachCodes`. */
export async function storeNewRecords(
  operation: Operation,
  records: readonly NewRecord[],
  known?: ReadonlySet<string>,
): Promise<void> {
  const { transaction, now } = operation;
  const batches = batchesOf(records);
  const moneyOf = once(recordMoney);
  const knownCodes = known ?? (await findKnownCodes(transaction, records));
  await insertRecords(
    transaction,
    records.map((record, index) => ({
      ...storedRecord(operation, { record, money: moneyOf(record.totals) }),
      ...(record.origin ?? { batchId: batches[index] ?? record.id, originOn: record.openedOn }),
    })),
  );
  await attachCodes(
    transaction,
    records.map(({ id, codes }) => ({ recordId: id, codes, now })),
    knownCodes,
  );
  await insertAdjustments(
    transaction,
    records.flatMap((record) => adjustmentsOf(operation, record)),
  );
  await insertEntries(
    transaction,
    records.flatMap((record) => record.entries),
  );
  for (const record of records) {
    const { name, sku, category, location, quantity, codes } = record;
    const after = {
      name,
      sku,
      category,
      location,
      quantity,
      codes: codes.map((code) => code.text),
    };
    operation.remember({ recordId: record.id, action: 'created', field: 'record', before: null, after });
  }
}

function storedRecord(
  { now }: Operation,
  { record, money }: { record: NewRecord; money: RecordMoney },
): Omit<StoredRecord, 'batchId' | 'originOn'> & { codeTexts: string[] } {
  const { name, sku, category, location, notes, reference, openedOn } = record;
  const quantity = record.steps.reduce((sum, step) => sum + step.delta, 0);
  const codeTexts = record.codes.map((code) => code.text);
  // What a record became while it was opened is its state since now; a bulk record that sold down to one is one since now.
  const individualSince = individualSinceAfter(
    { individualSince: null },
    quantity === 0 ? record.quantity : quantity,
    now,
  );
  return {
    id: record.id,
    version: 1,
    name,
    sku,
    category,
    location,
    notes,
    reference,
    openedOn,
    quantity,
    individualSince,
    createdAt: now,
    changedAt: now,
    codeCount: codeTexts.length,
    codeTexts,
    isWithdrawn: false,
    ...money,
  };
}

function adjustmentsOf(operation: Operation, record: NewRecord): StoredAdjustment[] {
  let quantity = 0;
  return record.steps.map((step) => {
    quantity += step.delta;
    const { id: operationId, now: recordedAt } = operation;
    return { ...step, id: operation.newId(), recordId: record.id, operationId, quantity, recordedAt };
  });
}
