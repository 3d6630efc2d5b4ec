import { type LedgerColumns, emptyColumns } from '#domain/ledgerColumns.ts';
import {
  lastOperation,
  putAllRecords,
  putRecords,
  recordsChangedSince,
} from '#server/store/ledgerColumns.ts';
import type { ReadHandle } from '#server/store/store.ts';

/** The whole ledger in memory, for reports. */
export interface LedgerBook {
  /**
   * Answers from the ledger as of now: what any process committed before the question is in it. `fold` is given the
   * columns while nothing changes them, and may not keep them.
   */
  read<T>(fold: (columns: LedgerColumns) => T): Promise<T>;
}

/**
 * Keeps the ledger in columns beside the database. The first question reads everything; each later one asks which
 * operations were committed since and reads the records that they changed. Why: docs/decisions/010.
 */
export function openLedgerBook(database: ReadHandle): LedgerBook {
  const columns = emptyColumns();
  let seen: number | null = null;
  let busy: Promise<unknown> = Promise.resolve();

  /** Records are read while others write: what was written meanwhile has a later number, and is read again. */
  async function catchUp(): Promise<void> {
    for (let last = await lastOperation(database); last !== seen; last = await lastOperation(database)) {
      if (seen === null) await putAllRecords(database, columns);
      else await putRecords(database, { columns, ids: await recordsChangedSince(database, seen) });
      seen = last;
    }
  }

  function read<T>(fold: (columns: LedgerColumns) => T): Promise<T> {
    const answer = busy.then(async () => {
      await catchUp();
      return fold(columns);
    });
    // One after the other; a question that fails keeps nobody from asking the next.
    busy = answer.catch(() => undefined);
    return answer;
  }

  return { read };
}
