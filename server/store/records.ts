import type { Selectable, Updateable } from 'kysely';
import { type Day, type Instant, knownDay } from '#domain/day.ts';
import type { RecordMoney } from '#domain/figures.ts';
import type { Description } from '#domain/inventoryRecord.ts';
import { minor } from '#domain/money.ts';
import { foldText, sortKey } from '#domain/text.ts';
import { totalsOf, totalsText } from './kindsText.ts';
import { insertRows, isOneOf, updateRows } from './manyRows.ts';
import { type StoredCode, findCodesOf } from './codes.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

/** A record as it is stored, without its codes. */
export interface StoredRecord extends Description, RecordMoney {
  id: string;
  version: number;
  quantity: number;
  individualSince: Instant | null;
  openedOn: Day;
  createdAt: Instant;
  changedAt: Instant;
  codeCount: number;
  /** Its making was taken back: it keeps its history and is in no list. */
  isWithdrawn: boolean;
  /** The first record of those that it came in with, and the first day of the units that it was made from. */
  batchId: string;
  originOn: Day;
}

/** A record with its codes in order: all of them, or the first ones where a list asked for no more. */
export interface RecordWithCodes extends StoredRecord {
  codes: StoredCode[];
}

/** The record with all its codes, or null. */
export async function findRecord(database: ReadHandle, id: string): Promise<RecordWithCodes | null> {
  const row = await database.selectFrom('record').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const codes = await findCodesOf(database, { recordIds: [id], mostPerRecord: null });
  return { ...recordOf(row), codes: codes.get(id) ?? [] };
}

export async function findRecordsByReference(
  database: ReadHandle,
  references: readonly string[],
): Promise<Map<string, StoredRecord>> {
  if (references.length === 0) return new Map();
  const query = database
    .selectFrom('record')
    .selectAll()
    .where(isOneOf(database, 'reference', references));
  return new Map((await query.execute()).map((row) => [row.reference ?? '', recordOf(row)]));
}

export async function findRecordsById(
  database: ReadHandle,
  ids: readonly string[],
): Promise<Map<string, StoredRecord>> {
  if (ids.length === 0) return new Map();
  const query = database
    .selectFrom('record')
    .selectAll()
    .where(isOneOf(database, 'id', ids))
    .orderBy('id');
  return new Map((await query.execute()).map((row) => [row.id, recordOf(row)]));
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

/** A record as it is to be stored, with the texts of its codes, which a search for them finds. */
export interface RecordToStore extends StoredRecord {
  codeTexts: readonly string[];
}

/** The parts of a record that a write may change, each with its columns: a column that is not set costs no index. */
const COLUMNS_OF = {
  stock: ['quantity', 'individual_since', 'is_withdrawn'],
  money: ['kinds', 'income', 'cost', 'acquisition_cost', 'profit', 'margin_ppm'],
  codes: ['code_count', 'search_text'],
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
  const rows = records.map((record) => rowOf({ ...record, version: record.version + 1, changedAt: now }));
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
  await insertRows(transaction, { table: 'record', rows: records.map(rowOf) });
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

/** What the search looks through: one folded line each for the name, SKU, reference and every code. */
function searchText(record: Description, codeTexts: readonly string[]): string {
  return [record.name, record.sku, record.reference, ...codeTexts]
    .filter((text) => text !== '')
    .map(foldText)
    .join('\n');
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

function rowOf(record: RecordToStore): Selectable<Schema['record']> {
  return {
    id: record.id,
    version: record.version,
    name: record.name,
    name_key: sortKey(record.name),
    sku: record.sku,
    sku_key: sortKey(record.sku),
    category: record.category,
    category_key: sortKey(record.category),
    location: record.location,
    location_key: sortKey(record.location),
    notes: record.notes,
    reference: record.reference === '' ? null : record.reference,
    quantity: record.quantity,
    individual_since: record.individualSince,
    opened_on: record.openedOn,
    created_at: record.createdAt,
    changed_at: record.changedAt,
    code_count: record.codeCount,
    search_text: searchText(record, record.codeTexts),
    kinds: totalsText(record.totals),
    income: record.income,
    cost: record.cost,
    acquisition_cost: record.acquisitionCost,
    profit: record.profit,
    margin_ppm: record.marginPpm,
    is_withdrawn: record.isWithdrawn ? 1 : 0,
    batch_id: record.batchId,
    origin_on: record.originOn,
  };
}

export function recordOf(row: Selectable<Schema['record']>): StoredRecord {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    sku: row.sku,
    category: row.category,
    location: row.location,
    notes: row.notes,
    reference: row.reference ?? '',
    quantity: row.quantity,
    individualSince: row.individual_since,
    openedOn: knownDay(row.opened_on),
    createdAt: row.created_at,
    changedAt: row.changed_at,
    codeCount: row.code_count,
    isWithdrawn: row.is_withdrawn === 1,
    batchId: row.batch_id,
    originOn: knownDay(row.origin_on),
    ...moneyOf(row),
  };
}

type MoneyColumns = Pick<
  Selectable<Schema['record']>,
  'kinds' | 'income' | 'cost' | 'acquisition_cost' | 'profit' | 'margin_ppm'
>;

/** The money that is kept beside a record; null is unknown. */
export function moneyOf(row: MoneyColumns): RecordMoney {
  return {
    totals: totalsOf(row.kinds),
    income: minor(row.income),
    cost: minor(row.cost),
    acquisitionCost: row.acquisition_cost === null ? null : minor(row.acquisition_cost),
    profit: row.profit === null ? null : minor(row.profit),
    marginPpm: row.margin_ppm,
  };
}
