import type { Updateable } from 'kysely';
import type { Instant } from '#domain/day.ts';
import type { RecordMoney } from '#domain/figures.ts';
import type { Description } from '#domain/inventoryRecord.ts';
import { sortKey } from '#domain/text.ts';
import { type StoredCode, findCodesOf } from './codes.ts';
import { totalsText } from './kindsText.ts';
import { insertRows, isOneOf, updateRows } from './manyRows.ts';
import {
  MONEY_COLUMNS,
  RECORD_COLUMNS,
  type RecordColumn,
  type RecordToStore,
  type StoredRecord,
  recordReader,
  recordWriter,
  searchText,
} from './recordRow.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

/** A record with its codes in order: all of them, or the first ones where a list asked for no more. */
export interface RecordWithCodes extends StoredRecord {
  codes: StoredCode[];
}

/** The record with all its codes, or null. */
export async function findRecord(database: ReadHandle, id: string): Promise<RecordWithCodes | null> {
  const row = await database
    .selectFrom('record')
    .select(RECORD_COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const codes = await findCodesOf(database, { recordIds: [id], mostPerRecord: null });
  return { ...recordReader()(row), codes: codes.get(id) ?? [] };
}

export async function findRecordsByReference(
  database: ReadHandle,
  references: readonly string[],
): Promise<Map<string, StoredRecord>> {
  if (references.length === 0) return new Map();
  const query = database
    .selectFrom('record')
    .select(RECORD_COLUMNS)
    .where(isOneOf(database, 'reference', references));
  const read = recordReader();
  return new Map((await query.execute()).map((row) => [row.reference ?? '', read(row)]));
}

export async function findRecordsById(
  database: ReadHandle,
  ids: readonly string[],
): Promise<Map<string, StoredRecord>> {
  if (ids.length === 0) return new Map();
  const query = database
    .selectFrom('record')
    .select(RECORD_COLUMNS)
    .where(isOneOf(database, 'id', ids))
    .orderBy('id');
  const read = recordReader();
  return new Map((await query.execute()).map((row) => [row.id, read(row)]));
}

/** Records with all their codes, in one question for any number of them. */
export async function findRecordsWithCodes(
  database: ReadHandle,
  ids: readonly string[],
): Promise<Map<string, RecordWithCodes>> {
  const records = await findRecordsById(database, ids);
  const codes = await findCodesOf(database, { recordIds: ids, mostPerRecord: null });
  return new Map([...records].map(([id, record]) => [id, { ...record, codes: codes.get(id) ?? [] }]));
}

/** The parts of a record that a write may change, each with its columns: a column that is not set costs no index. */
const COLUMNS_OF = {
  stock: ['quantity', 'individual_since', 'is_withdrawn'],
  money: MONEY_COLUMNS,
  codes: ['code_count'],
  search: ['search_text'],
  name: ['name', 'name_key', 'search_text'],
  sku: ['sku', 'sku_key', 'search_text'],
  category: ['category', 'category_key'],
  location: ['location', 'location_key'],
  notes: ['notes'],
  reference: ['reference', 'search_text'],
} as const satisfies Readonly<Record<string, readonly (keyof Schema['record'])[]>>;

export type RecordPart = keyof typeof COLUMNS_OF;

/** Stores these parts of records as they are now, each record in its next version; the caller has read them in the same transaction. */
export async function replaceRecords(
  transaction: WriteHandle,
  { records, now, parts }: { records: readonly RecordToStore[]; now: Instant; parts: Iterable<RecordPart> },
): Promise<void> {
  const columns = new Set(
    [...parts].flatMap((part): readonly (keyof Schema['record'])[] => COLUMNS_OF[part]),
  );
  const write = recordWriter(new Set<RecordColumn>(['id', 'version', 'changed_at', ...columns]));
  const rows = records.map((record) => write({ ...record, version: record.version + 1, changedAt: now }));
  await updateRows(transaction, {
    table: 'record',
    key: 'id',
    columns: ['version', 'changed_at', ...columns],
    rows,
  });
}

/** Stores new records. Their codes are stored by `attachCodes`; `codeTexts` is what a search for them finds. */
export async function insertRecords(
  transaction: WriteHandle,
  records: readonly RecordToStore[],
): Promise<void> {
  const write = recordWriter();
  await insertRows(transaction, { table: 'record', rows: records.map(write) });
}

export type RecordChange = Partial<Description & RecordMoney> & {
  quantity?: number;
  individualSince?: Instant | null;
};

/** Changes a record and raises its version. The caller has read it in the same transaction. */
export async function updateRecord(
  transaction: WriteHandle,
  given: { record: StoredRecord; change: RecordChange; now: Instant; codeTexts?: readonly string[] },
): Promise<void> {
  const { record, change, now, codeTexts } = given;
  const after = { ...record, ...change };
  const isFoundOtherwise =
    codeTexts !== undefined || 'name' in change || 'sku' in change || 'reference' in change;
  const codes = codeTexts ?? (isFoundOtherwise ? await codeTextsOf(transaction, record.id) : []);
  await transaction
    .updateTable('record')
    .set({
      ...columnsOf(change),
      ...(isFoundOtherwise ? { search_text: searchText(after, codes) } : {}),
      ...(codeTexts ? { code_count: codeTexts.length } : {}),
      version: record.version + 1,
      changed_at: now,
    })
    .where('id', '=', record.id)
    .where('version', '=', record.version)
    .execute();
}

async function codeTextsOf(database: ReadHandle, id: string): Promise<string[]> {
  const codes = await findCodesOf(database, { recordIds: [id], mostPerRecord: null });
  return (codes.get(id) ?? []).map((code) => code.text);
}

function columnsOf(change: RecordChange): Updateable<Schema['record']> {
  const { name, sku, category, location, notes, reference, quantity, individualSince } = change;
  return {
    ...(name === undefined ? {} : { name, name_key: sortKey(name) }),
    ...(sku === undefined ? {} : { sku, sku_key: sortKey(sku) }),
    ...(category === undefined ? {} : { category, category_key: sortKey(category) }),
    ...(location === undefined ? {} : { location, location_key: sortKey(location) }),
    ...(notes === undefined ? {} : { notes }),
    ...(reference === undefined ? {} : { reference: reference === '' ? null : reference }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(individualSince === undefined ? {} : { individual_since: individualSince }),
    ...(change.totals === undefined ? {} : { kinds: totalsText(change.totals) }),
    ...(change.income === undefined ? {} : { income: change.income }),
    ...(change.cost === undefined ? {} : { cost: change.cost }),
    ...(change.acquisitionCost === undefined ? {} : { acquisition_cost: change.acquisitionCost }),
    ...(change.profit === undefined ? {} : { profit: change.profit }),
    ...(change.marginPpm === undefined ? {} : { margin_ppm: change.marginPpm }),
  };
}
