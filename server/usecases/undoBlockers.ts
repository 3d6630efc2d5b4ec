import type { UndoBlocker } from '#domain/operation.ts';
import type { CodeKey } from '#domain/stockCode.ts';
import { codeKey } from '#domain/stockCode.ts';
import { findCodeOwners } from '#server/store/codes.ts';
import type { HistoryLine } from '#server/store/history.ts';
import {
  type StoredEntry,
  findRestored,
  listEntriesOf,
  listLiveEntriesAfter,
  rootOf,
} from '#server/store/ledger.ts';
import type { RecordWithCodes } from '#server/store/records.ts';
import type { ReadHandle } from '#server/store/store.ts';
import { describedField, factsOf, isSameList } from './historyFacts.ts';

/** One record that an operation touched: as it is now, and what the operation's lines say of it. */
export interface Touched {
  record: RecordWithCodes;
  lines: readonly HistoryLine[];
  /** Its codes as the first operation of the chain found them, or left them, whichever comes back; empty for the first itself. */
  known: readonly string[];
  /** Its codes once its lines are taken back, or null where they changed none. */
  codesBack: readonly string[] | null;
}

/**
 * The first record on which later work depends on an operation, with that work. A field that no longer has the value
 * the operation left is somebody's newer work; so is an entry on a record that the operation made or filled, unless it
 * was voided; so is a code that leads elsewhere by now.
 * Awkward case: a batch that units were taken from may go on changing; giving them back adds up.
 */
export async function findBlocked(
  database: ReadHandle,
  { touched, operationId }: { touched: readonly Touched[]; operationId: string },
): Promise<{ record: RecordWithCodes; blockers: UndoBlocker[] } | null> {
  const made = touched.filter(({ lines }) => lines.some(isMaking)).map(({ record }) => record.id);
  const entries = Map.groupBy(
    await listLiveEntriesAfter(database, { recordIds: made, operationId }),
    ({ recordId }) => recordId,
  );
  const voided = Map.groupBy(await findVoidedSince(database, operationId), ({ recordId }) => recordId);
  const owners = await findCodeOwners(
    database,
    touched.flatMap(({ codesBack }) => codesBack?.map(codeKey) ?? []),
  );
  const ids = new Set(touched.map(({ record }) => record.id));
  const goneTo = (key: CodeKey) => {
    const owner = owners.get(key);
    return owner?.isAttached && !ids.has(owner.recordId) ? owner : null;
  };
  for (const one of touched) {
    const { record, lines, codesBack } = one;
    const blockers = lines.flatMap((line) => fieldBlockers(record, line));
    for (const { kind, note, operationId: by } of entries.get(record.id) ?? []) {
      blockers.push({ what: 'entry', operationId: by, detail: note === '' ? kind : `${kind}: ${note}` });
    }
    for (const { kind, voidedBy } of voided.get(record.id) ?? []) {
      blockers.push({ what: 'entry', operationId: null, detail: `${kind}: voided by ${voidedBy}` });
    }
    for (const text of codesBack ?? []) {
      const owner = goneTo(codeKey(text));
      if (owner)
        blockers.push({ what: 'codes', operationId: null, detail: `${text} is on ${owner.recordName}` });
    }
    if (blockers.length > 0) return { record, blockers };
  }
  return null;
}

/** Entries of the operation that somebody voided since: their money is back already, and cannot be taken back twice. */
async function findVoidedSince(database: ReadHandle, operationId: string): Promise<StoredEntry[]> {
  const voided = (await listEntriesOf(database, operationId)).filter(
    (entry) => entry.voids === null && entry.voidedBy !== null,
  );
  const restored = await findRestored(database, voided.map(rootOf));
  const standing = new Set(restored.map(rootOf));
  return voided.filter((entry) => !standing.has(rootOf(entry)));
}

/** Did the operation make this record, or fill it with what others had? Then later entries on it depend on that. */
function isMaking({ action, before, after }: HistoryLine): boolean {
  if (action === 'created') return true;
  return action === 'converted' && (factsOf(after).quantity ?? 0) > (factsOf(before).quantity ?? 0);
}

function fieldBlockers(record: RecordWithCodes, line: HistoryLine): UndoBlocker[] {
  if (line.action === 'described') {
    const field = describedField(line.field);
    return field && record[field] !== line.after
      ? [{ what: 'description', operationId: null, detail: record[field] }]
      : [];
  }
  const after = factsOf(line.after);
  const blockers: UndoBlocker[] = [];
  const mayGoOn = line.action === 'converted' && !isMaking(line);
  if (after.quantity !== undefined && after.quantity !== record.quantity && !mayGoOn) {
    blockers.push({ what: 'quantity', operationId: null, detail: String(record.quantity) });
  }
  const codes = record.codes.map(({ text }) => text);
  if (after.codes && !isSameList(after.codes, codes) && !mayGoOn) {
    blockers.push({ what: 'codes', operationId: null, detail: codes.slice(0, 5).join(', ') });
  }
  return blockers;
}
