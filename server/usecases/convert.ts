import {
  type ConversionPlan,
  type ConversionRefusal,
  type ConversionRequest,
  type Convertible,
  type HistoryChoice,
  type PlanTarget,
  planConversion,
} from '#domain/conversion.ts';
import { type Day, dayOfInstant } from '#domain/day.ts';
import { type RecordMoney, recordMoney } from '#domain/figures.ts';
import { type Fault, fault } from '#domain/refusal.ts';
import { accept, invariant, refuse } from '#domain/result.ts';
import { once } from '#domain/once.ts';
import { type KindTotals, NO_TOTALS, addingOnce } from '#domain/totals.ts';
import { individualSinceAfter } from '#domain/quantity.ts';
import type { CodeKey, StockCode } from '#domain/stockCode.ts';
import { type CodeOwner, attachCodes, findCodeOwners } from '#server/store/codes.ts';
import { type Carried, insertCarries, insertLineage } from '#server/store/conversions.ts';
import { kindLines, kindsText } from '#server/store/kindsText.ts';
import { type StoredAdjustment, insertAdjustments } from '#server/store/operations.ts';
import type { RecordToStore } from '#server/store/recordRow.ts';
import {
  type RecordWithCodes,
  findRecordsById,
  findRecordsWithCodes,
  replaceRecords,
} from '#server/store/records.ts';
import type { ReadHandle } from '#server/store/store.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { checkSeen } from './findVersion.ts';
import { type NewRecord, storeNewRecords } from './newRecords.ts';
import { type Operation, writeOnce } from './writeOnce.ts';

interface Seen {
  id: string;
  version: number;
}

export type ConversionCommand =
  | { type: 'serialize'; record: Seen; units: number; codes: readonly string[]; history: HistoryChoice }
  | { type: 'split'; record: Seen; quantity: number; codes: readonly string[]; history: HistoryChoice }
  | { type: 'pool' | 'merge'; records: readonly Seen[]; into: string | null };

export interface Converted {
  operationId: string;
  /** The records that were made. */
  made: string[];
  /** The records that were there before and are changed. */
  changed: string[];
}

export interface PlannedConversion {
  plan: ConversionPlan;
  records: Map<string, RecordWithCodes>;
  /** Those of the codes of new records that lead somewhere or once did, where that was asked. */
  knownCodes: ReadonlySet<string> | undefined;
}

/** Does a conversion as one operation: quantities, codes, carries and lineage together or not at all. */
export function convert(
  context: Context,
  request: WriteRequest & { command: ConversionCommand },
): Promise<Outcome<Converted>> {
  return writeOnce(context, { ...request, type: request.command.type }, async (operation) => {
    const seen = await checkVersions(operation.transaction, request.command);
    if (!seen.ok) return seen;
    const planned = await previewConversion(operation.transaction, request.command);
    return planned.ok ? accept(await carryOut(operation, planned.value)) : planned;
  });
}

/** Were the records seen as they are now? A conversion of a version that has passed is refused; a preview is of what is there. */
async function checkVersions(database: ReadHandle, command: ConversionCommand): Promise<Outcome<null>> {
  const seen = seenOf(command);
  const records = await findRecordsById(
    database,
    seen.map(({ id }) => id),
  );
  for (const { id, version } of seen) {
    const checked = checkSeen(records.get(id) ?? null, { id, seenVersion: version });
    if (!checked.ok) return checked;
  }
  return accept(null);
}

function seenOf(command: ConversionCommand): readonly Seen[] {
  return 'record' in command ? [command.record] : command.records;
}

/** What a conversion would do, against what is stored now. Writes nothing. */
export async function previewConversion(
  database: ReadHandle,
  command: ConversionCommand,
): Promise<Outcome<PlannedConversion>> {
  const ids = seenOf(command).map(({ id }) => id);
  const records = await findRecordsWithCodes(database, ids);
  const missing = ids.find((id) => !records.has(id));
  if (missing !== undefined) return refuse([fault({ code: 'record.missing', id: missing })]);
  const convertible = (id: string): Convertible | null => {
    const record = records.get(id);
    return record ?? null;
  };
  const plan = planConversion(requestOf(command, convertible));
  if (!plan.ok) return refuse([faultOf(plan.refusal)]);
  if (command.type !== 'serialize') return accept({ plan: plan.value, records, knownCodes: undefined });
  const codes = plan.value.makes.flatMap((make) => make.codes);
  const owners = await findCodeOwners(
    database,
    codes.map(({ key }) => key),
  );
  const clashes = clashesOf(codes, owners);
  if (clashes.length > 0) return refuse(clashes);
  return accept({ plan: plan.value, records, knownCodes: new Set(owners.keys()) });
}

function requestOf(
  command: ConversionCommand,
  convertible: (id: string) => Convertible | null,
): ConversionRequest {
  if ('records' in command) {
    const members = command.records.flatMap(({ id }) => convertible(id) ?? []);
    return { type: command.type, members, into: command.into === null ? null : convertible(command.into) };
  }
  const source = convertible(command.record.id);
  invariant(source !== null, 'the record was found just before');
  return { ...command, source };
}

function clashesOf(codes: readonly StockCode[], owners: ReadonlyMap<CodeKey, CodeOwner>): Fault[] {
  return codes.flatMap(({ key, text }, index) => {
    const owner = owners.get(key);
    if (!owner?.isAttached) return [];
    const refusal = {
      code: 'code.taken',
      given: text,
      ownerId: owner.recordId,
      ownerName: owner.recordName,
    } as const;
    return [fault(refusal, `/codes/${index}`)];
  });
}

