import { sql } from 'kysely';
import { dayNumber, dayOfInstant, knownDay } from '#domain/day.ts';
import type { EntryKind } from '#domain/entry.ts';
import { type ColumnRecord, type LedgerColumns, reserveLedger } from '#domain/ledgerColumns.ts';
import { once } from '#domain/once.ts';
import { putRecord } from '#domain/putRecord.ts';
import { provenanceOf } from '#domain/provenance.ts';
import { kindLines } from './kindsText.ts';
import { isOneOf } from './manyRows.ts';
import type { ReadHandle } from './store.ts';

/** Which records to read: a list of ids, or those of a range of ids. */
type Which = { ids: readonly string[] } | { after: string; last: string };

/** Records at a time: their lines are in memory as objects only for as long. */
const SLICE_SIZE = 250;

/** The number of the last operation that is committed. */
export async function lastOperation(database: ReadHandle): Promise<number> {
  const row = await database
    .selectFrom('operation')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** The records that operations changed after the one with this number. */
export async function recordsChangedSince(database: ReadHandle, number: number): Promise<string[]> {
  const rows = await database
    .selectFrom('operation')
    .innerJoin('history_line', 'history_line.operation_id', 'operation.id')
    .select('history_line.record_id')
    .where('operation.number', '>', number)
    .distinct()
    .orderBy('history_line.record_id')
    .execute();
  return rows.map(({ record_id: id }) => id);
}

/** Puts every record into the columns, some at a time, so that requests are answered in between. */
export async function putAllRecords(database: ReadHandle, columns: LedgerColumns): Promise<void> {
  const counts = await Promise.all([
    countRows(database, 'record'),
    countRows(database, 'entry'),
    countRows(database, 'adjustment'),
  ]);
  reserveLedger(columns, { records: counts[0], entries: counts[1], steps: counts[2] });
  for (let slice = await readAfter(database, ''); slice;) {
    // PostgreSQL reads the next ones while these are put.
    const [next] = await Promise.all([readAfter(database, slice.last), put(columns, slice)]);
    slice = next;
  }
}

async function countRows(database: ReadHandle, table: 'record' | 'entry' | 'adjustment'): Promise<number> {
  const { count } = await database
    .selectFrom(table)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Puts these records into the columns as they are now. */
export async function putRecords(
  database: ReadHandle,
  { columns, ids }: { columns: LedgerColumns; ids: readonly string[] },
): Promise<void> {
  for (let from = 0; from < ids.length; from += SLICE_SIZE)
    await put(columns, await readSlice(database, { ids: ids.slice(from, from + SLICE_SIZE) }));
}

async function readAfter(database: ReadHandle, after: string): Promise<(Slice & { last: string }) | null> {
  const ids = await database
    .selectFrom('record')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(SLICE_SIZE)
    .execute();
  const last = ids.at(-1)?.id;
  return last === undefined ? null : { ...(await readSlice(database, { after, last })), last };
}

type Slice = Awaited<ReturnType<typeof readSlice>>;

async function readSlice(database: ReadHandle, which: Which) {
  const [records, entries, carries, steps] = await Promise.all([
    readRecords(database, which),
    readEntries(database, which),
    readCarries(database, which),
    readSteps(database, which),
  ]);
  return { records, entries, carries, steps };
}

async function put(columns: LedgerColumns, { records, entries, carries, steps }: Slice): Promise<void> {
  const entriesById = new Map(entries.map(({ recordId, lines }) => [recordId, lines]));
  const carriesById = Map.groupBy(carries, recordIdOf);
  const stepsById = Map.groupBy(steps, recordIdOf);
  for (const record of records) {
    const text = entriesById.get(record.id);
    putRecord(columns, {
      ...columnRecord(record),
      ...(text === undefined ? NO_LINES : linesOf(text, record)),
      carries: (carriesById.get(record.id) ?? []).flatMap(({ at, kinds }) =>
        kindLines(kinds).map((line) => ({ ...line, day: dayNumber(dayOfInstant(at)) })),
      ),
      steps: (stepsById.get(record.id) ?? []).map(({ day, ...step }) => ({
        ...step,
        day: dayNumberOf(day),
      })),
    });
  }
  await pause();
}

/** Lets whatever waits be done: on SQLite every question is answered at once, and a long row of them holds all others up. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function readRecords(database: ReadHandle, which: Which) {
  const records = database
    .selectFrom('record')
    .select([
      'id',
      'quantity',
      'individual_since as individualSince',
      'is_withdrawn as isWithdrawn',
      'acquisition_cost as acquisitionCost',
      'origin_on as originOn',
      'category',
      'location',
      'sku',
      'batch_id as batch',
    ]);
  const chosen =
    'ids' in which
      ? records.where(isOneOf(database, 'id', which.ids))
      : records.where('id', '>', which.after).where('id', '<=', which.last);
  return chosen.orderBy('id').execute();
}

/** Each record's entries as one text: as a row each, ten million take three times as long to read. */
function readEntries(database: ReadHandle, which: Which) {
  const cells = sql`occurred_on, kind, amount, quantity, recorded_at, case when voids is null then '' else 'voids' end,
    coalesce(service_from, ''), coalesce(service_to, ''), coalesce(service_units, 0)`;
  const entries = database
    .selectFrom('entry')
    .select(['record_id as recordId', sql<string>`string_agg(concat_ws('|', ${cells}), ';')`.as('lines')])
    .groupBy('record_id');
  const chosen =
    'ids' in which
      ? entries.where(isOneOf(database, 'record_id', which.ids))
      : entries.where('record_id', '>', which.after).where('record_id', '<=', which.last);
  return chosen.execute();
}

function readCarries(database: ReadHandle, which: Which) {
  const carries = database
    .selectFrom('carry')
    .innerJoin('operation', 'operation.id', 'carry.operation_id')
    .select(['carry.record_id as recordId', 'operation.at', 'carry.kinds']);
  const chosen =
    'ids' in which
      ? carries.where(isOneOf(database, 'carry.record_id', which.ids))
      : carries.where('carry.record_id', '>', which.after).where('carry.record_id', '<=', which.last);
  return chosen.orderBy('carry.record_id').orderBy('carry.operation_id').execute();
}

function readSteps(database: ReadHandle, which: Which) {
  const steps = database
    .selectFrom('adjustment')
    .select(['record_id as recordId', 'occurred_on as day', 'delta', 'reason']);
  const chosen =
    'ids' in which
      ? steps.where(isOneOf(database, 'record_id', which.ids))
      : steps.where('record_id', '>', which.after).where('record_id', '<=', which.last);
  return chosen.orderBy('record_id').orderBy('id').execute();
}

function columnRecord(record: Awaited<ReturnType<typeof readRecords>>[number]) {
  const { id, quantity, acquisitionCost, category, location, sku, batch } = record;
  return {
    id,
    quantity,
    acquisitionCost,
    category,
    location,
    sku,
    batch,
    isListed: record.isWithdrawn === 0,
    originDay: dayNumberOf(record.originOn),
  };
}

type ColumnLines = Pick<ColumnRecord, 'entries' | 'services'>;

/** Reads what `readEntries` wrote. The line that takes an entry back takes its days back too. */
function linesOf(text: string, record: { individualSince: string | null }): ColumnLines {
  const entries: ColumnRecord['entries'][number][] = [];
  const services: ColumnRecord['services'][number][] = [];
  for (const line of text.split(';')) {
    const [day = '', kind = '', amount, quantity, recordedAt = '', voids, from = '', to = '', units] =
      line.split('|');
    const isVoid = voids !== '';
    entries.push({
      day: dayNumberOf(day),
      kind: kind as EntryKind, // what the column holds
      amount: Number(amount),
      isVoid,
      isOwn: provenanceOf({ recordedAt, quantity: Number(quantity) }, record) === 'own',
    });
    if (from !== '')
      services.push({
        from: dayNumberOf(from),
        to: dayNumberOf(to),
        units: isVoid ? -Number(units) : Number(units),
      });
  }
  return { entries: entries.toSorted((left, right) => left.day - right.day), services };
}

const NO_LINES: ColumnLines = { entries: [], services: [] };

function recordIdOf({ recordId }: { recordId: string }): string {
  return recordId;
}

/** Millions of lines fall on a few thousand days: each is worked out once. */
const dayNumberOf = once((day: string) => dayNumber(knownDay(day)));
