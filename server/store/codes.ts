import type { Instant } from '#domain/day.ts';
import type { CodeKey, CodeKind, StockCode } from '#domain/stockCode.ts';
import { inChunks } from './chunks.ts';
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
  await inChunks(recordIds, async (chunk) => {
    let query = database
      .selectFrom('stock_code')
      .select(['record_id', 'code', 'code_key', 'kind'])
      .where('record_id', 'in', chunk)
      .where('is_attached', '=', 1)
      .orderBy('record_id')
      .orderBy('position');
    if (mostPerRecord !== null) query = query.where('position', '<', mostPerRecord);
    for (const row of await query.execute()) {
      const codes = found.get(row.record_id) ?? [];
      codes.push({ text: row.code, key: row.code_key as CodeKey, kind: row.kind }); // the column holds nothing else
      found.set(row.record_id, codes);
    }
  });
  return found;
}

/** Who has, or last had, each of these codes. */
export async function findCodeOwners(
  database: ReadHandle,
  keys: readonly CodeKey[],
): Promise<Map<CodeKey, CodeOwner>> {
  const found = new Map<CodeKey, CodeOwner>();
  await inChunks(keys, async (chunk) => {
    const rows = await database
      .selectFrom('stock_code')
      .innerJoin('record', 'record.id', 'stock_code.record_id')
      .select(['code', 'code_key', 'kind', 'record_id', 'is_attached', 'record.name as record_name'])
      .where('code_key', 'in', chunk)
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
  });
  return found;
}

export interface CodeAssignment {
  recordId: string;
  codes: readonly (StockCode & { kind?: CodeKind })[];
  now: Instant;
}

/** Makes each code lead to its record, in the order given; codes that led elsewhere lead here from now on. */
export async function attachCodes(
  transaction: WriteHandle,
  assignments: readonly CodeAssignment[],
): Promise<void> {
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
  await inChunks(rows, (chunk) =>
    transaction
      .insertInto('stock_code')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.column('code_key').doUpdateSet((eb) => ({
          code: eb.ref('excluded.code'),
          kind: eb.ref('excluded.kind'),
          record_id: eb.ref('excluded.record_id'),
          is_attached: 1,
          position: eb.ref('excluded.position'),
          since: eb.ref('excluded.since'),
        })),
      )
      .execute(),
  );
}

/** Takes codes off the records they lead to; they remember where they led. Said before any of them is attached anew. */
export async function detachCodes(
  transaction: WriteHandle,
  { keys, now }: { keys: readonly CodeKey[]; now: Instant },
): Promise<void> {
  await inChunks(keys, (chunk) =>
    transaction
      .updateTable('stock_code')
      .set({ is_attached: 0, since: now })
      .where('code_key', 'in', chunk)
      .execute(),
  );
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
