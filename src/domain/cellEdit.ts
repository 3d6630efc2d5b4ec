import type { AdjustmentReason } from './adjustment.ts';
import { type Description, type DescriptionField, checkDescription } from './inventoryRecord.ts';
import {
  type AdjustPlan,
  type QuantityAnswer,
  type QuantityPlan,
  type QuantityQuestion,
  type QuantityRefusal,
  type QuantityRequest,
  parseQuantityInput,
  planQuantityChange,
} from './quantity.ts';
import { type CodeRefusal, type StockCode, checkCodeList, parseCodes } from './stockCode.ts';
import type { TextRefusal } from './text.ts';

/** The cells of the table that a person may fill with a text. */
export const CELL_FIELDS = [
  'name',
  'sku',
  'category',
  'location',
  'notes',
  'quantity',
  'codes',
] as const satisfies readonly (DescriptionField | 'quantity' | 'codes')[];
export type CellField = (typeof CELL_FIELDS)[number];

/** A text that is to stand in a cell, and what the person saw there: the version of the record, or the very value. */
export interface CellEdit {
  field: CellField;
  /** As typed: `47`, `+5`, `A001..A050; B7`, `Shelf 4`. */
  text: string;
  version?: number | undefined;
  seen?: CellValue | undefined;
}

export type CellValue = string | number | readonly string[];

/** What one cell edit is decided by. */
export interface CellRecord extends Pick<Description, 'name' | 'sku' | 'category' | 'location' | 'notes'> {
  version: number;
  quantity: number;
  codes: readonly Pick<StockCode, 'text'>[];
}

/** One answer for all crossings of a batch, and the reasons of its changes; a set without a crossing is a `count`. */
export interface QuantityAnswers {
  increase?: AdjustmentReason | undefined;
  decrease?: AdjustmentReason | undefined;
  grow?: 'units' | 'pool' | undefined;
  close?: AdjustmentReason | undefined;
  reopen?: AdjustmentReason | undefined;
}

/** Somebody else wrote a newer value into the cell than the person saw. */
export interface CellMoved {
  code: 'cell.moved';
  field: CellField;
  current: string;
  /** The version that holds it: named as seen, it is replaced. */
  version: number;
}

export type CellRefusal =
  | CellMoved
  | { code: 'version.missing' }
  | QuantityQuestion
  | QuantityRefusal
  | TextRefusal
  | CodeRefusal;

/** What one edit of a batch comes to. `asks`: a crossing that nobody has answered. */
export const CELL_VERDICTS = ['new', 'changed', 'same', 'invalid', 'conflict', 'asks'] as const;
export type CellVerdict = (typeof CELL_VERDICTS)[number];

export type CellPlan =
  | { verdict: 'same' }
  | { verdict: 'new' | 'changed'; change: CellChange }
  | { verdict: 'invalid' | 'conflict' | 'asks'; refusal: CellRefusal };

export type CellChange =
  | { kind: 'text'; field: Exclude<CellField, 'quantity' | 'codes'>; after: string }
  | { kind: 'quantity'; plan: AdjustPlan | Extract<QuantityPlan, { kind: 'add-units' }> }
  | { kind: 'codes'; codes: readonly StockCode[] };

/**
 * What it takes to put a text into a cell, by the same rules as the cell's own editor: a change, nothing, or why not.
 * 'A001..A003' in `codes` replaces the list by three codes. Awkward case: a newer value than the one seen is a conflict,
 * unless it is the very value that is to be written. Whether a code is taken only its owner's keeper can say.
 */
export function planCellEdit(record: CellRecord, edit: CellEdit, answers: QuantityAnswers): CellPlan {
  switch (edit.field) {
    case 'quantity':
      return planQuantity(record, edit, answers);
    case 'codes':
      return planCodes(record, edit);
    case 'name':
    case 'sku':
    case 'category':
    case 'location':
    case 'notes':
      return planText(record, { ...edit, field: edit.field });
  }
}

function planText(
  record: CellRecord,
  edit: CellEdit & { field: Exclude<CellField, 'quantity' | 'codes'> },
): CellPlan {
  const { field } = edit;
  const checked = checkDescription({ [field]: edit.text });
  if (!checked.ok) return { verdict: 'invalid', refusal: withoutField(checked.refusal[0]) };
  const after = checked.value[field] ?? '';
  if (after === record[field]) return { verdict: 'same' };
  return (
    notSeen(record, edit) ?? {
      verdict: record[field] === '' ? 'new' : 'changed',
      change: { kind: 'text', field, after },
    }
  );
}

function planCodes(record: CellRecord, edit: CellEdit): CellPlan {
  const parsed = parseCodes(edit.text);
  return parsed.ok
    ? planCodeList(record, edit, parsed.value)
    : { verdict: 'invalid', refusal: parsed.refusal };
}

