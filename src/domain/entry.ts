import { type Day, type Instant, dayNumber, parseDay } from './day.ts';
import { type AmountRefusal, MAX_MINOR, type Minor, minor } from './money.ts';
import { MAX_QUANTITY } from './quantity.ts';
import { accept, refuse, type Result } from './result.ts';
import { NOTE_RULE, type TextRefusal, checkText } from './text.ts';

export const INCOME_KINDS = ['rental', 'sale', 'fee', 'other-income'] as const;
export const COST_KINDS = [
  'purchase',
  'repair',
  'maintenance',
  'cleaning',
  'transport',
  'insurance',
  'other-cost',
] as const;
export const ENTRY_KINDS = [...INCOME_KINDS, ...COST_KINDS] as const;
export const DIRECTIONS = ['income', 'cost'] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];
export type Direction = (typeof DIRECTIONS)[number];

/** What a rental or sale earned for: the days, both included, and how many units. */
export interface ServicePeriod {
  from: Day;
  to: Day;
  units: number;
}

/** One line of the ledger: a real event in money. Never edited, never deleted. */
export interface LedgerEntry {
  id: string;
  recordId: string;
  kind: EntryKind;
  /** Not zero; negative is a refund or credit note of that direction, or the line that takes another back. */
  amount: Minor;
  occurredOn: Day;
  recordedAt: Instant;
  /** The record's quantity when the entry was posted. */
  quantity: number;
  note: string;
  service: ServicePeriod | null;
  /** Unique together: an order system may post twice and is counted once. */
  source: string | null;
  externalRef: string | null;
  /** The entry that this line takes back. */
  voids: string | null;
  /** The line that takes this one back. */
  voidedBy: string | null;
  /** The entry that stands again in this one, because its void was taken back. */
  restores: string | null;
}

export interface EntryDraft {
  kind: EntryKind;
  amount: number;
  occurredOn: string;
  note?: string | undefined;
  service?: { from: string; to: string; units: number } | null | undefined;
}

export interface CheckedEntry {
  kind: EntryKind;
  amount: Minor;
  occurredOn: Day;
  note: string;
  service: ServicePeriod | null;
}

export type EntryRefusal =
  | Extract<AmountRefusal, { code: 'amount.zero' | 'amount.too-large' | 'amount.invalid' }>
  | { code: 'day.invalid'; given: string }
  | { code: 'service.invalid' }
  | (TextRefusal & { field: 'note' });

export type VoidRefusal =
  | { code: 'entry.already-void'; voidedBy: string }
  | { code: 'entry.is-void'; voids: string };

/** Whether a kind brings money in or costs it. */
export function directionOf(kind: EntryKind): Direction {
  return INCOME_KINDS.some((income) => income === kind) ? 'income' : 'cost';
}

/** May this entry be posted? Zero says nothing and is refused; a day must exist ('2023-02-29' does not). */
export function checkEntry(draft: EntryDraft): Result<CheckedEntry, EntryRefusal> {
  if (!Number.isInteger(draft.amount)) return refuse({ code: 'amount.invalid', given: String(draft.amount) });
  if (draft.amount === 0) return refuse({ code: 'amount.zero' });
  if (Math.abs(draft.amount) > MAX_MINOR) return refuse({ code: 'amount.too-large', max: MAX_MINOR });
  const occurredOn = parseDay(draft.occurredOn);
  if (!occurredOn) return refuse({ code: 'day.invalid', given: draft.occurredOn.slice(0, 40) });
  const note = checkText(draft.note ?? '', NOTE_RULE);
  if (!note.ok) return refuse({ ...note.refusal, field: 'note' });
  const service = draft.service ? checkService(draft.service) : null;
  if (draft.service && !service) return refuse({ code: 'service.invalid' });
  return accept({ kind: draft.kind, amount: minor(draft.amount), occurredOn, note: note.value, service });
}

/**
 * What the second line that takes an entry back says: same kind, same day, the amount turned round.
 * A line is taken back once; the line that takes back is not itself taken back: post the entry again instead.
 */
export function voidingEntry(
  entry: Pick<LedgerEntry, 'id' | 'kind' | 'amount' | 'occurredOn' | 'service' | 'voids' | 'voidedBy'>,
): Result<Omit<CheckedEntry, 'note'> & { voids: string }, VoidRefusal> {
  if (entry.voids !== null) return refuse({ code: 'entry.is-void', voids: entry.voids });
  if (entry.voidedBy !== null) return refuse({ code: 'entry.already-void', voidedBy: entry.voidedBy });
  const { kind, occurredOn, service } = entry;
  return accept({ kind, amount: minor(-entry.amount), occurredOn, service, voids: entry.id });
}

function checkService(service: { from: string; to: string; units: number }): ServicePeriod | null {
  const from = parseDay(service.from);
  const to = parseDay(service.to);
  if (!from || !to || dayNumber(to) < dayNumber(from)) return null;
  if (!Number.isInteger(service.units) || service.units < 1 || service.units > MAX_QUANTITY) return null;
  return { from, to, units: service.units };
}
