import {
  type Difference,
  type RecordLines,
  type StoredState,
  differencesOf,
  replayRecord,
} from '#domain/replay.ts';
import { type ReplaySlice, readSlice } from '#server/store/replay.ts';
import type { Store } from '#server/store/store.ts';

export interface Verification {
  records: number;
  /** Adjustments, entries, carries and history lines that were read and added up. */
  lines: number;
  /** Of all that is stored, and of all that its lines add up to: equal when nothing differs. */
  storedHash: string;
  replayedHash: string;
  differences: (Difference & { recordId: string; recordName: string })[];
}

const SLICE_SIZE = 1000;
const MAX_DIFFERENCES = 100;

/**
 * Replays every record from nothing, and names each difference from what is stored. Writes nothing. Each slice is read as of one
 * moment: what others write meanwhile is no difference.
 */
export async function verify({ snapshot }: Pick<Store, 'snapshot'>): Promise<Verification> {
  const found: Verification = { records: 0, lines: 0, storedHash: '', replayedHash: '', differences: [] };
  const readAfter = (after: string) =>
    snapshot((database) => readSlice(database, { after, size: SLICE_SIZE }));
  for (let slice = await readAfter(''); ;) {
    const last = slice.records.at(-1);
    if (!last) return found;
    // PostgreSQL reads the next slice while this one is added up.
    const [next] = await Promise.all([readAfter(last.id), addSlice(found, slice)]);
    slice = next;
  }
}

async function addSlice(found: Verification, slice: ReplaySlice): Promise<void> {
  const linesOf = linesByRecord(slice);
  const stored: unknown[] = [];
  const replayed: unknown[] = [];
  for (const record of slice.records) {
    const { state, lines } = linesOf(record);
    const replay = replayRecord(lines);
    stored.push([record.id, state.quantity, state.income, state.cost, state.profit, state.codes]);
    replayed.push([record.id, replay.quantity, replay.income, replay.cost, replay.profit, replay.codes]);
    const differences = differencesOf(state, lines);
    for (const difference of differences.slice(0, MAX_DIFFERENCES - found.differences.length)) {
      found.differences.push({ ...difference, recordId: record.id, recordName: record.name });
    }
  }
  found.records += slice.records.length;
  found.lines +=
    slice.adjustments.length + slice.entries.length + slice.carries.length + slice.history.length;
  found.storedHash = await chainHash(found.storedHash, stored);
  found.replayedHash = await chainHash(found.replayedHash, replayed);
}

function linesByRecord(slice: ReplaySlice) {
  const adjustments = Map.groupBy(slice.adjustments, recordIdOf);
  const entries = Map.groupBy(slice.entries, recordIdOf);
  const carries = Map.groupBy(slice.carries, recordIdOf);
  const history = Map.groupBy(slice.history, recordIdOf);
  const codes = Map.groupBy(slice.codes, recordIdOf);
  return (record: ReplaySlice['records'][number]): { state: StoredState; lines: RecordLines } => {
    const { id } = record;
    return {
      state: {
        ...record,
        codes: (codes.get(id) ?? []).map(({ text }) => text),
      },
      lines: {
        adjustments: adjustments.get(id) ?? [],
        entries: entries.get(id) ?? [],
        carries: carries.get(id) ?? [],
        history: history.get(id) ?? [],
      },
    };
  };
}

function recordIdOf({ recordId }: { recordId: string }): string {
  return recordId;
}

async function chainHash(before: string, rows: readonly unknown[]): Promise<string> {
  const bytes = new TextEncoder().encode(before + JSON.stringify(rows));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
