import type { CellChange } from '#domain/cellEdit.ts';
import { dayOfInstant } from '#domain/day.ts';
import type { Description } from '#domain/inventoryRecord.ts';
import { individualSinceAfter } from '#domain/quantity.ts';
import type { StockCode } from '#domain/stockCode.ts';
import { attachCodes, detachCodes } from '#server/store/codes.ts';
import { type StoredAdjustment, insertAdjustments } from '#server/store/operations.ts';
import type { RecordToStore } from '#server/store/recordRow.ts';
import { type RecordPart, type RecordWithCodes, replaceRecords } from '#server/store/records.ts';
import { newUnit } from './addUnits.ts';
import type { RecordChanges } from './batchPlan.ts';
import { type NewRecord, storeNewRecords } from './newRecords.ts';
import { withKinds } from './replaceCodes.ts';
import type { Operation } from './writeOnce.ts';

/** A record as it will be, with what is written beside it. */
interface Written {
  record: RecordWithCodes;
  after: RecordToStore;
  /** False where units are added beside it: it stays as it is. */
  isChanged: boolean;
  codes: readonly StockCode[] | null;
  adjustment: StoredAdjustment | null;
  units: NewRecord[];
}

/** Writes what a batch changes: a fixed number of statements per thousand records, and a line of history per cell. */
export async function writeBatch(
  operation: Operation,
  changes: readonly RecordChanges[],
): Promise<{ changedIds: string[]; addedIds: string[] }> {
  const { transaction, now } = operation;
  const written = changes.map((one) => apply(operation, one));
  const recoded = written.flatMap(({ record, codes }) => (codes ? [{ record, codes }] : []));
  const kept = new Set(recoded.flatMap(({ codes }) => codes.map(({ key }) => key)));
  const held = recoded.flatMap(({ record }) => record.codes.map(({ key }) => key));
  await detachCodes(transaction, { keys: held.filter((key) => !kept.has(key)), now });
  await attachCodes(
    transaction,
    recoded.map(({ record, codes }) => ({ recordId: record.id, codes: withKinds(record, codes), now })),
  );
  await insertAdjustments(
    transaction,
    written.flatMap(({ adjustment }) => adjustment ?? []),
  );
  const changed = written.filter(({ isChanged }) => isChanged);
  const parts = new Set(changes.flatMap((one) => one.changes.flatMap(partsOf)));
  await replaceRecords(transaction, { records: changed.map(({ after }) => after), now, parts });
  const added = written.flatMap(({ units }) => units);
  if (added.length > 0) await storeNewRecords(operation, added);
  return { changedIds: changed.map(({ record }) => record.id), addedIds: added.map(({ id }) => id) };
}

function partsOf(change: CellChange): RecordPart[] {
  if (change.kind === 'text') return [change.field];
  return change.kind === 'codes' ? ['codes', 'search'] : ['stock'];
}

function apply(operation: Operation, { record, changes }: RecordChanges): Written {
  const codeTexts = record.codes.map(({ text }) => text);
  const written: Written = {
    record,
    after: { ...record, codeTexts },
    isChanged: changes.some((change) => !isAdding(change)),
    codes: null,
    adjustment: null,
    units: [],
  };
  // Units that are added beside a record are like it as the batch leaves it.
  for (const change of changes.toSorted((one, other) => Number(isAdding(one)) - Number(isAdding(other))))
    applyOne(operation, written, change);
  return written;
}

const isAdding = (change: CellChange) => change.kind === 'quantity' && change.plan.kind === 'add-units';

function applyOne(operation: Operation, written: Written, change: CellChange): void {
  const { record, after } = written;
  const recordId = record.id;
  switch (change.kind) {
    case 'text': {
      const described: Partial<Description> = { [change.field]: change.after };
      written.after = { ...after, ...described };
      const before = record[change.field];
      operation.remember({ recordId, action: 'described', field: change.field, before, after: change.after });
      return;
    }
    case 'codes': {
      const codeTexts = change.codes.map(({ text }) => text);
      written.after = { ...after, codeTexts, codeCount: codeTexts.length };
      written.codes = change.codes;
      const before = record.codes.map(({ text }) => text);
      operation.remember({ recordId, action: 'codes', field: 'codes', before, after: codeTexts });
      return;
    }
    case 'quantity':
      return applyQuantity(operation, written, change.plan);
  }
}

function applyQuantity(
  operation: Operation,
  written: Written,
  plan: Extract<CellChange, { kind: 'quantity' }>['plan'],
): void {
  const { record, after } = written;
  const { id: operationId, now: recordedAt } = operation;
  const occurredOn = dayOfInstant(recordedAt);
  const { reason } = plan;
  if (plan.kind === 'add-units') {
    const given = { record: { ...record, ...after }, reason, occurredOn, note: '' };
    for (let count = 0; count < plan.count; count += 1)
      written.units.push(newUnit(given, { id: operation.newId(), entries: [] }));
    return;
  }
  const { delta, quantity } = plan;
  const individualSince = individualSinceAfter(record, quantity, recordedAt);
  written.after = { ...after, quantity, individualSince };
  const id = operation.newId();
  written.adjustment = {
    id,
    recordId: record.id,
    operationId,
    delta,
    quantity,
    reason,
    occurredOn,
    recordedAt,
    note: '',
  };
  operation.remember({
    recordId: record.id,
    action: 'quantity',
    field: 'quantity',
    before: { quantity: record.quantity, individualSince: record.individualSince },
    after: { quantity, individualSince, delta, reason },
  });
}
