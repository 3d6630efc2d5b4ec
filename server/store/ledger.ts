import { type Selectable, sql } from 'kysely';
import { knownDay } from '#domain/day.ts';
import { INCOME_KINDS, type LedgerEntry } from '#domain/entry.ts';
import { minor } from '#domain/money.ts';
import { type KindTotals, NO_TOTALS } from '#domain/totals.ts';
import { totalsOf } from './kindsText.ts';
import { insertRows, isOneOf } from './manyRows.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

export interface StoredEntry extends LedgerEntry {
  operationId: string;
  personId: string;
  personName: string;
}

export interface LedgerLine {
  entry: StoredEntry;
  /** Income − cost of this line and all earlier ones of the record. */
  runningProfit: number;
}

export async function insertEntries(
  transaction: WriteHandle,
  entries: readonly StoredEntry[],
): Promise<void> {
  await insertRows(transaction, { table: 'entry', rows: entries.map(rowOf) });
}

/** Says of each entry that these lines take back which line that was; the lines are stored already. */
export async function markVoided(transaction: WriteHandle, lineIds: readonly string[]): Promise<void> {
  if (lineIds.length === 0) return;
  await transaction
    .updateTable('entry')
    .from('entry as line')
    .set((eb) => ({ voided_by: eb.ref('line.id') }))
    .whereRef('line.voids', '=', 'entry.id')
    .where(isOneOf(transaction, 'line.id', lineIds))
    .execute();
}

export async function findEntry(database: ReadHandle, id: string): Promise<StoredEntry | null> {
  const row = await database.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? entryOf(row) : null;
}

export async function findEntries(
  database: ReadHandle,
  ids: readonly string[],
): Promise<Map<string, StoredEntry>> {
  if (ids.length === 0) return new Map();
  const query = database
    .selectFrom('entry')
    .selectAll()
    .where(isOneOf(database, 'id', ids))
    .orderBy('id');
  return new Map((await query.execute()).map((row) => [row.id, entryOf(row)]));
}

/** Entries already posted under these references of one source. */
export async function findEntriesByRef(
  database: ReadHandle,
  { source, refs }: { source: string; refs: readonly string[] },
): Promise<Map<string, StoredEntry>> {
  if (refs.length === 0) return new Map();
  const query = database
    .selectFrom('entry')
    .selectAll()
    .where('source', '=', source)
    .where(isOneOf(database, 'external_ref', refs));
  return new Map((await query.execute()).map((row) => [row.external_ref ?? '', entryOf(row)]));
}

/** One window of a record's ledger, newest day first; `personId` keeps to what one person posted. */
export async function listEntries(
  database: ReadHandle,
  query: { recordId: string; personId: string | null; offset: number; limit: number },
): Promise<{ rows: LedgerLine[]; total: number }> {
  const signed = sql`case when kind in (${sql.join(INCOME_KINDS)}) then amount else -amount end`;
  let lines = database
    .selectFrom('entry')
    .selectAll()
    .select(sql<string>`cast(sum(${signed}) over (order by occurred_on, id) as text)`.as('running'))
    .where('record_id', '=', query.recordId);
  let count = database
    .selectFrom('entry')
    .select(sql<number>`count(*)`.as('total'))
    .where('record_id', '=', query.recordId);
  if (query.personId !== null) {
    lines = lines.where('person_id', '=', query.personId);
    count = count.where('person_id', '=', query.personId);
  }
  const rows = await lines
    .orderBy('occurred_on', 'desc')
    .orderBy('id', 'desc')
    .offset(query.offset)
    .limit(query.limit)
    .execute();
  const { total } = await count.executeTakeFirstOrThrow();
  return { rows: rows.map((row) => ({ entry: entryOf(row), runningProfit: Number(row.running) })), total };
}

/** The sums that a record keeps, as they are now. */
export async function findTotals(database: ReadHandle, recordId: string): Promise<KindTotals> {
  const row = await database
    .selectFrom('record')
    .select('kinds')
    .where('id', '=', recordId)
    .executeTakeFirst();
  return row ? totalsOf(row.kinds) : NO_TOTALS;
}

