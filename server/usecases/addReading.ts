import { type Meter, type ReadingDraft, checkReading } from '#domain/reading.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { NOTE_RULE, checkText } from '#domain/text.ts';
import {
  type StoredReading,
  findReading,
  insertReading,
  listValidReadings,
  markReadingVoided,
} from '#server/store/readings.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { findExisting } from './findVersion.ts';
import { type Operation, writeOnce } from './writeOnce.ts';

export interface ReadingPosted {
  operationId: string;
  reading: StoredReading;
}

/** Keeps a value read off a meter of a record; the history says what was read. */
export function addReading(
  context: Context,
  request: WriteRequest & { recordId: string; meter: Meter; draft: ReadingDraft },
): Promise<Outcome<ReadingPosted>> {
  return writeOnce<ReadingPosted>(context, { ...request, type: 'reading' }, async (operation) => {
    const { recordId, meter, draft } = request;
    const found = await findExisting(operation.transaction, recordId);
    if (!found.ok) return found;
    const readings = await listValidReadings(operation.transaction, recordId);
    const others = readings.filter((one) => one.meter === meter);
    const checked = checkReading(draft, others);
    if (!checked.ok) return refuse([fault(checked.refusal, pointerOf(checked.refusal.code))]);
    const { transaction, person, now } = operation;
    const reading: StoredReading = {
      ...checked.value,
      id: operation.newId(),
      recordId,
      meter,
      operationId: operation.id,
      recordedAt: now,
      voidedAt: null,
      personId: person.id,
      personName: person.name,
    };
    await insertReading(transaction, reading);
    rememberReading(operation, { reading, before: null, after: reading.value, note: reading.note });
    return accept({ operationId: operation.id, reading });
  });
}

/** Takes a reading back: it stays visible, and counts no more. */
export function voidReading(
  context: Context,
  request: WriteRequest & { readingId: string; reason: string },
): Promise<Outcome<ReadingPosted>> {
  return writeOnce<ReadingPosted>(context, { ...request, type: 'reading' }, async (operation) => {
    const { transaction, now } = operation;
    const reading = await findReading(transaction, request.readingId);
    if (!reading) return refuse([fault({ code: 'reading.missing', id: request.readingId })]);
    const reason = checkText(request.reason, { ...NOTE_RULE, isRequired: true });
    if (!reason.ok) return refuse([fault(reason.refusal, '/reason')]);
    if (reading.voidedAt !== null) return refuse([fault({ code: 'reading.already-void' })]);
    await markReadingVoided(transaction, { id: reading.id, at: now });
    rememberReading(operation, { reading, before: reading.value, after: null, note: reason.value });
    return accept({ operationId: operation.id, reading: { ...reading, voidedAt: now } });
  });
}

function rememberReading(
  operation: Operation,
  line: { reading: StoredReading; before: number | null; after: number | null; note: string },
): void {
  const { reading, before, after, note } = line;
  const { recordId, meter, occurredOn } = reading;
  const facts = (value: number | null) => (value === null ? null : { meter, value, occurredOn });
  operation.remember({
    recordId,
    action: 'reading',
    field: meter,
    before: facts(before),
    after: facts(after),
    note,
  });
}

const POINTER_BY_CODE: Readonly<Record<string, string>> = { 'day.invalid': '/occurredOn' };

function pointerOf(code: string): string {
  return code.startsWith('text.') ? '/note' : (POINTER_BY_CODE[code] ?? '/value');
}
