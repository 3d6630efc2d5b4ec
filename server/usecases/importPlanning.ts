import { dayOfInstant, type Instant } from '#domain/day.ts';
import { type ReadLedgerLine, readLedgerLine } from '#domain/importLedger.ts';
import { type ImportPlan, type KnownRecord, type KnownState, planImport } from '#domain/importPlan.ts';
import { type FileStyle, type ReadRecord, readRecord } from '#domain/importRecords.ts';
import {
  type ImportFault,
  type ImportRows,
  type ImportTable,
  type LedgerColumn,
  type RecordColumn,
  decimalMarkOf,
  readLedgerTable,
  readRecordsTable,
} from '#domain/importTable.ts';
import { isCurrency } from '#domain/money.ts';
import { codeKey } from '#domain/stockCode.ts';
import { findCodeOwners } from '#server/store/codes.ts';
import { findEntriesByRef, hasEntries } from '#server/store/ledger.ts';
import { findExitRefs } from '#server/store/operations.ts';
import { findRecordsById, findRecordsByReference } from '#server/store/records.ts';
import type { ReadHandle } from '#server/store/store.ts';
import { findCurrency } from '#server/store/workspace.ts';

export interface ImportGiven {
  records: { name: string; rows: ImportRows } | null;
  ledger: { name: string; rows: ImportRows } | null;
}

export interface ImportOptions {
  /** Sales and other exits take their units out of stock; otherwise entries move no stock. */
  takeSoldOut: boolean;
}

export interface PlannedImport {
  plan: ImportPlan;
  currency: string;
  tables: { records: ImportTable<RecordColumn> | null; ledger: ImportTable<LedgerColumn> | null };
}

/** Reads the files against what is stored now, and plans what bringing them in would do. Writes nothing. */
export async function planFiles(
  database: ReadHandle,
  { files, options, now }: { files: ImportGiven; options: ImportOptions; now: Instant },
): Promise<PlannedImport> {
  const records = files.records && readRecordsTable(files.records.rows);
  const ledger = files.ledger && readLedgerTable(files.ledger.rows);
  const tables = { records, ledger };
  const today = dayOfInstant(now);
  const currency = await currencyFor(database, tables);
  const style = { currency, decimalMark: decimalMarkFor(tables), today };
  const read = readLines(tables, style);
  const known = await findKnown(database, read);
  const plan = planImport({ ...read, known, today, takeSoldOut: options.takeSoldOut });
  const faults = [...(records?.faults ?? []), ...(ledger?.faults ?? []), ...read.faults, ...plan.faults];
  return { plan: { ...plan, faults }, currency, tables };
}

type Tables = PlannedImport['tables'];

interface ReadLines {
  records: ReadRecord[];
  ledger: ReadLedgerLine[];
  faults: ImportFault[];
}

function readLines({ records, ledger }: Tables, style: FileStyle): ReadLines {
  const read: ReadLines = { records: [], ledger: [], faults: [] };
  for (const line of records?.lines ?? []) {
    const { record, faults } = readRecord(line, style);
    if (record) read.records.push(record);
    for (const fault of faults) read.faults.push(fault);
  }
  for (const line of ledger?.lines ?? []) {
    const { read: done, faults } = readLedgerLine(line, style);
    if (done) read.ledger.push(done);
    for (const fault of faults) read.faults.push(fault);
  }
  return read;
}

/** The workspace's currency; while no money is booked, the one that the files are in. */
async function currencyFor(database: ReadHandle, { records, ledger }: Tables): Promise<string> {
  const workspace = await findCurrency(database);
  if (await hasEntries(database)) return workspace;
  const named = [...(records?.lines ?? []), ...(ledger?.lines ?? [])].find(
    (line) => line.cell('currency') !== '',
  );
  const currency = named?.cell('currency').toUpperCase() ?? workspace;
  return isCurrency(currency) ? currency : workspace;
}

function decimalMarkFor({ records, ledger }: Tables): '.' | ',' {
  const costs = (records?.lines ?? []).map((line) => line.cell('purchaseCost'));
  return decimalMarkOf([...costs, ...(ledger?.lines ?? []).map((line) => line.cell('amount'))]);
}

async function findKnown(database: ReadHandle, { records, ledger }: ReadLines): Promise<KnownState> {
  const references = new Set([
    ...records.map(({ reference }) => reference),
    ...ledger.map(({ record }) => record),
  ]);
  references.delete('');
  const keys = new Set(records.flatMap(({ codes }) => codes.map(({ key }) => key)));
  for (const { record, codes } of ledger)
    if (record === '') for (const code of codes) keys.add(codeKey(code));
  const refs = ledger.flatMap(({ externalRef }) => externalRef ?? []);
  const recordByReference: Map<string, KnownRecord> = await findRecordsByReference(database, [...references]);
  const owners = await findCodeOwners(database, [...keys]);
  const attached = [...owners].filter(([, owner]) => owner.isAttached);
  const ownerById = await findRecordsById(database, [
    ...new Set(attached.map(([, owner]) => owner.recordId)),
  ]);
  const recordByCode = new Map(
    attached.flatMap(([key, { recordId }]) => {
      const owner = ownerById.get(recordId);
      return owner ? [[key, owner] as const] : [];
    }),
  );
  const entryByRef = await findEntriesByRef(database, { source: 'ledger', refs });
  const purchaseByReference = await findEntriesByRef(database, { source: 'records', refs: [...references] });
  const exitRefs = await findExitRefs(database, refs);
  return { recordByReference, recordByCode, entryByRef, purchaseByReference, exitRefs };
}
