import { recordMoney } from '#domain/figures.ts';
import type { KnownRecord, PlannedEntry, PlannedExit } from '#domain/importPlan.ts';
import { MAX_MINOR } from '#domain/money.ts';
import { individualSinceAfter } from '#domain/quantity.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { addTotals, isWithinLimit, sumEntries } from '#domain/totals.ts';
import { insertEntries } from '#server/store/ledger.ts';
import { insertAdjustments } from '#server/store/operations.ts';
import { findRecordsById, updateRecord } from '#server/store/records.ts';
import { postingOf } from './importPosting.ts';
import type { Outcome } from './context.ts';
import type { Operation } from './writeOnce.ts';

interface Additions {
  entries: readonly PlannedEntry[];
  exits: readonly PlannedExit[];
}

/** Posts imported lines to records that were there before: their entries, and the units that left with them. */
export async function addToStored(
  operation: Operation,
  { entries, exits }: Additions,
): Promise<Outcome<null>> {
  const ids = [
    ...new Set(
      [...entries, ...exits].flatMap(({ target }) => (target.kind === 'stored' ? target.record.id : [])),
    ),
  ];
  const records = await findRecordsById(operation.transaction, ids);
  const entriesById = Map.groupBy(entries, storedId);
  const exitsById = Map.groupBy(exits, storedId);
  for (const [id, record] of records) {
    const leaving = exitsById.get(id) ?? [];
    const posted = (entriesById.get(id) ?? []).map((planned) =>
      postingOf(operation, { planned, exits: leaving, recordId: id, quantity: record.quantity }),
    );
    const sums = addTotals(record.totals, sumEntries(posted));
    if (!isWithinLimit(sums)) return refuse([fault({ code: 'amount.too-large', max: MAX_MINOR })]);
    await insertEntries(operation.transaction, posted);
    const quantity = await takeOut(operation, { record, exits: leaving });
    const individualSince = individualSinceAfter(record, quantity, operation.now);
    const change = { ...recordMoney(sums), quantity, individualSince };
    await updateRecord(operation.transaction, { record, change, now: operation.now });
    const before = { quantity: record.quantity, individualSince: record.individualSince };
    operation.remember({
      recordId: id,
      action: 'import',
      field: 'quantity',
      before,
      after: { quantity, individualSince },
    });
  }
  return accept(null);
}

async function takeOut(
  operation: Operation,
  { record, exits }: { record: KnownRecord; exits: readonly PlannedExit[] },
): Promise<number> {
  let { quantity } = record;
  const { id: operationId, now: recordedAt } = operation;
  const adjustments = exits.map(({ units, reason, occurredOn, externalRef }) => {
    quantity -= units;
    const delta = -units;
    return {
      id: operation.newId(),
      recordId: record.id,
      operationId,
      delta,
      quantity,
      reason,
      occurredOn,
      recordedAt,
      note: '',
      externalRef,
    };
  });
  await insertAdjustments(operation.transaction, adjustments);
  return quantity;
}

function storedId({ target }: PlannedEntry | PlannedExit): string {
  return target.kind === 'stored' ? target.record.id : '';
}
