import type { PlannedEntry, PlannedExit } from '#domain/importPlan.ts';
import type { StoredEntry } from '#server/store/ledger.ts';
import { entryOf } from './ledgerPosting.ts';
import type { Operation } from './writeOnce.ts';

interface PostingGiven {
  planned: PlannedEntry;
  exits: readonly PlannedExit[];
  recordId: string;
  quantity: number;
}

/** The entry with the quantity that the record had on its day: what had left before does not count. */
export function postingOf(
  operation: Operation,
  { planned, exits, recordId, quantity }: PostingGiven,
): StoredEntry {
  const { entry, line, source, externalRef } = planned;
  const gone = exits.filter(
    (exit) =>
      exit.occurredOn < entry.occurredOn || (exit.occurredOn === entry.occurredOn && exit.line < line),
  );
  const left = quantity - gone.reduce((sum, { units }) => sum + units, 0);
  return entryOf(operation, { ...entry, recordId, quantity: left, source, externalRef });
}
