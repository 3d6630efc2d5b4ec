import { whyForbidden } from '#domain/access.ts';
import { dayOfInstant } from '#domain/day.ts';
import { checkEntry } from '#domain/entry.ts';
import { type CheckedRecord, type RecordDraft, checkRecord, openingReason } from '#domain/inventoryRecord.ts';
import type { GivenMoney } from '#domain/money.ts';
import { type Fault, type Refusal, fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import type { CodeKey } from '#domain/stockCode.ts';
import { NO_TOTALS, sumEntries } from '#domain/totals.ts';
import { findCodeOwners } from '#server/store/codes.ts';
import { type RecordWithCodes, findRecordsByReference } from '#server/store/records.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { readBack } from './findVersion.ts';
import { checkCurrency, entryOf } from './ledgerPosting.ts';
import { type NewRecord, storeNewRecords } from './newRecords.ts';
import { type Operation, writeOnce } from './writeOnce.ts';

export interface RecordsToCreate extends WriteRequest {
  drafts: readonly (RecordDraft & { purchaseCost?: GivenMoney | undefined })[];
  /** Where draft number i stands in the request: '' when it is the body itself. */
  pointerTo: (index: number) => string;
}

export interface RecordsCreated {
  operationId: string;
  ids: string[];
  /** The record, where one alone was made. */
  record: RecordWithCodes | null;
}

/** Makes one or many records with codes, opening quantity and purchase cost: all of them or none. */
export function createRecords(context: Context, request: RecordsToCreate): Promise<Outcome<RecordsCreated>> {
  return writeOnce<RecordsCreated>(context, { ...request, type: 'create' }, async (operation) => {
    const checked = await checkAll(operation, request);
    if (!checked.ok) return checked;
    const taken = await takenFaults(operation, { records: checked.value, pointerTo: request.pointerTo });
    if (taken.length > 0) return refuse(taken);
    await storeNewRecords(operation, checked.value);
    const ids = checked.value.map(({ id }) => id);
    const [first = '', ...others] = ids;
    const record = others.length === 0 ? await readBack(operation.transaction, first) : null;
    return accept({ operationId: operation.id, ids, record });
  });
}

async function checkAll(operation: Operation, request: RecordsToCreate): Promise<Outcome<NewRecord[]>> {
  const today = dayOfInstant(operation.now);
  const faults: Fault[] = [];
  const records: NewRecord[] = [];
  for (const [index, draft] of request.drafts.entries()) {
    const at = request.pointerTo(index);
    const record = checkRecord(draft, today);
    if (!record.ok) faults.push(...record.refusal.map((refusal) => fault(refusal, at + pointerOf(refusal))));
    else {
      const made = await withPurchase(operation, {
        record: record.value,
        cost: draft.purchaseCost,
        pointer: at,
      });
      if (made.ok) records.push(made.value);
      else faults.push(...made.refusal);
    }
  }
  return faults.length > 0 ? refuse(faults) : accept(records);
}

async function withPurchase(
  operation: Operation,
  { record, cost, pointer }: { record: CheckedRecord; cost: GivenMoney | undefined; pointer: string },
): Promise<Outcome<NewRecord>> {
  const id = operation.newId();
  const { quantity, openedOn } = record;
  const reason = openingReason(cost !== undefined);
  const steps = quantity === 0 ? [] : [{ delta: quantity, reason, occurredOn: openedOn, note: '' }];
  if (!cost) return accept({ ...record, id, steps, entries: [], totals: NO_TOTALS });
  const forbidden = whyForbidden(operation.person.role, 'income.add');
  if (forbidden) return refuse([fault(forbidden, `${pointer}/purchaseCost`)]);
  const currency = await checkCurrency(operation.transaction, {
    money: cost,
    pointer: `${pointer}/purchaseCost`,
  });
  if (!currency.ok) return currency;
  const entry = checkEntry({ kind: 'purchase', amount: cost.amount, occurredOn: openedOn });
  if (!entry.ok) return refuse([fault(entry.refusal, `${pointer}/purchaseCost/amount`)]);
  const entries = [entryOf(operation, { ...entry.value, recordId: id, quantity })];
  return accept({ ...record, id, steps, entries, totals: sumEntries(entries) });
}

/** Codes and references that lead elsewhere already, or that the request gives to two records. */
async function takenFaults(
  { transaction }: Operation,
  { records, pointerTo }: { records: readonly NewRecord[]; pointerTo: (index: number) => string },
): Promise<Fault[]> {
  const owners = await findCodeOwners(
    transaction,
    records.flatMap(({ codes }) => codes.map(({ key }) => key)),
  );
  const references = records.map(({ reference }) => reference).filter((reference) => reference !== '');
  const byReference = await findRecordsByReference(transaction, references);
  const newOwners = new Map<CodeKey, NewRecord>();
  const newReferences = new Map<string, NewRecord>();
  const faults: Fault[] = [];
  for (const [index, record] of records.entries()) {
    for (const [position, code] of record.codes.entries()) {
      const stored = owners.get(code.key);
      const other = newOwners.get(code.key);
      newOwners.set(code.key, record);
      if (!other && !stored?.isAttached) continue;
      const ownerId = other?.id ?? stored?.recordId ?? '';
      const ownerName = other?.name ?? stored?.recordName ?? '';
      faults.push(
        fault(
          { code: 'code.taken', given: code.text, ownerId, ownerName },
          `${pointerTo(index)}/codes/${position}`,
        ),
      );
    }
    if (record.reference === '') continue;
    const owner = newReferences.get(record.reference) ?? byReference.get(record.reference);
    newReferences.set(record.reference, record);
    if (!owner) continue;
    const refusal = {
      code: 'reference.taken',
      given: record.reference,
      ownerId: owner.id,
      ownerName: owner.name,
    } as const;
    faults.push(fault(refusal, `${pointerTo(index)}/reference`));
  }
  return faults;
}

function pointerOf(refusal: Refusal): string {
  if (!('field' in refusal)) return '';
  return 'index' in refusal ? `/${refusal.field}/${refusal.index}` : `/${refusal.field}`;
}
