import type { Instant } from '#domain/day.ts';
import { voidingEntry } from '#domain/entry.ts';
import { type RecordMoney, recordMoney } from '#domain/figures.ts';
import type { Description } from '#domain/inventoryRecord.ts';
import { minor } from '#domain/money.ts';
import { once } from '#domain/once.ts';
import { individualSinceAfter } from '#domain/quantity.ts';
import { invariant } from '#domain/result.ts';
import { codeKey } from '#domain/stockCode.ts';
import { type Carry, type KindTotals, NO_TOTALS, addEntry, addingOnce } from '#domain/totals.ts';
import { attachCodes, detachCodes } from '#server/store/codes.ts';
import { type Carried, insertCarries, listCarriesOf } from '#server/store/conversions.ts';
import {
  type StoredEntry,
  findEntries,
  findRestored,
  insertEntries,
  listEntriesOf,
  markVoided,
  rootOf,
} from '#server/store/ledger.ts';
import {
  type StoredAdjustment,
  type StoredOperation,
  insertAdjustments,
  listDeltasOf,
} from '#server/store/operations.ts';
import type { RecordToStore } from '#server/store/recordRow.ts';
import { type RecordPart, replaceRecords } from '#server/store/records.ts';
import { codesBefore, describedField, factsOf } from './historyFacts.ts';
import { entryOf } from './ledgerPosting.ts';
import type { Touched } from './undoBlockers.ts';
import type { Operation } from './writeOnce.ts';

/** Everything an operation did, turned round: gathered first, then written in a fixed number of statements. Answers the records as they are then. */
export async function reverseAll(
  operation: Operation,
  { touched, undone }: { touched: readonly Touched[]; undone: StoredOperation },
): Promise<readonly RecordToStore[]> {
  const { transaction, now } = operation;
  const deltas = await listDeltasOf(transaction, undone.id);
  const totals = await reverseMoney(operation, { touched, undone });
  const adjustments = reverseQuantities(operation, { touched, deltas });
  const quantityById = new Map(adjustments.map(({ recordId, quantity }) => [recordId, quantity]));
  const moneyOf = once(recordMoney);
  const before = touched.map((one) => {
    const sums = totals.get(one.record.id);
    return recordBefore(one, {
      money: sums && moneyOf(sums),
      now,
      quantity: quantityById.get(one.record.id),
    });
  });
  await insertAdjustments(transaction, adjustments);
  await restoreCodes(operation, touched);
  const records = before.map(({ record }) => record);
  await replaceRecords(transaction, { records, now, parts: partsOf(touched, totals.size > 0) });
  for (const [index, one] of touched.entries()) {
    const after = before[index];
    invariant(after !== undefined, 'each record has its state from before');
    remember(operation, { touched: one, after });
  }
  return records;
}

/** What is put back: of a batch that changed a place only, the place alone is written. */
function partsOf(touched: readonly Touched[], hasMoney: boolean): Set<RecordPart> {
  const parts = new Set<RecordPart>(hasMoney ? ['money'] : []);
  for (const { lines, codesBack } of touched) {
    if (codesBack && !isMade(lines)) parts.add('search');
    for (const { action, field } of lines) {
      const described = action === 'described' ? describedField(field) : undefined;
      if (described) parts.add(described);
      else if (action === 'codes') parts.add('codes');
      else if (action === 'quantity') parts.add('stock');
      else parts.add('stock').add('codes');
    }
  }
  return parts;
}

/** A record put back, and the codes that it has then. */
interface PutBack {
  record: RecordToStore;
  codes: readonly string[];
}

/** A record as it was before: quantity by what adds up, every other field as the operation found it. */
function recordBefore(
  touched: Touched,
  {
    money,
    now,
    quantity = touched.record.quantity,
  }: { money: RecordMoney | undefined; now: Instant; quantity: number | undefined },
): PutBack {
  const { record, lines, codesBack } = touched;
  const described: Partial<Description> = {};
  for (const line of lines) {
    const field = line.action === 'described' ? describedField(line.field) : undefined;
    if (field) described[field] = String(line.before);
  }
  const held = record.codes.map(({ text }) => text);
  const codes = codesBack ?? held;
  const isGone = isMade(lines) || (record.isWithdrawn && !isWithdrawn(lines));
  const before = {
    ...record,
    ...described,
    ...money,
    quantity,
    individualSince: individualSinceBefore(touched, { quantity, now }),
    // Withdrawn it is in no list: the index of texts is not told, and has nothing to do when it comes back.
    codeTexts: isGone ? held : codes,
    codeCount: codes.length,
    isWithdrawn: isGone,
  };
  return { record: before, codes };
}

/** As the lines found it; where the quantity went on since, since it has been what it becomes now. */
function individualSinceBefore(
  { record, lines }: Touched,
  { quantity, now }: { quantity: number; now: Instant },
): Instant | null {
  const before = lines
    .map((line) => factsOf(line.before))
    .find(({ individualSince }) => individualSince !== undefined);
  if (before?.individualSince === undefined) return record.individualSince;
  const isAsFound = before.quantity === undefined || before.quantity === quantity;
  return isAsFound ? before.individualSince : individualSinceAfter(record, quantity, now);
}

const isMade = (lines: Touched['lines']) => lines.some(({ action }) => action === 'created');
const isWithdrawn = (lines: Touched['lines']) => lines.some(({ action }) => action === 'withdrawn');

