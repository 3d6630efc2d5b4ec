import type { AdjustmentReason } from './adjustment.ts';
import { type Day, parseDay } from './day.ts';
import { type QuantityRefusal, checkQuantity } from './quantity.ts';
import { accept, refuse, type Result } from './result.ts';
import { type CodeRefusal, type StockCode, checkCodeList } from './stockCode.ts';
import { LABEL_RULE, NAME_RULE, NOTE_RULE, type TextRefusal, type TextRule, checkText } from './text.ts';

/** What a person may name and describe about a record; quantity, codes and money have verbs of their own. */
export interface Description {
  name: string;
  sku: string;
  category: string;
  location: string;
  notes: string;
  /** The id under which another system or a file knows this record; unique where it is not empty. */
  reference: string;
}

export const DESCRIPTION_FIELDS = ['name', 'sku', 'category', 'location', 'notes', 'reference'] as const;
export type DescriptionField = (typeof DESCRIPTION_FIELDS)[number];

const RULE_BY_FIELD: Readonly<Record<DescriptionField, TextRule>> = {
  name: NAME_RULE,
  sku: LABEL_RULE,
  category: LABEL_RULE,
  location: LABEL_RULE,
  notes: NOTE_RULE,
  reference: LABEL_RULE,
};

export interface RecordDraft extends Partial<Record<DescriptionField, string | undefined>> {
  name: string;
  quantity: number;
  codes?: readonly string[] | undefined;
  /** The day the units came; today when not given. */
  openedOn?: string | undefined;
}

export interface CheckedRecord extends Description {
  quantity: number;
  codes: StockCode[];
  openedOn: Day;
}

export type RecordRefusal =
  | (TextRefusal & { field: DescriptionField })
  | (QuantityRefusal & { field: 'quantity' })
  | ((CodeRefusal & { index: number }) & { field: 'codes' })
  | { code: 'day.invalid'; given: string; field: 'openedOn' };

/** May this record be made? Answers it trimmed and checked, or every fault, each with its field. */
export function checkRecord(draft: RecordDraft, today: Day): Result<CheckedRecord, RecordRefusal[]> {
  const faults: RecordRefusal[] = [];
  const description = checkDescription(draft);
  if (!description.ok) faults.push(...description.refusal);
  const quantity = checkQuantity(draft.quantity);
  if (!quantity.ok) faults.push({ ...quantity.refusal, field: 'quantity' });
  const codes = checkCodeList(draft.codes ?? []);
  if (!codes.ok) faults.push({ ...codes.refusal, field: 'codes' });
  const openedOn = draft.openedOn === undefined ? today : parseDay(draft.openedOn);
  if (!openedOn)
    faults.push({ code: 'day.invalid', given: (draft.openedOn ?? '').slice(0, 40), field: 'openedOn' });
  if (!description.ok || !quantity.ok || !codes.ok || !openedOn) return refuse(faults);
  return accept({
    ...EMPTY_DESCRIPTION,
    ...description.value,
    name: description.value.name ?? '',
    quantity: quantity.value,
    codes: codes.value,
    openedOn,
  });
}

const EMPTY_DESCRIPTION: Description = {
  name: '',
  sku: '',
  category: '',
  location: '',
  notes: '',
  reference: '',
};

/** Checks the fields that are given; a name, where given, may not be emptied. */
export function checkDescription(
  given: Partial<Record<DescriptionField, string | undefined>>,
): Result<Partial<Description>, (TextRefusal & { field: DescriptionField })[]> {
  const faults: (TextRefusal & { field: DescriptionField })[] = [];
  const checked: Partial<Description> = {};
  for (const field of DESCRIPTION_FIELDS) {
    const text = given[field];
    if (text === undefined) continue;
    const result = checkText(text, RULE_BY_FIELD[field]);
    if (result.ok) checked[field] = result.value;
    else faults.push({ ...result.refusal, field });
  }
  return faults.length > 0 ? refuse(faults) : accept(checked);
}

/** Why the first units of a new record are there: bought, when the same operation posts their purchase cost. */
export function openingReason(hasPurchaseCost: boolean): AdjustmentReason {
  return hasPurchaseCost ? 'purchase' : 'opening';
}
