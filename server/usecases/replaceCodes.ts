import { type Fault, fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { type CodeKey, type StockCode, checkCodeList } from '#domain/stockCode.ts';
import {
  type CodeOwner,
  type StoredCode,
  attachCodes,
  detachCodes,
  findCodeOwners,
} from '#server/store/codes.ts';
import { type RecordWithCodes, findRecord, updateRecord } from '#server/store/records.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { findSeen, readBack } from './findVersion.ts';
import { type Operation, writeOnce } from './writeOnce.ts';

export interface CodeReplacement extends WriteRequest {
  recordId: string;
  seenVersion: number | null;
  codes: readonly string[];
  /** Records that may lose codes to this one; any other owner is a clash. */
  moveFrom: readonly string[];
}

export interface CodesReplaced {
  /** Null when the list was already this one. */
  operationId: string | null;
  record: RecordWithCodes;
}

/** Gives a record exactly these codes in this order. A code of another record is a clash unless it may move. */
export function replaceCodes(context: Context, request: CodeReplacement): Promise<Outcome<CodesReplaced>> {
  return writeOnce<CodesReplaced>(context, { ...request, type: 'codes' }, async (operation) => {
    const { recordId: id, seenVersion } = request;
    const found = await findSeen(operation.transaction, { id, seenVersion });
    if (!found.ok) return found;
    const checked = checkCodeList(request.codes);
    if (!checked.ok) return refuse([fault(checked.refusal, `/codes/${checked.refusal.index}`)]);
    const record = found.value;
    if (isSameList(record.codes, checked.value)) return accept({ operationId: null, record });
    const owners = await findCodeOwners(
      operation.transaction,
      checked.value.map(({ key }) => key),
    );
    const clashes = clashesOf(request, { codes: checked.value, owners });
    if (clashes.length > 0) return refuse(clashes);
    await takeOver(operation, { owners, recordId: id });
    await saveCodes(operation, { record, codes: checked.value });
    return accept({ operationId: operation.id, record: await readBack(operation.transaction, id) });
  });
}

function clashesOf(
  { recordId, moveFrom }: CodeReplacement,
  { codes, owners }: { codes: readonly StockCode[]; owners: ReadonlyMap<CodeKey, CodeOwner> },
): Fault[] {
  return codes.flatMap((code, index) => {
    const owner = owners.get(code.key);
    if (!owner?.isAttached || owner.recordId === recordId || moveFrom.includes(owner.recordId)) return [];
    const { recordId: ownerId, recordName: ownerName } = owner;
    return [fault({ code: 'code.taken', given: code.text, ownerId, ownerName }, `/codes/${index}`)];
  });
}

/** Each record that loses codes closes the gap in its order, gets a new version, and a line of its own. */
async function takeOver(
  operation: Operation,
  { owners, recordId }: { owners: ReadonlyMap<CodeKey, CodeOwner>; recordId: string },
): Promise<void> {
  const losers = new Set(
    [...owners.values()]
      .filter((owner) => owner.isAttached && owner.recordId !== recordId)
      .map((owner) => owner.recordId),
  );
  for (const loserId of losers) {
    const loser = await findRecord(operation.transaction, loserId);
    if (!loser) continue;
    const left = loser.codes.filter((code) => owners.get(code.key)?.recordId !== loserId);
    await saveCodes(operation, { record: loser, codes: left });
  }
}

async function saveCodes(
  operation: Operation,
  { record, codes }: { record: RecordWithCodes; codes: readonly StockCode[] },
): Promise<void> {
  const { transaction, now } = operation;
  const kept = record.codes.map((code) => code.key);
  const given = new Set(codes.map((code) => code.key));
  await detachCodes(transaction, {
    keys: kept.filter((key) => !given.has(key)),
    now,
  });
  await attachCodes(transaction, [{ recordId: record.id, codes: withKinds(record, codes), now }]);
  const texts = codes.map((code) => code.text);
  await updateRecord(transaction, { record, change: {}, now, codeTexts: texts });
  const before = record.codes.map((code) => code.text);
  operation.remember({ recordId: record.id, action: 'codes', field: 'codes', before, after: texts });
}

/** A code that stays keeps its kind; a new one is a label. */
export function withKinds(record: RecordWithCodes, codes: readonly StockCode[]): StoredCode[] {
  const kept = new Map<CodeKey, StoredCode>(record.codes.map((code) => [code.key, code]));
  return codes.map((code) => ({ ...code, kind: kept.get(code.key)?.kind ?? 'label' }));
}

function isSameList(left: readonly StockCode[], right: readonly StockCode[]): boolean {
  return left.length === right.length && left.every((code, index) => code.text === right[index]?.text);
}