function reverseQuantities(
  operation: Operation,
  { touched, deltas }: { touched: readonly Touched[]; deltas: Awaited<ReturnType<typeof listDeltasOf>> },
): StoredAdjustment[] {
  const { id: operationId, now: recordedAt } = operation;
  return touched.flatMap(({ record }) => {
    const made = deltas.get(record.id);
    if (made === undefined || made.delta === 0) return [];
    const { occurredOn } = made;
    const quantity = record.quantity - made.delta;
    invariant(quantity >= 0, 'a taking back that was not blocked leaves a quantity');
    const id = operation.newId();
    return [
      {
        id,
        recordId: record.id,
        operationId,
        delta: -made.delta,
        quantity,
        reason: 'correction',
        occurredOn,
        recordedAt,
        note: '',
      },
    ];
  });
}

/** Voids what was posted, posts again what was voided, and carries back what was carried; answers the totals that changed. */
async function reverseMoney(
  operation: Operation,
  { touched, undone }: { touched: readonly Touched[]; undone: StoredOperation },
): Promise<Map<string, KindTotals>> {
  const { transaction, id: operationId } = operation;
  const quantityById = new Map(touched.map(({ record }) => [record.id, record.quantity]));
  const own = await listEntriesOf(transaction, undone.id);
  const voided = own.filter((entry) => entry.voids === null && entry.voidedBy !== null);
  const restored = await findRestored(transaction, voided.map(rootOf));
  const entries = [...own.filter((entry) => entry.voids !== null || entry.voidedBy === null), ...restored];
  const originals = await findEntries(
    transaction,
    entries.flatMap(({ voids }) => voids ?? []),
  );
  const carried = await listCarriesOf(transaction, undone.id);
  const totals = new Map<string, KindTotals>();
  const known = new Map(touched.map(({ record }) => [record.id, record.totals]));
  const totalsNow = (id: string) => totals.get(id) ?? known.get(id) ?? NO_TOTALS;
  const posted = entries.map((entry) => {
    const original = originals.get(entry.voids ?? '');
    const line = opposite(operation, { entry, original, quantity: quantityById.get(entry.recordId) ?? 0 });
    totals.set(entry.recordId, addEntry(totalsNow(entry.recordId), line));
    return line;
  });
  await insertEntries(transaction, posted);
  await markVoided(
    transaction,
    posted.flatMap(({ id, voids }) => (voids === null ? [] : [id])),
  );
  const turned = once(carriedBack);
  const add = addingOnce();
  const carries = carried.map(({ recordId, kinds }): Carried => {
    const back = turned(kinds);
    totals.set(recordId, add(totalsNow(recordId), back));
    return { recordId, operationId, kinds: back };
  });
  await insertCarries(transaction, carries);
  return totals;
}

function carriedBack(kinds: readonly Carry[]): Carry[] {
  return kinds.map(({ kind, amount, count }) => ({ kind, amount: minor(-amount), count: -count }));
}

interface Answered {
  entry: StoredEntry;
  /** The entry that `entry` took back, if it is such a line. */
  original: StoredEntry | undefined;
  quantity: number;
}

/** The line that answers one: an entry is voided; of a line that voided another, that other stands again. */
function opposite(operation: Operation, { entry, original, quantity }: Answered): StoredEntry {
  const { recordId, note, kind, occurredOn, service } = entry;
  const line = voidingEntry(entry);
  if (line.ok) return entryOf(operation, { ...line.value, note, recordId, quantity });
  invariant(original !== undefined, 'a line that takes back names what it took back');
  const { amount } = original;
  return entryOf(operation, {
    kind,
    occurredOn,
    service,
    amount,
    note: original.note,
    recordId,
    quantity,
    restores: rootOf(original),
  });
}

async function restoreCodes({ transaction, now }: Operation, touched: readonly Touched[]): Promise<void> {
  const changed = touched.flatMap(({ record, codesBack }) =>
    codesBack ? [{ record, codes: codesBack.map((text) => ({ text, key: codeKey(text) })) }] : [],
  );
  const kept = new Set(changed.flatMap(({ codes }) => codes.map(({ key }) => key)));
  const held = changed.flatMap(({ record }) => record.codes.map(({ key }) => key));
  await detachCodes(transaction, { keys: held.filter((key) => !kept.has(key)), now });
  await attachCodes(
    transaction,
    changed.map(({ record, codes }) => ({ recordId: record.id, codes, now })),
  );
}

/** The lines that say what was put back, and that taking this back in turn will read. */
function remember(
  operation: Operation,
  { touched: { record, lines }, after }: { touched: Touched; after: PutBack },
): void {
  const recordId = record.id;
  const held = record.codes.map(({ text }) => text);
  const whole = {
    before: { ...stock(record), codes: held },
    after: { ...stock(after.record), codes: after.codes },
  };
  const line = (action: 'withdrawn' | 'created' | 'converted') =>
    operation.remember({ recordId, action, field: 'undo', ...whole });
  if (isMade(lines)) line('withdrawn');
  else if (isWithdrawn(lines)) line('created');
  else if (lines.some(({ action }) => action === 'converted')) line('converted');
  else {
    if (after.record.quantity !== record.quantity) {
      operation.remember({
        recordId,
        action: 'quantity',
        field: 'quantity',
        before: stock(record),
        after: stock(after.record),
      });
    }
    if (codesBefore(lines))
      operation.remember({ recordId, action: 'codes', field: 'codes', before: held, after: after.codes });
  }
  for (const { action, field, before: was, after: is } of lines) {
    if (action === 'described') operation.remember({ recordId, action, field, before: is, after: was });
    if (action === 'entry') operation.remember({ recordId, action: 'void', field, before: is, after: null });
    if (action === 'void') operation.remember({ recordId, action: 'entry', field, before: null, after: was });
  }
}

function stock({ quantity, individualSince }: Pick<RecordToStore, 'quantity' | 'individualSince'>) {
  return { quantity, individualSince };
}
