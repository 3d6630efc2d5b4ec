import { DESCRIPTION_FIELDS, type Description, checkDescription } from '#domain/inventoryRecord.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { type RecordWithCodes, findRecordsByReference, updateRecord } from '#server/store/records.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { findSeen, readBack } from './findVersion.ts';
import { type Operation, writeOnce } from './writeOnce.ts';

export interface RecordDescription extends WriteRequest {
  recordId: string;
  seenVersion: number | null;
  change: Partial<Record<keyof Description, string | undefined>>;
}

export interface Described {
  /** Null when everything was already so. */
  operationId: string | null;
  record: RecordWithCodes;
}

/** Changes what a record is called and where it is; one line of history for each field that really changed. */
export function describeRecord(context: Context, request: RecordDescription): Promise<Outcome<Described>> {
  return writeOnce<Described>(context, { ...request, type: 'describe' }, async (operation) => {
    const { recordId: id, seenVersion } = request;
    const found = await findSeen(operation.transaction, { id, seenVersion });
    if (!found.ok) return found;
    const checked = checkDescription(request.change);
    if (!checked.ok) return refuse(checked.refusal.map((refusal) => fault(refusal, `/${refusal.field}`)));
    const record = found.value;
    const fields = DESCRIPTION_FIELDS.filter(
      (field) => (checked.value[field] ?? record[field]) !== record[field],
    );
    if (fields.length === 0) return accept({ operationId: null, record });
    const free = await checkReference(operation, { id, reference: checked.value.reference ?? '' });
    if (!free.ok) return free;
    await updateRecord(operation.transaction, { record, change: checked.value, now: operation.now });
    for (const field of fields) {
      operation.remember({
        recordId: id,
        action: 'described',
        field,
        before: record[field],
        after: checked.value[field],
      });
    }
    return accept({ operationId: operation.id, record: await readBack(operation.transaction, id) });
  });
}

async function checkReference(
  operation: Operation,
  { id, reference }: { id: string; reference: string },
): Promise<Outcome<null>> {
  if (reference === '') return accept(null);
  const owner = (await findRecordsByReference(operation.transaction, [reference])).get(reference);
  if (!owner || owner.id === id) return accept(null);
  const refusal = {
    code: 'reference.taken',
    given: reference,
    ownerId: owner.id,
    ownerName: owner.name,
  } as const;
  return refuse([fault(refusal, '/reference')]);
}
