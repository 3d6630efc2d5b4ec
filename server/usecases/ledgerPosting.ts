import type { CheckedEntry } from '#domain/entry.ts';
import { type RecordMoney, recordMoney } from '#domain/figures.ts';
import { type GivenMoney, MAX_MINOR } from '#domain/money.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { addEntry, isWithinLimit } from '#domain/totals.ts';
import { type StoredEntry, findTotals, insertEntries } from '#server/store/ledger.ts';
import type { RecordWithCodes } from '#server/store/records.ts';
import { findCurrency } from '#server/store/workspace.ts';
import type { ReadHandle } from '#server/store/store.ts';
import type { Outcome } from './context.ts';
import type { Operation } from './writeOnce.ts';

export interface Posting extends CheckedEntry {
  recordId: string;
  quantity: number;
  source?: string | null;
  externalRef?: string | null;
  voids?: string | null;
  restores?: string | null;
}

export interface EntryPosted {
  operationId: string;
  entry: StoredEntry;
  record: RecordWithCodes;
}

/** Is the amount in the workspace's one currency? */
export async function checkCurrency(
  database: ReadHandle,
  { money, pointer }: { money: GivenMoney; pointer: string },
): Promise<Outcome<null>> {
  const currency = await findCurrency(database);
  if (money.currency === currency) return accept(null);
  return refuse([
    fault({ code: 'amount.other-currency', given: money.currency, currency }, `${pointer}/currency`),
  ]);
}

/**
 * Posts one line and answers it with the record's money as it is to be stored in the same transaction. Refused when the record's total could no longer be kept exactly.
 */
export async function postEntry(
  operation: Operation,
  posting: Posting,
): Promise<Outcome<{ entry: StoredEntry; money: RecordMoney }>> {
  const entry = entryOf(operation, posting);
  const { transaction } = operation;
  const totals = addEntry(await findTotals(transaction, posting.recordId), entry);
  if (!isWithinLimit(totals))
    return refuse([fault({ code: 'amount.too-large', max: MAX_MINOR }, '/amount/amount')]);
  await insertEntries(transaction, [entry]);
  return accept({ entry, money: recordMoney(totals) });
}

export function entryOf(operation: Operation, posting: Posting): StoredEntry {
  return {
    id: operation.newId(),
    recordId: posting.recordId,
    operationId: operation.id,
    kind: posting.kind,
    amount: posting.amount,
    occurredOn: posting.occurredOn,
    recordedAt: operation.now,
    quantity: posting.quantity,
    note: posting.note,
    service: posting.service,
    source: posting.source ?? null,
    externalRef: posting.externalRef ?? null,
    voids: posting.voids ?? null,
    voidedBy: null,
    restores: posting.restores ?? null,
    personId: operation.person.id,
    personName: operation.person.name,
  };
}

/** What a line of the ledger looks like in the history. */
export function entryFacts(entry: Pick<StoredEntry, 'id' | 'kind' | 'amount' | 'occurredOn'>) {
  return { id: entry.id, kind: entry.kind, amount: entry.amount, occurredOn: entry.occurredOn };
}
