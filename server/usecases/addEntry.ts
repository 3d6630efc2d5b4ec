import { whyForbidden, permissionToAdd } from '#domain/access.ts';
import { type EntryDraft, checkEntry } from '#domain/entry.ts';
import type { GivenMoney } from '#domain/money.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { LABEL_RULE, checkText } from '#domain/text.ts';
import { findEntriesByRef } from '#server/store/ledger.ts';
import { updateRecord } from '#server/store/records.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { findExisting, readBack } from './findVersion.ts';
import { type EntryPosted, checkCurrency, entryFacts, postEntry } from './ledgerPosting.ts';
import { type Operation, writeOnce } from './writeOnce.ts';

export interface EntryToAdd extends WriteRequest {
  recordId: string;
  draft: Omit<EntryDraft, 'amount'> & { amount: GivenMoney };
  source: string | null;
  externalRef: string | null;
}

/** Posts a cost or income to a record, with the record's figures, in one transaction. */
export function addEntry(context: Context, request: EntryToAdd): Promise<Outcome<EntryPosted>> {
  return writeOnce<EntryPosted>(context, { ...request, type: 'entry' }, async (operation) => {
    const { recordId, draft } = request;
    const found = await findExisting(operation.transaction, recordId);
    if (!found.ok) return found;
    const forbidden = whyForbidden(request.person.role, permissionToAdd(draft.kind));
    if (forbidden) return refuse([fault(forbidden, '/kind')]);
    const currency = await checkCurrency(operation.transaction, { money: draft.amount, pointer: '/amount' });
    if (!currency.ok) return currency;
    const checked = checkEntry({ ...draft, amount: draft.amount.amount });
    if (!checked.ok) return refuse([fault(checked.refusal, pointerOf(checked.refusal.code))]);
    const reference = await checkRef(operation, request);
    if (!reference.ok) return reference;
    const record = found.value;
    const posting = { ...checked.value, ...reference.value, recordId, quantity: record.quantity };
    const posted = await postEntry(operation, posting);
    if (!posted.ok) return posted;
    const { entry, money } = posted.value;
    await updateRecord(operation.transaction, { record, change: money, now: operation.now });
    const after = entryFacts(entry);
    operation.remember({ recordId, action: 'entry', field: 'ledger', before: null, after, note: entry.note });
    return accept({
      operationId: operation.id,
      entry,
      record: await readBack(operation.transaction, recordId),
    });
  });
}

/** A source and its reference go together, and are counted once. */
async function checkRef(
  { transaction }: Operation,
  { source, externalRef }: EntryToAdd,
): Promise<Outcome<{ source: string | null; externalRef: string | null }>> {
  if (source === null || externalRef === null) return accept({ source: null, externalRef: null });
  for (const [field, text] of [
    ['source', source],
    ['externalRef', externalRef],
  ] as const) {
    const checked = checkText(text, { ...LABEL_RULE, isRequired: true });
    if (!checked.ok) return refuse([fault(checked.refusal, `/${field}`)]);
  }
  const earlier = (await findEntriesByRef(transaction, { source, refs: [externalRef] })).get(externalRef);
  if (earlier) return refuse([fault({ code: 'entry.ref-taken', entryId: earlier.id }, '/externalRef')]);
  return accept({ source, externalRef });
}

const POINTER_BY_CODE: Readonly<Record<string, string>> = {
  'day.invalid': '/occurredOn',
  'service.invalid': '/service',
};

function pointerOf(code: string): string {
  if (code.startsWith('text.')) return '/note';
  return POINTER_BY_CODE[code] ?? '/amount/amount';
}
