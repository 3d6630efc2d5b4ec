import type { Day } from './day.ts';
import { parseDay } from './day.ts';
import {
  type ImportFault,
  type ImportLine,
  type RecordColumn,
  isUnknownAmount,
  normaliseDay,
} from './importTable.ts';
import { type CheckedRecord, type RecordRefusal, checkRecord } from './inventoryRecord.ts';
import { type Minor, parseAmount } from './money.ts';
import { isDamagedBySpreadsheet } from './stockCode.ts';
import { parseQuantityInput } from './quantity.ts';

export interface FileStyle {
  currency: string;
  decimalMark: '.' | ',';
  /** The day units came where a line does not say. */
  today: Day;
}

export interface ReadRecord extends CheckedRecord {
  line: number;
  /** What all its units cost together; null where the file does not know. */
  purchaseCost: Minor | null;
  supplier: string;
}

/** One line of a records file as a record, or everything that is wrong with it. */
export function readRecord(
  line: ImportLine<RecordColumn>,
  style: FileStyle,
): { record: ReadRecord | null; faults: ImportFault[] } {
  const faults: ImportFault[] = [];
  const fail = (column: RecordColumn, { code, ...facts }: { code: string; [fact: string]: unknown }) => {
    faults.push({
      file: 'records',
      line: line.line,
      column,
      code,
      given: line.cell(column).slice(0, 200),
      facts,
    });
  };
  const codes = splitCodes(line.cell('codes'));
  for (const code of codes.filter(isDamagedBySpreadsheet))
    fail('codes', { code: 'code.damaged', given: code });
  const quantity = readQuantity(line.cell('quantity'));
  if (quantity === null) fail('quantity', quantityFault(line.cell('quantity')));
  const openedOn = normaliseDay(line.cell('openedOn'));
  if (openedOn !== '' && !parseDay(openedOn)) fail('openedOn', { code: 'day.invalid', given: openedOn });
  const purchaseCost = readCost(line, { style, fail });
  const checked = checkRecord(
    {
      ...textsOf(line),
      quantity: quantity ?? 1,
      codes,
      openedOn: openedOn === '' || !parseDay(openedOn) ? undefined : openedOn,
    },
    style.today,
  );
  if (!checked.ok) for (const refusal of checked.refusal) fail(columnOf(refusal), refusal);
  if (!checked.ok || faults.length > 0) return { record: null, faults };
  return {
    record: { ...checked.value, line: line.line, purchaseCost, supplier: line.cell('supplier') },
    faults,
  };
}

type Fail = (column: RecordColumn, refusal: { code: string; [fact: string]: unknown }) => void;

function readCost(
  line: ImportLine<RecordColumn>,
  { style, fail }: { style: FileStyle; fail: Fail },
): Minor | null {
  const currency = line.cell('currency').toUpperCase();
  if (currency !== '' && currency !== style.currency) {
    fail('currency', { code: 'amount.other-currency', given: currency, currency: style.currency });
  }
  const text = line.cell('purchaseCost');
  if (isUnknownAmount(text)) return null;
  const amount = parseAmount(text, style);
  if (amount.ok) return amount.value;
  fail('purchaseCost', amount.refusal);
  return null;
}

function textsOf(line: ImportLine<RecordColumn>) {
  return {
    name: line.cell('name'),
    sku: line.cell('sku'),
    category: line.cell('category'),
    location: line.cell('location'),
    notes: line.cell('notes'),
    reference: line.cell('reference'),
  };
}

/** Codes in one cell: separated by semicolon, comma, bar or line end; ranges are not expanded, a file says each. */
export function splitCodes(text: string): string[] {
  return text
    .split(/[;,|\r\n]+/)
    .map((code) => code.trim())
    .filter((code) => code !== '');
}

function readQuantity(text: string): number | null {
  const parsed = parseQuantityInput(text);
  return parsed.ok && parsed.value.kind === 'set' ? parsed.value.to : null;
}

function quantityFault(text: string) {
  const parsed = parseQuantityInput(text);
  if (!parsed.ok) return parsed.refusal;
  return { code: 'quantity.invalid', problem: 'negative' };
}

function columnOf(refusal: RecordRefusal): RecordColumn {
  return refusal.field satisfies RecordColumn;
}