function faultOf(refusal: ConversionRefusal): Fault {
  if ('index' in refusal) return fault(refusal, `/codes/${refusal.index}`);
  return fault(refusal, refusal.code === 'conversion.code-elsewhere' ? '/codes' : '');
}

async function carryOut(operation: Operation, planned: PlannedConversion): Promise<Converted> {
  const { plan, records, knownCodes } = planned;
  const { transaction, id: operationId } = operation;
  const ids = plan.makes.map(() => operation.newId());
  const idOf = (target: PlanTarget) => ('id' in target ? target.id : (ids[target.made] ?? ''));
  // Of ten thousand units most get the same: equal lines become one value, which is then added up and written once.
  const sameLines = once(kindLines);
  const carries = [...Map.groupBy(plan.carries, ({ target }) => idOf(target))].map(
    ([recordId, lines]): Carried => ({ recordId, operationId, kinds: sameLines(kindsText(lines)) }),
  );
  const totals = totalsAfter(records, carries);
  // The codes leave first: each leads to one record at any time.
  await changeRecords(operation, { planned, totals });
  await storeNewRecords(
    operation,
    plan.makes.map((make, index) => newRecordOf(operation, { planned, make, id: ids[index] ?? '', totals })),
    knownCodes,
  );
  await insertCarries(transaction, carries);
  await insertLineage(
    transaction,
    plan.lineage.map(({ parent, child }) => ({ operationId, parentId: idOf(parent), childId: idOf(child) })),
  );
  return { operationId, made: ids, changed: [...records.keys()] };
}

function totalsAfter(
  before: ReadonlyMap<string, RecordMoney>,
  carries: readonly Carried[],
): Map<string, KindTotals> {
  const add = addingOnce();
  return new Map(
    carries.map(({ recordId, kinds }) => [recordId, add(before.get(recordId)?.totals ?? NO_TOTALS, kinds)]),
  );
}

interface Changing {
  planned: PlannedConversion;
  totals: ReadonlyMap<string, KindTotals>;
}

/** Writes the records that were there before: as many statements for ten thousand as for ten thousand more. */
async function changeRecords(
  operation: Operation,
  { planned: { plan, records }, totals }: Changing,
): Promise<void> {
  const { transaction, now, id: operationId } = operation;
  const codesById = new Map(plan.codes.map(({ id, codes }) => [id, codes]));
  const occurredOn = dayOfInstant(now);
  const adjustments: StoredAdjustment[] = [];
  const changed: RecordToStore[] = [];
  for (const { id, from, to } of plan.quantities) {
    const record = records.get(id);
    invariant(
      record !== undefined && record.quantity === from && from !== to,
      'a plan is about the records it was made from',
    );
    const reason = to < from ? 'split' : 'merge';
    const adjustmentId = operation.newId();
    adjustments.push({
      id: adjustmentId,
      recordId: id,
      operationId,
      delta: to - from,
      quantity: to,
      reason,
      occurredOn,
      recordedAt: now,
      note: '',
    });
    const codeTexts = (codesById.get(id) ?? record.codes).map(({ text }) => text);
    const individualSince = individualSinceAfter(record, to, now);
    const sums = totals.get(id);
    changed.push({
      ...record,
      ...(sums ? recordMoney(sums) : {}),
      quantity: to,
      individualSince,
      codeTexts,
      codeCount: codeTexts.length,
    });
    const before = {
      quantity: from,
      individualSince: record.individualSince,
      codes: record.codes.map(({ text }) => text),
    };
    const after = { quantity: to, individualSince, codes: codeTexts, made: plan.makes.length };
    operation.remember({ recordId: id, action: 'converted', field: plan.type, before, after });
  }
  await insertAdjustments(transaction, adjustments);
  await attachCodes(
    transaction,
    plan.codes.map(({ id, codes }) => ({ recordId: id, codes, now })),
  );
  await replaceRecords(transaction, { records: changed, now, parts: ['stock', 'money', 'codes', 'search'] });
}

interface Making {
  planned: PlannedConversion;
  make: ConversionPlan['makes'][number];
  id: string;
  totals: ReadonlyMap<string, KindTotals>;
}

function newRecordOf(
  operation: Operation,
  { planned: { plan, records }, make, id, totals }: Making,
): NewRecord {
  const like = records.get(make.like);
  invariant(like !== undefined, 'a plan is about the records it was made from');
  const { name, sku, category, location, notes } = like;
  const openedOn = dayOfInstant(operation.now);
  const isGathered = plan.type === 'pool' || plan.type === 'merge';
  const reason = isGathered ? 'merge' : 'split';
  return {
    id,
    name,
    sku,
    category,
    location,
    notes,
    reference: '',
    quantity: make.quantity,
    codes: make.codes,
    openedOn,
    steps: [{ delta: make.quantity, reason, occurredOn: openedOn, note: '' }],
    entries: [],
    totals: totals.get(id) ?? NO_TOTALS,
    origin: isGathered
      ? { batchId: id, originOn: earliest([...records.values()].map(({ originOn }) => originOn)) ?? openedOn }
      : { batchId: like.batchId, originOn: like.originOn },
  };
}

function earliest(days: readonly Day[]): Day | undefined {
  return days.toSorted()[0];
}
