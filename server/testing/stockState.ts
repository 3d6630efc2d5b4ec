/** What is stored of the stock of one random sequence: its state, and the sums that no conversion may change. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { type EntryKind, directionOf } from '#domain/entry.ts';
import { kindLines } from '#server/store/kindsText.ts';
import type { Store } from '#server/store/store.ts';

export interface StockState {
  /** Of everything a person can see of it: not of versions and moments of change. */
  hash: string;
  /** Every cell of every line. */
  dump: string;
  sums: Sums;
  /** The records in lists, by name. */
  records: StockRecord[];
  /** Of each record, the newest entry that counts. */
  newestEntries: Map<string, string>;
}

export interface StockRecord {
  id: string;
  version: number;
  codes: string[];
}

/** Units in all, money by kind, codes in use, and every line of the ledger. */
export interface Sums {
  units: number;
  money: Record<string, number>;
  codes: string[];
  entries: string[];
}

/** Every table with lines about a record: the column that names the record, and its key. */
const TABLES = {
  record: { of: 'id', key: ['id'] },
  stock_code: { of: 'record_id', key: ['code_key'] },
  entry: { of: 'record_id', key: ['id'] },
  carry: { of: 'record_id', key: ['record_id', 'operation_id'] },
  adjustment: { of: 'record_id', key: ['id'] },
  lineage: { of: 'child_id', key: ['operation_id', 'parent_id', 'child_id'] },
};
type Table = keyof typeof TABLES;
type Cells = Record<string, string>;

const NAMES = Object.keys(TABLES) as Table[]; // its keys are nothing else

/** Between two cells, between two lines, and instead of a null: none is in a text of these tests. */
const CELL_END = '\u001F';
const LINE_END = '\u001E';
const NULL = '\u2205';

/** A store that can be dumped: it knows all columns of its tables, the key first, so that a dump leaves out none. */
export interface DumpedStore {
  store: Store;
  columns: ReadonlyMap<Table, readonly string[]>;
}

export async function openDump(store: Store): Promise<DumpedStore> {
  const tables = await store.read.introspection.getTables();
  const columnsOf = (name: Table) => {
    const { key } = TABLES[name];
    const columns = (tables.find((table) => table.name === name)?.columns ?? []).map((column) => column.name);
    expect(columns).toEqual(expect.arrayContaining(key));
    return [...key, ...columns.filter((column) => !key.includes(column)).toSorted()];
  };
  return { store, columns: new Map(NAMES.map((name) => [name, columnsOf(name)])) };
}

/** Every line about the records of these SKUs, with all its columns, asked for at once: the same text on every database. */
export async function dumpStock({ store, columns }: DumpedStore, skus: readonly string[]): Promise<string> {
  const parts = NAMES.map((table) => {
    const cells = (columns.get(table) ?? []).map(
      (column) => `coalesce(cast("${column}" as text), '${NULL}')`,
    );
    const line = sql.raw([`'${table}'`, ...cells].join(` || '${CELL_END}' || `));
    const isOfStock = sql`${sql.ref(TABLES[table].of)} in (select id from record where sku in (${sql.join(skus)}))`;
    return sql`select ${line} as line from ${sql.table(table)} where ${isOfStock}`;
  });
  const { rows } = await sql<{ line: string }>`${sql.join(parts, sql` union all `)}`.execute(store.read);
  return rows
    .map(({ line }) => line)
    .toSorted(compare)
    .join(LINE_END);
}

/** Reads a dump, and checks on the way that stored figures and quantities equal the sums of their lines. */
export function stateOfDump(dump: string, columns: DumpedStore['columns']): StockState {
  const lines = linesByTable(dump, columns);
  const records = lines.record.toSorted((left, right) =>
    compare(textOf('name')(left), textOf('name')(right)),
  );
  const attached = lines.stock_code.filter(({ is_attached: isAttached }) => isAttached === '1');
  expectSumsToHold(lines);
  const visible = records.filter(({ is_withdrawn: isWithdrawn }) => isWithdrawn === '0');
  const state = [
    visible.map(({ version: _version, changed_at: _changedAt, ...record }) => record),
    attached.map(({ since: _since, ...code }) => code),
  ];
  const codesByRecord = Map.groupBy(
    attached.toSorted((left, right) => Number(left['position']) - Number(right['position'])),
    ({ record_id: id }) => id,
  );
  return {
    dump,
    hash: createHash('sha256').update(JSON.stringify(state)).digest('hex'),
    sums: {
      units: sumOf(records, 'quantity'),
      money: sumsByKind(kindsOf(lines.record)),
      codes: attached.map(textOf('code')).toSorted(compare),
      entries: lines.entry.map(({ id, record_id: recordId, kind, amount, voids }) =>
        JSON.stringify([id, recordId, kind, amount, voids]),
      ),
    },
    records: visible.map((record) => ({
      id: textOf('id')(record),
      version: Number(record['version']),
      codes: (codesByRecord.get(record['id']) ?? []).map(textOf('code')),
    })),
    newestEntries: new Map(
      lines.entry
        .filter(({ voids, voided_by: voidedBy }) => voids === NULL && voidedBy === NULL)
        .map((entry) => [textOf('record_id')(entry), textOf('id')(entry)]),
    ),
  };
}

function linesByTable(dump: string, columns: DumpedStore['columns']): Record<Table, Cells[]> {
  const lines: Record<Table, Cells[]> = {
    record: [],
    stock_code: [],
    entry: [],
    carry: [],
    adjustment: [],
    lineage: [],
  };
  for (const line of dump.split(LINE_END)) {
    const [name, ...cells] = line.split(CELL_END);
    const table = name as Table; // a dump begins each line with one of them
    const pairs = (columns.get(table) ?? []).map((column, index) => [column, cells[index] ?? ''] as const);
    lines[table].push(Object.fromEntries(pairs));
  }
  return lines;
}

function expectSumsToHold(lines: Record<Table, Cells[]>): void {
  const entries = lines.entry.map(kindAndAmount);
  expect(sumsByKind(kindsOf(lines.carry))).toEqual({});
  expect(sumsByKind(kindsOf(lines.record))).toEqual(sumsByKind(entries));
  for (const direction of ['income', 'cost'] as const) {
    const posted = entries.filter(({ kind }) => directionOf(kind) === direction);
    expect(sumOf(lines.record, direction)).toBe(posted.reduce((sum, { amount }) => sum + amount, 0));
  }
  const changes = Map.groupBy(lines.adjustment, ({ record_id: id }) => id);
  expect(lines.record.map(({ id }) => sumOf(changes.get(id) ?? [], 'delta'))).toEqual(
    lines.record.map(({ quantity }) => Number(quantity)),
  );
}

export function sumsByKind(rows: readonly { kind: string; amount: number }[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { kind, amount } of rows) sums[kind] = (sums[kind] ?? 0) + amount;
  const known = Object.entries(sums).filter(([, amount]) => amount !== 0);
  return Object.fromEntries(known.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function kindsOf(rows: readonly Cells[]) {
  return rows.flatMap(({ kinds = '' }) => kindLines(kinds));
}

function kindAndAmount({ kind = '', amount }: Cells): { kind: EntryKind; amount: number } {
  return { kind: kind as EntryKind, amount: Number(amount) }; // the column holds nothing else
}

function sumOf(rows: readonly Cells[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

const textOf =
  (column: string) =>
  (row: Cells): string =>
    row[column] ?? '';

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
