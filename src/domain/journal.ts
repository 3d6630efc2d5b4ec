import type { Day } from './day.ts';
import { type EntryKind, directionOf } from './entry.ts';
import { type Minor, formatDecimal, minor } from './money.ts';

/** One posting: a record's account of a kind, and what it gets. */
export interface JournalPosting {
  record: { id: string; name: string; category: string };
  kind: EntryKind;
  amount: Minor;
}

export interface JournalEntry extends JournalPosting {
  id: string;
  occurredOn: Day;
  note: string;
}

/** A conversion: what it handed from record to record, zero in sum for each kind. */
export interface JournalTransfer {
  operationId: string;
  type: string;
  day: Day;
  postings: readonly JournalPosting[];
}

const CASH = 'Assets:Cash';

/**
 * An entry as a transaction of a plain-text double-entry journal: the money came from, or went to, the record's account
 * of this kind. Income is a credit there, written negative, as such programs expect.
 */
export function journalEntry(entry: JournalEntry, currency: string): string {
  const sign = directionOf(entry.kind) === 'income' ? -1 : 1;
  const title = [entry.kind, entry.note].filter((text) => text !== '').join(': ');
  const amount = minor(sign * entry.amount);
  return transaction(entry.occurredOn, {
    code: entry.id,
    title,
    postings: [
      { account: accountOf(entry), amount },
      { account: CASH, amount: minor(-amount) },
    ],
    currency,
  });
}

/** A conversion as one transaction that nets to zero: no money came or went. Empty where it handed nothing over. */
export function journalTransfer(transfer: JournalTransfer, currency: string): string {
  const postings = transfer.postings
    .filter(({ amount }) => amount !== 0)
    .map((posting) => ({
      account: accountOf(posting),
      amount: minor(directionOf(posting.kind) === 'income' ? -posting.amount : posting.amount),
    }));
  if (postings.length === 0) return '';
  const { operationId: code, type, day } = transfer;
  return transaction(day, { code, title: `Carried by ${type}`, postings, currency });
}

/** `Expenses:Skis:Ski pole 120 019ab3f0-…:repair`. The id keeps records of one name apart. */
function accountOf({ record, kind }: Pick<JournalPosting, 'record' | 'kind'>): string {
  const top = directionOf(kind) === 'income' ? 'Income' : 'Expenses';
  const category = record.category === '' ? NO_CATEGORY : accountPart(record.category);
  return `${top}:${category}:${accountPart(`${record.name} ${record.id}`)}:${kind}`;
}

/** No category's own name becomes this: a percent sign is always encoded. */
const NO_CATEGORY = '%none';

/**
 * A text as one part of an account's name. What the programs read as something else (a colon parts accounts, two spaces
 * end the name, brackets make it virtual, a semicolon begins a comment) is percent-encoded; different texts stay different.
 */
export function accountPart(text: string): string {
  const encoded = text.replaceAll(/[^\p{L}\p{N}\p{M} .,_'&+/-]/gu, percentEncoded);
  return encoded.replaceAll(/^[^\p{L}\p{N}%]| $| (?= )/gu, percentEncoded);
}

function percentEncoded(character: string): string {
  const bytes = encodeUtf8(character);
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** The bytes of one character; the domain has no TextEncoder. */
function encodeUtf8(character: string): number[] {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return [point];
  const tail = (shift: number) => 0x80 | ((point >> shift) & 0x3f);
  if (point < 0x800) return [0xc0 | (point >> 6), tail(0)];
  if (point < 0x10000) return [0xe0 | (point >> 12), tail(6), tail(0)];
  return [0xf0 | (point >> 18), tail(12), tail(6), tail(0)];
}

interface Transaction {
  code: string;
  title: string;
  postings: readonly { account: string; amount: Minor }[];
  currency: string;
}

function transaction(day: Day, { code, title, postings, currency }: Transaction): string {
  // A title is for people to read: what would begin a comment or end the line is left out.
  const readable = title
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp};|]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const lines = postings.map(
    ({ account, amount }) => `    ${account}  ${formatDecimal({ amount, currency })} ${currency}\n`,
  );
  return `${day} (${code}) ${readable}\n${lines.join('')}\n`;
}
