import type { Instant } from '#domain/day.ts';
import type { CodeKey, CodeKind, StockCode } from '#domain/stockCode.ts';
import { insertRows, isOneOf, updateRows } from './manyRows.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

export interface StoredCode extends StockCode {
  kind: CodeKind;
}

/** Where a code leads, or last led. */
export interface CodeOwner {
  code: StoredCode;
  recordId: string;
  recordName: string;
  isAttached: boolean;
}

/** The codes of these records, in their order; `mostPerRecord` null for all. */
export async function findCodesOf(
  database: ReadHandle,
  { recordIds, mostPerRecord }: { recordIds: readonly string[]; mostPerRecord: number | null },
): Promise<Map<string, StoredCode[]>> {
  const found = new Map<string, StoredCode[]>();
  if (recordIds.length === 0) return found;
  let query = database
    .selectFrom('stock_code')
    .select(['record_id', 'code', 'code_key', 'kind'])
    .where(isOneOf(database, 'record_id', recordIds))
    .where('is_attached', '=', 1)
    .orderBy('record_id')
    .orderBy('position');
  if (mostPerRecord !== null) query = query.where('position', '<', mostPerRecord);
  for (const row of await query.execute()) {
    const codes = found.get(row.record_id) ?? [];
    codes.push({ text: row.code, key: row.code_key as CodeKey, kind: row.kind }); // the column holds nothing else
    found.set(row.record_id, codes);
  }
  return found;
}

/** Who has, or last had, each of these codes. */
export async function findCodeOwners(
  database: ReadHandle,
  keys: readonly CodeKey[],
): Promise<Map<CodeKey, CodeOwner>> {
  const found = new Map<CodeKey, CodeOwner>();
  if (keys.length === 0) return found;
  const rows = await database
    .selectFrom('stock_code')
    .innerJoin('record', 'record.id', 'stock_code.record_id')
    .select(['code', 'code_key', 'kind', 'record_id', 'is_attached', 'record.name as record_name'])
    .where(isOneOf(database, 'code_key', keys))
    .execute();
  for (const row of rows) {
    const key = row.code_key as CodeKey; // the column holds nothing else
    found.set(key, {
      code: { text: row.code, key, kind: row.kind },
      recordId: row.record_id,
      recordName: row.record_name,
      isAttached: row.is_attached === 1,
    });
  }
  return found;
}

export interface CodeAssignment {
  recordId: string;
  codes: readonly (StockCode & { kind?: CodeKind })[];
  now: Instant;
}

/** Which of these codes lead somewhere, or once did. */
export async function findKnownCodes(
  database: ReadHandle,
  assignments: readonly Pick<CodeAssignment, 'codes'>[],
): Promise<ReadonlySet<string>> {
  const keys = assignments.flatMap(({ codes }) => codes.map(({ key }) => key));
  if (keys.length === 0) return new Set();
  const known = database
    .selectFrom('stock_code')
    .select('code_key')
    .where(isOneOf(database, 'code_key', keys));
  return new Set((await known.execute()).map(({ code_key: key }) => key));
}

/**
 * Makes each code lead to its record, in the order given; codes that led elsewhere lead here from now on. `known` saves
 * the question where it was asked before.
 */
export async function attachCodes(
  transaction: WriteHandle,
  assignments: readonly CodeAssignment[],
  known?: ReadonlySet<string>,
): Promise<void> {
  const isThere = known ?? (await findKnownCodes(transaction, assignments));
  const rows = assignments.flatMap(({ recordId, codes, now }) =>
    codes.map((code, position) => ({
      code_key: code.key,
      code: code.text,
      kind: code.kind ?? ('label' as const),
      record_id: recordId,
      is_attached: 1,
      position,
      since: now,
    })),
  );
  // A code that is there keeps its kind, wherever it leads.
  const columns = ['code', 'record_id', 'is_attached', 'position', 'since'] as const;
  const moved = rows.filter((row) => isThere.has(row.code_key));
  await updateRows(transaction, { table: 'stock_code', key: 'code_key', columns, rows: moved });
  // Told apart, because a row that may be there takes PostgreSQL twice as long to insert.
  await insertRows(transaction, {
    table: 'stock_code',
    rows: rows.filter((row) => !isThere.has(row.code_key)),
  });
}

/** Takes codes off the records they lead to; they remember where they led. Said before any of them is attached anew. */
export async function detachCodes(
  transaction: WriteHandle,
  { keys, now }: { keys: readonly CodeKey[]; now: Instant },
): Promise<void> {
  if (keys.length === 0) return;
  await transaction
    .updateTable('stock_code')
    .set({ is_attached: 0, since: now })
    .where(isOneOf(transaction, 'code_key', keys))
    .execute();
}

/** How many codes each record has that has more than one. */
export async function codeCounts(database: ReadHandle): Promise<Map<string, number>> {
  const rows = await database
    .selectFrom('record')
    .select(['id', 'code_count'])
    .where('code_count', '>', 1)
    .where('is_withdrawn', '=', 0)
    .execute();
  return new Map(rows.map(({ id, code_count: count }) => [id, count]));
}