/** Every line that one operation posted. */
export async function listEntriesOf(database: ReadHandle, operationId: string): Promise<StoredEntry[]> {
  const rows = await database
    .selectFrom('entry')
    .selectAll()
    .where('operation_id', '=', operationId)
    .orderBy('id')
    .execute();
  return rows.map(entryOf);
}

/** The first entry of those that stand in for one another: of one that was restored, the one that was posted first. */
export function rootOf({ id, restores }: Pick<StoredEntry, 'id' | 'restores'>): string {
  return restores ?? id;
}

/** Where an entry was voided and stands again in another, that other; only those that count now. */
export async function findRestored(database: ReadHandle, ids: readonly string[]): Promise<StoredEntry[]> {
  if (ids.length === 0) return [];
  const query = database
    .selectFrom('entry')
    .selectAll()
    .where(isOneOf(database, 'restores', ids))
    .where('voided_by', 'is', null);
  return (await query.orderBy('id').execute()).map(entryOf);
}

/** Entries posted to these records after an operation, and not taken back since; one that stands again counts as the first. */
export async function listLiveEntriesAfter(
  database: ReadHandle,
  { recordIds, operationId }: { recordIds: readonly string[]; operationId: string },
): Promise<StoredEntry[]> {
  if (recordIds.length === 0) return [];
  const rows = await database
    .selectFrom('entry')
    .leftJoin('entry as root', 'root.id', 'entry.restores')
    .selectAll('entry')
    .where(isOneOf(database, 'entry.record_id', recordIds))
    .where((eb) => eb.fn.coalesce('root.operation_id', 'entry.operation_id'), '>', operationId)
    .where('entry.voids', 'is', null)
    .where('entry.voided_by', 'is', null)
    .orderBy('entry.id')
    .execute();
  return rows.map(entryOf);
}

export async function hasEntries(database: ReadHandle): Promise<boolean> {
  return (await database.selectFrom('entry').select('id').limit(1).executeTakeFirst()) !== undefined;
}

function rowOf(entry: StoredEntry): Selectable<Schema['entry']> {
  return {
    id: entry.id,
    record_id: entry.recordId,
    operation_id: entry.operationId,
    kind: entry.kind,
    amount: entry.amount,
    occurred_on: entry.occurredOn,
    recorded_at: entry.recordedAt,
    quantity: entry.quantity,
    note: entry.note,
    service_from: entry.service?.from ?? null,
    service_to: entry.service?.to ?? null,
    service_units: entry.service?.units ?? null,
    source: entry.source,
    external_ref: entry.externalRef,
    voids: entry.voids,
    voided_by: entry.voidedBy,
    restores: entry.restores,
    person_id: entry.personId,
    person_name: entry.personName,
  };
}

function entryOf(row: Selectable<Schema['entry']>): StoredEntry {
  const { service_from: from, service_to: to, service_units: units } = row;
  return {
    id: row.id,
    recordId: row.record_id,
    operationId: row.operation_id,
    kind: row.kind,
    amount: minor(row.amount),
    occurredOn: knownDay(row.occurred_on),
    recordedAt: row.recorded_at,
    quantity: row.quantity,
    note: row.note,
    service: from && to && units ? { from: knownDay(from), to: knownDay(to), units } : null,
    source: row.source,
    externalRef: row.external_ref,
    voids: row.voids,
    voidedBy: row.voided_by,
    restores: row.restores,
    personId: row.person_id,
    personName: row.person_name,
  };
}

/** Every line of a record, in the order posted: for a check that folds from nothing. */
export async function allEntriesOf(database: ReadHandle, recordId: string): Promise<StoredEntry[]> {
  const rows = await database
    .selectFrom('entry')
    .selectAll()
    .where('record_id', '=', recordId)
    .orderBy('id')
    .execute();
  return rows.map(entryOf);
}
