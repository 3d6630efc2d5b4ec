import { type ProblemError, faultsOf } from '#api/problemError.ts';
import type { NewRecord } from '#api/records.ts';
import { knownDay } from '#domain/day.ts';
import { checkEntry } from '#domain/entry.ts';
import { checkRecord } from '#domain/inventoryRecord.ts';
import { type AmountStyle, parseAmount } from '#domain/money.ts';
import { parseQuantityInput } from '#domain/quantity.ts';
import { accept, refuse, type Result } from '#domain/result.ts';
import { parseCodes } from '#domain/stockCode.ts';

/** The form as it is on the screen: what was typed, unread. */
export interface ItemFields {
  name: string;
  quantity: string;
  codes: string;
  sku: string;
  category: string;
  location: string;
  cost: string;
  openedOn: string;
}

/** A fault and the field it shows at; `root` is the form as a whole. */
export interface ItemFault {
  field: keyof ItemFields | 'root';
  code: string;
  facts: Readonly<Record<string, unknown>>;
}

/** Stands for a day that is not given; the form always gives one. */
const UNUSED_TODAY = knownDay('2000-01-01');

/** What the typed fields say to the server, or every fault with its field. */
export function readItem(fields: ItemFields, style: AmountStyle): Result<NewRecord, ItemFault[]> {
  const faults: ItemFault[] = [];
  const blame = (field: ItemFault['field'], refusal: { code: string }) =>
    void faults.push({ field, code: refusal.code, facts: { ...refusal } });
  const { name, sku, category, location, openedOn } = fields;
  const quantity = parseQuantityInput(fields.quantity);
  const codes = parseCodes(fields.codes);
  if (!codes.ok) blame('codes', codes.refusal);
  if (!quantity.ok) blame('quantity', quantity.refusal);
  const purchaseCost = readCost(fields, style, (refusal) => blame('cost', refusal));
  const draft = {
    name,
    sku,
    category,
    location,
    openedOn,
    // A stand-in where the field could not be read: the others are checked all the same.
    quantity: quantity.ok ? (quantity.value.kind === 'set' ? quantity.value.to : quantity.value.by) : 1,
    codes: codes.ok ? codes.value : [],
  };
  const checked = checkRecord(draft, UNUSED_TODAY);
  if (!checked.ok) for (const refusal of checked.refusal) blame(fieldOf(refusal.field), refusal);
  if (faults.length > 0 || !checked.ok) return refuse(faults);
  const { value } = checked;
  return accept({
    name: value.name,
    sku: value.sku,
    category: value.category,
    location: value.location,
    quantity: value.quantity,
    codes: value.codes.map((code) => code.text),
    openedOn: value.openedOn,
    ...(purchaseCost === null ? {} : { purchaseCost: { amount: purchaseCost, currency: style.currency } }),
  });
}

/** Where the server's refusal shows. */
export function faultsOfRefusal(problem: ProblemError): ItemFault[] {
  return faultsOf(problem).map(({ pointer, code, facts }) => ({
    field: fieldOf(pointer.split('/')[1] ?? ''),
    code,
    facts,
  }));
}

function readCost(
  fields: ItemFields,
  style: AmountStyle,
  blame: (refusal: { code: string }) => void,
): number | null {
  if (fields.cost.trim() === '') return null;
  const amount = parseAmount(fields.cost, style);
  if (!amount.ok) {
    blame(amount.refusal);
    return null;
  }
  const entry = checkEntry({ kind: 'purchase', amount: amount.value, occurredOn: fields.openedOn });
  if (!entry.ok && entry.refusal.code.startsWith('amount.')) blame(entry.refusal);
  return amount.value;
}

function fieldOf(name: string): ItemFault['field'] {
  switch (name) {
    case 'name':
    case 'quantity':
    case 'codes':
    case 'sku':
    case 'category':
    case 'location':
    case 'openedOn':
      return name;
    case 'purchaseCost':
      return 'cost';
    default:
      return 'root';
  }
}
