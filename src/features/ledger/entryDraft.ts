import type { NewEntry } from '#api/ledger.ts';
import { type ProblemError, faultsOf } from '#api/problemError.ts';
import { type EntryKind, checkEntry } from '#domain/entry.ts';
import { type AmountStyle, parseAmount } from '#domain/money.ts';
import { accept, refuse, type Result } from '#domain/result.ts';

/** The form as it is on the screen: what was typed, unread. */
export interface EntryFields {
  kind: EntryKind;
  amount: string;
  occurredOn: string;
  note: string;
  /** For which days a rental earned, and how many units; all empty where nobody says so. */
  serviceFrom: string;
  serviceTo: string;
  serviceUnits: string;
}

/** A fault and the field it shows at; `root` is the form as a whole. */
export interface EntryFault {
  field: keyof EntryFields | 'root';
  code: string;
  facts: Readonly<Record<string, unknown>>;
}

/** What the typed fields say to the server, or every fault with its field. */
export function readEntry(fields: EntryFields, style: AmountStyle): Result<NewEntry, EntryFault[]> {
  const { kind, occurredOn, note } = fields;
  const service = serviceOf(fields);
  const amount = parseAmount(fields.amount, style);
  // An unreadable amount must not hide a wrong day: the other fields are checked beside a stand-in.
  const entry = checkEntry({ kind, amount: amount.ok ? amount.value : 1, occurredOn, note, service });
  if (amount.ok && entry.ok) {
    return accept({
      kind,
      amount: { amount: amount.value, currency: style.currency },
      occurredOn,
      note: entry.value.note,
      ...(service ? { service } : {}),
    });
  }
  const refusals = [...(amount.ok ? [] : [amount.refusal]), ...(entry.ok ? [] : [entry.refusal])];
  return refuse(
    refusals.map((refusal) => ({
      field: fieldOfCode(refusal.code),
      code: refusal.code,
      facts: { ...refusal },
    })),
  );
}

/** Only a rental is asked for its days; fields left over from another kind say nothing. */
function serviceOf({ kind, serviceFrom, serviceTo, serviceUnits }: EntryFields): NewEntry['service'] {
  if (kind !== 'rental' || (serviceFrom === '' && serviceTo === '')) return null;
  // One day alone is a rental of that day.
  const [from, to] = [serviceFrom || serviceTo, serviceTo || serviceFrom];
  return { from, to, units: /^\s*\d{1,9}\s*$/.test(serviceUnits) ? Number(serviceUnits) : 0 };
}

/** Where the server's refusal shows: at the field it points to, else at the field its code is about. */
export function faultsOfRefusal(problem: ProblemError): EntryFault[] {
  return faultsOf(problem).map(({ pointer, code, facts }) => ({
    field: fieldOfPointer(pointer) ?? fieldOfCode(code),
    code,
    facts,
  }));
}

function fieldOfPointer(pointer: string): keyof EntryFields | null {
  const name = pointer.split('/')[1];
  if (name === 'service') return 'serviceTo';
  return name === 'kind' || name === 'amount' || name === 'occurredOn' || name === 'note' ? name : null;
}

function fieldOfCode(code: string): EntryFault['field'] {
  if (code.startsWith('amount.')) return 'amount';
  if (code === 'day.invalid') return 'occurredOn';
  if (code === 'service.invalid') return 'serviceTo';
  return code.startsWith('text.') ? 'note' : 'root';
}
