import { type Selectable, sql } from 'kysely';
import { type Instant, knownDay } from '#domain/day.ts';
import type { Meter, Reading } from '#domain/reading.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

export interface StoredReading extends Reading {
  id: string;
  recordId: string;
  operationId: string;
  meter: Meter;
  recordedAt: Instant;
  note: string;
  voidedAt: Instant | null;
  personId: string;
  personName: string;
}

export async function insertReading(transaction: WriteHandle, reading: StoredReading): Promise<void> {
  await transaction
    .insertInto('reading')
    .values({
      id: reading.id,
      record_id: reading.recordId,
      operation_id: reading.operationId,
      meter: reading.meter,
      value: reading.value,
      is_reset: reading.isReset ? 1 : 0,
      occurred_on: reading.occurredOn,
      recorded_at: reading.recordedAt,
      note: reading.note,
      voided_at: reading.voidedAt,
      person_id: reading.personId,
      person_name: reading.personName,
    })
    .execute();
}

export async function findReading(database: ReadHandle, id: string): Promise<StoredReading | null> {
  const row = await database.selectFrom('reading').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? readingOf(row) : null;
}

export async function markReadingVoided(
  transaction: WriteHandle,
  { id, at }: { id: string; at: Instant },
): Promise<void> {
  await transaction.updateTable('reading').set({ voided_at: at }).where('id', '=', id).execute();
}

/** A record's readings that count, in the order of days. */
export async function listValidReadings(database: ReadHandle, recordId: string): Promise<StoredReading[]> {
  const rows = await database
    .selectFrom('reading')
    .selectAll()
    .where('record_id', '=', recordId)
    .where('voided_at', 'is', null)
    .orderBy('meter')
    .orderBy('occurred_on')
    .orderBy('id')
    .execute();
  return rows.map(readingOf);
}

/** One window of a record's readings, voided ones too, newest day first. */
export async function listReadings(
  database: ReadHandle,
  { recordId, offset, limit }: { recordId: string; offset: number; limit: number },
): Promise<{ rows: StoredReading[]; total: number }> {
  const readings = database.selectFrom('reading').where('record_id', '=', recordId);
  const rows = await readings
    .selectAll()
    .orderBy('occurred_on', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  const { total } = await readings.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  return { rows: rows.map(readingOf), total };
}

function readingOf(row: Selectable<Schema['reading']>): StoredReading {
  return {
    id: row.id,
    recordId: row.record_id,
    operationId: row.operation_id,
    meter: row.meter,
    value: row.value,
    isReset: row.is_reset === 1,
    occurredOn: knownDay(row.occurred_on),
    recordedAt: row.recorded_at,
    note: row.note,
    voidedAt: row.voided_at,
    personId: row.person_id,
    personName: row.person_name,
  };
}