/** The same of codes that are a list already: nothing in them is a range or a separator. */
export function planCodeList(
  record: CellRecord,
  edit: Omit<CellEdit, 'text'>,
  texts: readonly string[],
): CellPlan {
  const codes = checkCodeList(texts);
  if (!codes.ok) return { verdict: 'invalid', refusal: codes.refusal };
  if (
    isSameValue(
      codes.value.map(({ text }) => text),
      cellValue(record, 'codes'),
    )
  )
    return { verdict: 'same' };
  return (
    notSeen(record, edit) ?? {
      verdict: record.codes.length === 0 ? 'new' : 'changed',
      change: { kind: 'codes', codes: codes.value },
    }
  );
}

function planQuantity(record: CellRecord, edit: CellEdit, answers: QuantityAnswers): CellPlan {
  const input = parseQuantityInput(edit.text);
  if (!input.ok) return { verdict: 'invalid', refusal: input.refusal };
  const { quantity } = record;
  if (input.value.kind === 'change') return planOf(answered(quantity, { intent: input.value }, answers));
  if (input.value.to === quantity) return { verdict: 'same' };
  const seen = seenQuantity(record, edit);
  if (seen === null) return notSeen(record, edit) ?? { verdict: 'same' };
  return planOf(answered(quantity, { intent: { ...input.value, seen } }, answers));
}

/** A set counts from the quantity that was seen; of another version it is not known which that was. */
function seenQuantity(record: CellRecord, { seen, version }: CellEdit): number | null {
  if (typeof seen === 'number') return seen;
  return version === record.version ? record.quantity : null;
}

/** Asks without a reason first: a reason that was meant for another change must not answer a crossing. */
function answered(current: number, request: QuantityRequest, answers: QuantityAnswers): QuantityAnswer {
  const answer = planQuantityChange(current, request);
  if (answer.kind === 'refusal' && answer.refusal.code === 'reason.unfit' && request.reason === undefined) {
    const { intent } = request;
    const isMore = intent.kind === 'change' && intent.by > 0;
    const reason = isMore ? answers.increase : answers.decrease;
    return reason ? planQuantityChange(current, { ...request, reason }) : answer;
  }
  if (answer.kind !== 'question' || answer.question.code === 'quantity.moved') return answer;
  switch (answer.question.question) {
    case 'grow':
      if (request.crossing !== undefined || !answers.grow) return answer;
      return answered(current, { ...request, crossing: answers.grow }, answers);
    case 'close':
      if (!answers.close) return answer;
      return planQuantityChange(current, { ...request, crossing: 'close', reason: answers.close });
    case 'reopen':
      if (!answers.reopen) return answer;
      return planQuantityChange(current, { ...request, reason: answers.reopen });
  }
}

function planOf(answer: QuantityAnswer): CellPlan {
  switch (answer.kind) {
    case 'refusal':
      return { verdict: 'invalid', refusal: answer.refusal };
    case 'question':
      return {
        verdict: answer.question.code === 'quantity.moved' ? 'conflict' : 'asks',
        refusal: answer.question,
      };
    case 'plan': {
      const { plan } = answer;
      if (plan.kind === 'unchanged') return { verdict: 'same' };
      return { verdict: plan.kind === 'add-units' ? 'new' : 'changed', change: { kind: 'quantity', plan } };
    }
  }
}

/** The refusal for a cell that holds something else than was seen; null when it was seen as it is. */
function notSeen(record: CellRecord, { field, version, seen }: Omit<CellEdit, 'text'>): CellPlan | null {
  if (version === undefined && seen === undefined)
    return { verdict: 'invalid', refusal: { code: 'version.missing' } };
  if (version === record.version) return null;
  if (seen !== undefined && isSameValue(seen, cellValue(record, field))) return null;
  return {
    verdict: 'conflict',
    refusal: {
      code: 'cell.moved',
      field,
      version: record.version,
      current: cellText(record, field).slice(0, SHOWN_CHARACTERS).toWellFormed(),
    },
  };
}

/** A value as a person would read it in the cell. */
function cellText(record: CellRecord, field: CellField): string {
  const value = cellValue(record, field);
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function cellValue(record: CellRecord, field: CellField): CellValue {
  return field === 'codes' ? record.codes.map(({ text }) => text) : record[field];
}

/** Enough to recognise a value by; a cell may hold five thousand codes. */
const SHOWN_CHARACTERS = 200;

function isSameValue(one: CellValue, other: CellValue): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((text, index) => text === other[index]);
}

function withoutField(refusal: (TextRefusal & { field: string }) | undefined): TextRefusal {
  if (!refusal) return { code: 'text.empty' };
  const { field: _field, ...rest } = refusal;
  return rest;
}
