import type { AdjustmentReason } from '#domain/adjustment.ts';
import type { EntryKind } from '#domain/entry.ts';
import type { RecordMoney } from '#domain/figures.ts';
import { type Minor, minor } from '#domain/money.ts';
import { type StoredCarry, carriesOf } from './conversions.ts';
import { MONEY_COLUMNS, moneyOf } from './recordRow.ts';
import type { ReadHandle } from './store.ts';

/** Everything a check needs about some records: what is stored of them, and the lines they are the sum of. */
export interface ReplaySlice {
  records: (RecordMoney & { id: string; name: string; quantity: number; codeCount: number })[];
  adjustments: { recordId: string; delta: number; quantity: number; reason: AdjustmentReason }[];
  entries: { recordId: string; kind: EntryKind; amount: Minor; voids: string | null }[];
  carries: StoredCarry[];
  history: { recordId: string; action: string; field: string; before: unknown; after: unknown }[];
  codes: { recordId: string; text: string }[];
}

/** The next records by id, with all their lines; an empty `records` is the end. */
export async function readSlice(
  database: ReadHandle,
  { after, size }: { after: string; size: number },
): Promise<ReplaySlice> {
  const records = await database
    .selectFrom('record')
    .select(['id', 'name', 'quantity', 'code_count', ...MONEY_COLUMNS])
    .where('id', '>', after)
    .orderBy('id')
    .limit(size)
    .execute();
  const last = records.at(-1)?.id ?? after;
  return {
    records: records.map((row) => ({
      id: row.id,
      name: row.name,
      quantity: row.quantity,
      codeCount: row.code_count,
      ...moneyOf(row),
    })),
    // Ranges of ids instead of lists: each table is read in the order of its index by record.
    ...(await readLines(database, { after, last })),
  };
}

interface Range {
  after: string;
  last: string;
}

async function readLines(
  database: ReadHandle,
  { after, last }: Range,
): Promise<Omit<ReplaySlice, 'records'>> {
  const adjustments = await database
    .selectFrom('adjustment')
    .select(['record_id as recordId', 'delta', 'quantity', 'reason'])
    .where('record_id', '>', after)
    .where('record_id', '<=', last)
    .orderBy('record_id')
    .orderBy('id')
    .execute();
  const entries = await database
    .selectFrom('entry')
    .select(['record_id as recordId', 'kind', 'amount', 'voids'])
    .where('record_id', '>', after)
    .where('record_id', '<=', last)
    .execute();
  const carries = await database
    .selectFrom('carry')
    .selectAll()
    .where('record_id', '>', after)
    .where('record_id', '<=', last)
    .execute();
  const history = await database
    .selectFrom('history_line')
    .select(['record_id as recordId', 'action', 'field', 'before', 'after'])
    .where('record_id', '>', after)
    .where('record_id', '<=', last)
    .orderBy('record_id')
    .orderBy('id')
    .execute();
  const codes = await database
    .selectFrom('stock_code')
    .select(['record_id as recordId', 'code as text'])
    .where('record_id', '>', after)
    .where('record_id', '<=', last)
    .where('is_attached', '=', 1)
    .orderBy('record_id')
    .orderBy('position')
    .execute();
  return {
    adjustments,
    entries: entries.map(withMoney),
    carries: carries.flatMap(carriesOf),
    history: history.map(parsed),
    codes,
  };
}

function withMoney<T extends { amount: number }>(row: T): Omit<T, 'amount'> & { amount: Minor } {
  return { ...row, amount: minor(row.amount) };
}

function parsed<T extends { before: string; after: string }>(
  line: T,
): Omit<T, 'before' | 'after'> & { before: unknown; after: unknown } {
  const before: unknown = JSON.parse(line.before);
  const after: unknown = JSON.parse(line.after);
  return { ...line, before, after };
}
