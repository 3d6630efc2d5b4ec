import { type LedgerColumns, emptyColumns } from '#domain/ledgerColumns.ts';
import {
  lastOperation,
  putAllRecords,
  putRecords,
  recordsChangedSince,
} from '#server/store/ledgerColumns.ts';
import type { ReadHandle } from '#server/store/store.ts';
import type { FoldedReport } from './foldReport.ts';

/** Reports that were folded since the last write, by what was asked. */
type Kept = Map<string, FoldedReport>;

/** The whole ledger in memory, for reports. */
export interface LedgerBook {
  /**
   * Answers from the ledger as of now: what any process committed before the question is in it. `fold` is given the
   * columns while nothing changes them, and may not keep them.
   */
  read<T>(fold: (columns: LedgerColumns) => T): Promise<T>;
  /** A report that was asked for before and that no write has touched since, or null. */
  recall(question: string): Promise<{ report: FoldedReport | null; at: number | null }>;
  /** Keeps a report for `recall`, if nothing was written since `at`: else the choice of records may be older than it. */
  keep(question: string, given: { report: FoldedReport; at: number | null }): void;
}

/** People page, sort and come back; each answer is a few hundred kilobytes at most. */
const MOST_KEPT = 40;

/**
 * Keeps the ledger in columns beside the database. The first question reads everything; each later one asks which
 * operations were committed since and reads the records that they changed. Why: docs/decisions/010.
 */
export function openLedgerBook(database: ReadHandle): LedgerBook {
  const columns = emptyColumns();
  const kept: Kept = new Map();
  let seen: number | null = null;
  let busy: Promise<unknown> = Promise.resolve();

  /** Records are read while others write: what was written meanwhile has a later number, and is read again. */
  async function catchUp(): Promise<void> {
    for (let last = await lastOperation(database); last !== seen; last = await lastOperation(database)) {
      kept.clear();
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

  function keep(question: string, { report, at }: { report: FoldedReport; at: number | null }): void {
    if (at !== seen) return;
    kept.set(question, report);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  }

  function recall(question: string) {
    return read(() => ({ report: kept.get(question) ?? null, at: seen }));
  }

  return { read, keep, recall };
}
