import { voidingEntry } from '#domain/entry.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { NOTE_RULE, checkText } from '#domain/text.ts';
import { findEntry, markVoided } from '#server/store/ledger.ts';
import { updateRecord } from '#server/store/records.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { findExisting, readBack } from './findVersion.ts';
import { type EntryPosted, entryFacts, postEntry } from './ledgerPosting.ts';
import { writeOnce } from './writeOnce.ts';

export interface EntryToVoid extends WriteRequest {
  entryId: string;
  reason: string;
}

/** Takes an entry back by a second line of the same day that names it. Both stay visible. */
export function voidEntry(context: Context, request: EntryToVoid): Promise<Outcome<EntryPosted>> {
  return writeOnce<EntryPosted>(context, { ...request, type: 'void' }, async (operation) => {
    const { transaction, now } = operation;
    const entry = await findEntry(transaction, request.entryId);
    if (!entry) return refuse([fault({ code: 'entry.missing', id: request.entryId })]);
    const reason = checkText(request.reason, { ...NOTE_RULE, isRequired: true });
    if (!reason.ok) return refuse([fault(reason.refusal, '/reason')]);
    const line = voidingEntry(entry);
    if (!line.ok) return refuse([fault(line.refusal)]);
    const found = await findExisting(transaction, entry.recordId);
    if (!found.ok) return found;
    const { recordId } = entry;
    const posted = await postEntry(operation, {
      ...line.value,
      note: reason.value,
      recordId,
      quantity: found.value.quantity,
    });
    if (!posted.ok) return posted;
    await markVoided(transaction, [posted.value.entry.id]);
    await updateRecord(transaction, { record: found.value, change: posted.value.money, now });
    const before = entryFacts(entry);
    operation.remember({
      recordId,
      action: 'void',
      field: 'ledger',
      before,
      after: null,
      note: reason.value,
    });
    return accept({
      operationId: operation.id,
      entry: posted.value.entry,
      record: await readBack(transaction, recordId),
    });
  });
}
