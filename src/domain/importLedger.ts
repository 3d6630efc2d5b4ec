import type { AdjustmentReason } from './adjustment.ts';
import { type Day, lastDayOf, parseDay } from './day.ts';
import { type CheckedEntry, ENTRY_KINDS, type EntryKind, checkEntry } from './entry.ts';
import type { FileStyle } from './importRecords.ts';
import { splitCodes } from './importRecords.ts';
import { type ImportFault, type ImportLine, type LedgerColumn, normaliseDay } from './importTable.ts';
import { parseAmount } from './money.ts';
import { parseQuantityInput } from './quantity.ts';
import { LABEL_RULE, checkText } from './text.ts';

/** Lines that say how units left without money; each with the reason its adjustment gets, or null: they stayed. */
const REASON_BY_EXIT: Readonly<Record<string, AdjustmentReason | null>> = {
  returned: 'returned',
  exchanged: 'transfer',
  transferred: 'transfer',
  expensed: 'consumed',
  consumed: 'consumed',
  lost: 'lost',
  damaged: 'damaged',
  scrapped: 'scrapped',
  unsold: null,
};

export interface Exit {
  units: number | null;
  reason: AdjustmentReason;
  /** Null where the file gives no day. */
  occurredOn: Day | null;
  /** The file knows the month or year only; `occurredOn` is its last day. */
  isDayPartial: boolean;
}

export interface ReadLedgerLine {
  line: number;
  /** The record it belongs to: its reference, else one of its codes. */
  record: string;
  codes: string[];
  externalRef: string | null;
  /** The entry it posts; null for a line that moves stock only. */
  entry: CheckedEntry | null;
  /** The units that leave with it; null when none do. */
  exit: Exit | null;
}

/** One line of a ledger file, or everything that is wrong with it. */
export function readLedgerLine(
  line: ImportLine<LedgerColumn>,
  style: FileStyle,
): { read: ReadLedgerLine | null; faults: ImportFault[] } {
  const faults: ImportFault[] = [];
  const fail: Fail = (column, { code, ...facts }) => {
    faults.push({
      file: 'ledger',
      line: line.line,
      column,
      code,
      given: line.cell(column).slice(0, 200),
      facts,
    });
  };
  const kind = line.cell('kind').toLowerCase();
  const externalRef = readRef(line, fail);
  const units = readUnits(line, fail);
  const common = {
    line: line.line,
    record: line.cell('record'),
    codes: splitCodes(line.cell('code')),
    externalRef,
  };
  if (common.record === '' && common.codes.length === 0) fail('record', { code: 'record.unnamed' });
  if (isEntryKind(kind)) {
    const entry = readEntry(line, { kind, style, fail });
    const exit = entry && kind === 'sale' && entry.amount > 0 ? soldWith(entry, units) : null;
    return { read: faults.length > 0 ? null : { ...common, entry, exit }, faults };
  }
  const reason = Object.hasOwn(REASON_BY_EXIT, kind) ? REASON_BY_EXIT[kind] : undefined;
  if (reason === undefined) fail('kind', { code: 'kind.unknown' });
  if (line.cell('amount') !== '' && reason !== undefined) fail('amount', { code: 'amount.unexpected' });
  const day = normaliseDay(line.cell('occurredOn'));
  // Money needs its day; of units that left without money the month is worth knowing too.
  const lastDay = lastDayOf(day);
  const occurredOn = parseDay(day) ?? lastDay;
  if (day !== '' && !occurredOn) fail('occurredOn', { code: 'day.invalid', given: day });
  const exit = reason ? { units, reason, occurredOn, isDayPartial: lastDay !== null } : null;
  return { read: faults.length > 0 ? null : { ...common, entry: null, exit }, faults };
}

function soldWith(entry: CheckedEntry, units: number | null): Exit {
  return { units, reason: 'sold', occurredOn: entry.occurredOn, isDayPartial: false };
}

type Fail = (column: LedgerColumn, refusal: { code: string; [fact: string]: unknown }) => void;

function readEntry(
  line: ImportLine<LedgerColumn>,
  { kind, style, fail }: { kind: EntryKind; style: FileStyle; fail: Fail },
): CheckedEntry | null {
  const currency = line.cell('currency').toUpperCase();
  if (currency !== '' && currency !== style.currency) {
    fail('currency', { code: 'amount.other-currency', given: currency, currency: style.currency });
  }
  const amount = parseAmount(line.cell('amount'), style);
  if (!amount.ok) {
    fail('amount', amount.refusal);
    return null;
  }
  const note = [line.cell('counterparty'), line.cell('note')].filter((text) => text !== '').join(' · ');
  const entry = checkEntry({
    kind,
    amount: amount.value,
    occurredOn: normaliseDay(line.cell('occurredOn')),
    note,
  });
  if (entry.ok) return entry.value;
  const column =
    entry.refusal.code === 'day.invalid'
      ? 'occurredOn'
      : entry.refusal.code.startsWith('text.')
        ? 'note'
        : 'amount';
  fail(column, entry.refusal);
  return null;
}

function readRef(line: ImportLine<LedgerColumn>, fail: Fail): string | null {
  const text = checkText(line.cell('externalRef'), LABEL_RULE);
  if (text.ok) return text.value === '' ? null : text.value;
  fail('externalRef', text.refusal);
  return null;
}

function readUnits(line: ImportLine<LedgerColumn>, fail: Fail): number | null {
  const text = line.cell('units');
  if (text === '') return null;
  const parsed = parseQuantityInput(text);
  if (parsed.ok && parsed.value.kind === 'set') return parsed.value.to;
  fail('units', parsed.ok ? { code: 'quantity.invalid', problem: 'negative' } : parsed.refusal);
  return null;
}

function isEntryKind(text: string): text is EntryKind {
  return ENTRY_KINDS.some((kind) => kind === text);
}
