import { whyForbidden } from '#domain/access.ts';
import type { AdjustmentReason } from '#domain/adjustment.ts';
import { type Day, dayOfInstant, parseDay } from '#domain/day.ts';
import { type CheckedEntry, checkEntry } from '#domain/entry.ts';
import type { GivenMoney } from '#domain/money.ts';
import {
  type AdjustPlan,
  type Crossing,
  type QuantityIntent,
  type QuantityPlan,
  type QuantityRefusal,
  individualSinceAfter,
  planQuantityChange,
} from '#domain/quantity.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { NOTE_RULE, checkText } from '#domain/text.ts';
import { insertAdjustments } from '#server/store/operations.ts';
import { type RecordWithCodes, updateRecord } from '#server/store/records.ts';
import { addUnits } from './addUnits.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { findExisting, findSeen, readBack } from './findVersion.ts';
import { checkCurrency, entryFacts, postEntry } from './ledgerPosting.ts';
import { type Operation, writeOnce } from './writeOnce.ts';

export interface QuantityEdit extends WriteRequest {
  recordId: string;
  intent: QuantityIntent;
  /** The version seen; a set must name it, a change need not, because changes always add up. */
  seenVersion: number | null;
  reason?: AdjustmentReason | undefined;
  crossing?: Crossing | undefined;
  occurredOn?: string | undefined;
  note?: string | undefined;
  /** What these units cost or brought: posted together with the adjustment or not at all. */
  entry?: { kind: 'purchase' | 'sale'; amount: GivenMoney } | undefined;
}

export interface QuantityEdited {
  operationId: string | null;
  record: RecordWithCodes;
  added: string[];
  notice: AdjustPlan['notice'];
}

/** Changes a quantity as the domain plans it: one adjustment, its entry if any, and one line of history. */
export function editQuantity(context: Context, edit: QuantityEdit): Promise<Outcome<QuantityEdited>> {
  return writeOnce(context, { ...edit, type: 'quantity' }, async (operation) => {
    const found = await findForEdit(operation, edit);
    if (!found.ok) return found;
    const checked = await checkEdit(operation, edit);
    if (!checked.ok) return checked;
    const answer = planQuantityChange(found.value.quantity, edit);
    if (answer.kind === 'question') return refuse([fault(answer.question)]);
    if (answer.kind === 'refusal')
      return refuse([fault(answer.refusal, pointerOf(edit, answer.refusal.code))]);
    return carryOut(operation, { record: found.value, plan: answer.plan, ...checked.value });
  });
}

function findForEdit({ transaction }: Operation, edit: QuantityEdit): Promise<Outcome<RecordWithCodes>> {
  const { recordId: id, seenVersion } = edit;
  const isVersioned = edit.intent.kind === 'set' || seenVersion !== null;
  return isVersioned ? findSeen(transaction, { id, seenVersion }) : findExisting(transaction, id);
}

interface CheckedEdit {
  occurredOn: Day;
  note: string;
  entry: CheckedEntry | null;
}

async function checkEdit(operation: Operation, edit: QuantityEdit): Promise<Outcome<CheckedEdit>> {
  const occurredOn = edit.occurredOn === undefined ? dayOfInstant(operation.now) : parseDay(edit.occurredOn);
  if (!occurredOn)
    return refuse([fault({ code: 'day.invalid', given: edit.occurredOn ?? '' }, '/occurredOn')]);
  const note = checkText(edit.note ?? '', NOTE_RULE);
  if (!note.ok) return refuse([fault(note.refusal, '/note')]);
  if (!edit.entry) return accept({ occurredOn, note: note.value, entry: null });
  const { kind, amount } = edit.entry;
  const forbidden = whyForbidden(operation.person.role, 'income.add');
  if (forbidden) return refuse([fault(forbidden, '/entry')]);
  const currency = await checkCurrency(operation.transaction, { money: amount, pointer: '/entry/amount' });
  if (!currency.ok) return currency;
  const entry = checkEntry({ kind, amount: amount.amount, occurredOn, note: note.value });
  if (!entry.ok) return refuse([fault(entry.refusal, '/entry/amount/amount')]);
  return accept({ occurredOn, note: note.value, entry: entry.value });
}

type Work = CheckedEdit & { record: RecordWithCodes; plan: QuantityPlan };

async function carryOut(operation: Operation, work: Work): Promise<Outcome<QuantityEdited>> {
  const { record, plan } = work;
  switch (plan.kind) {
    case 'unchanged':
      return accept({ operationId: null, record, added: [], notice: null });
    case 'add-units':
      return addUnits(operation, { ...work, count: plan.count, reason: plan.reason });
    case 'adjust':
      return adjust(operation, { ...work, plan });
  }
}

async function adjust(
  operation: Operation,
  work: Work & { plan: AdjustPlan },
): Promise<Outcome<QuantityEdited>> {
  const { record, plan, occurredOn, note, entry } = work;
  const { transaction, now, id: operationId } = operation;
  const { delta, quantity, reason, notice } = plan;
  await insertAdjustments(transaction, [
    {
      id: operation.newId(),
      recordId: record.id,
      operationId,
      delta,
      quantity,
      reason,
      occurredOn,
      recordedAt: now,
      note,
    },
  ]);
  const posted = entry ? await postEntry(operation, { ...entry, recordId: record.id, quantity }) : null;
  if (posted && !posted.ok) return posted;
  const individualSince = individualSinceAfter(record, quantity, now);
  const change = { quantity, individualSince, ...posted?.value.money };
  await updateRecord(transaction, { record, change, now });
  operation.remember({
    recordId: record.id,
    action: 'quantity',
    field: 'quantity',
    before: { quantity: record.quantity, individualSince: record.individualSince },
    after: { quantity, individualSince, delta, reason },
    note,
  });
  if (posted) {
    const after = entryFacts(posted.value.entry);
    operation.remember({ recordId: record.id, action: 'entry', field: 'ledger', before: null, after });
  }
  return accept({ operationId, record: await readBack(transaction, record.id), added: [], notice });
}

function pointerOf(edit: QuantityEdit, code: QuantityRefusal['code']): string {
  if (code === 'reason.unfit') return '/reason';
  return edit.intent.kind === 'set' ? '/set' : '/change';
}
