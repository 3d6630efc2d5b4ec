import { fault } from '#domain/refusal.ts';
import { accept, invariant, refuse } from '#domain/result.ts';
import type { StoredRecord } from '#server/store/recordRow.ts';
import { type RecordWithCodes, findRecord } from '#server/store/records.ts';
import type { ReadHandle } from '#server/store/store.ts';
import type { Outcome } from './context.ts';

/** The record, or that it does not exist. */
export async function findExisting(database: ReadHandle, id: string): Promise<Outcome<RecordWithCodes>> {
  const record = await findRecord(database, id);
  return record ? accept(record) : refuse([fault({ code: 'record.missing', id })]);
}

/** The record as a write left it, read in the same transaction: what the answer shows, now and when it is asked for again. */
export async function readBack(transaction: ReadHandle, id: string): Promise<RecordWithCodes> {
  const record = await findRecord(transaction, id);
  invariant(record !== null, 'a record that was just written is there');
  return record;
}

/** The record in the version that the person saw; a missing version is refused, and so is one that has passed. */
export async function findSeen(
  database: ReadHandle,
  seen: { id: string; seenVersion: number | null },
): Promise<Outcome<RecordWithCodes>> {
  return checkSeen(await findRecord(database, seen.id), seen);
}

/** The same of a record that was read already. */
export function checkSeen<R extends StoredRecord>(
  record: R | null,
  { id, seenVersion }: { id: string; seenVersion: number | null },
): Outcome<R> {
  if (!record) return refuse([fault({ code: 'record.missing', id })]);
  if (seenVersion === null) return refuse([fault({ code: 'version.missing' })]);
  const currentVersion = record.version;
  if (currentVersion === seenVersion) return accept(record);
  return refuse([fault({ code: 'version.stale', seenVersion, currentVersion, recordId: id })]);
}
