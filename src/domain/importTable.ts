/** A file as rows of texts, whatever it was written in. The first row is line 1. */
export type ImportRows = readonly (readonly string[])[];

export type ImportFile = 'records' | 'ledger';

/** The columns a file may have, and the headers by which each is known (compared without case, spaces and marks). */
const HEADERS_BY_FIELD = {
  records: {
    reference: ['record_id', 'reference', 'id', 'item_id'],
    name: ['name', 'title', 'item', 'item_name'],
    quantity: ['quantity', 'qty', 'units', 'count'],
    codes: ['stock_codes', 'stock_code', 'codes', 'code', 'barcode', 'barcodes'],
    sku: ['sku', 'model'],
    category: ['category'],
    location: ['location', 'shelf', 'place'],
    openedOn: ['purchased_on', 'purchase_date', 'opened_on', 'acquired_on', 'date'],
    purchaseCost: ['purchase_cost', 'purchase_price', 'cost'],
    currency: ['currency'],
    notes: ['notes', 'note', 'condition_note', 'condition'],
    supplier: ['bought_from', 'supplier', 'vendor'],
  },
  ledger: {
    externalRef: ['event_id', 'entry_id', 'external_ref', 'id'],
    record: ['record_id', 'record', 'reference', 'item_id'],
    code: ['stock_codes', 'stock_code', 'codes', 'code'],
    kind: ['kind', 'type'],
    occurredOn: ['date', 'occurred_on', 'day'],
    amount: ['amount', 'total', 'value'],
    currency: ['currency'],
    units: ['objects', 'units', 'quantity', 'qty'],
    counterparty: ['counterparty', 'customer', 'supplier'],
    note: ['note', 'notes'],
  },
} as const satisfies Record<ImportFile, Record<string, readonly string[]>>;

export type RecordColumn = keyof typeof HEADERS_BY_FIELD.records;
export type LedgerColumn = keyof typeof HEADERS_BY_FIELD.ledger;

const NEEDED = { records: ['name', 'quantity'], ledger: ['kind', 'occurredOn', 'amount'] } as const;

/** One thing wrong with one line; `code` is a refusal's or one of the import's own. */
export interface ImportFault {
  file: ImportFile;
  /** Line of the file; 0 for the file as a whole. */
  line: number;
  column: string;
  code: string;
  given: string;
  facts: Readonly<Record<string, unknown>>;
}

export interface ImportLine<Column extends string> {
  line: number;
  /** The text of a column, trimmed; '' where the file has no such column. */
  cell(column: Column): string;
}

export interface ImportTable<Column extends string> {
  columns: { header: string; field: Column | null }[];
  lines: ImportLine<Column>[];
  faults: ImportFault[];
}

/** How far down a header may stand: exports often begin with a title and a blank line. */
const MAX_PREAMBLE = 10;

export function readRecordsTable(rows: ImportRows): ImportTable<RecordColumn> {
  return readTable<RecordColumn>(rows, 'records');
}

export function readLedgerTable(rows: ImportRows): ImportTable<LedgerColumn> {
  return readTable<LedgerColumn>(rows, 'ledger');
}

/** Finds the header row, matches its columns by name, and gives each line below it. Blank lines are passed over. */
function readTable<Column extends string>(rows: ImportRows, file: ImportFile): ImportTable<Column> {
  const headerIndex = rows.slice(0, MAX_PREAMBLE).findIndex((row) => missingColumns(row, file).length === 0);
  const header = rows[headerIndex];
  if (!header) {
    const missing = missingColumns(rows[0] ?? [], file);
    return { columns: [], lines: [], faults: [fileFault(file, 'columns.missing', { missing })] };
  }
  const columns = header.map((text) => ({
    header: text.trim(),
    // `Column` is the union of this file's own fields, which are all that fieldOf answers.
    field: fieldOf(text, file) as Column | null,
  }));
  const repeated = columns.find(
    ({ field }, index) => field && columns.findIndex((other) => other.field === field) !== index,
  );
  if (repeated) {
    const fault = fileFault(file, 'columns.repeated', { field: repeated.field });
    return { columns, lines: [], faults: [{ ...fault, line: headerIndex + 1, column: repeated.header }] };
  }
  const indexByField = new Map(
    columns.flatMap(({ field }, index) => (field ? [[field, index] as const] : [])),
  );
  const lines = rows.slice(headerIndex + 1).flatMap((cells, offset) => {
    if (cells.every((cell) => cell.trim() === '') || isTotalLine(cells)) return [];
    const cell = (column: Column) => unguard((cells[indexByField.get(column) ?? -1] ?? '').trim());
    return [{ line: headerIndex + 2 + offset, cell }];
  });
  return { columns: columns.filter(({ header: text }) => text !== ''), lines, faults: [] };
}

function fieldOf(header: string, file: ImportFile): string | null {
  const plain = header
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s.-]+/g, '_');
  const headers: Readonly<Record<string, readonly string[]>> = HEADERS_BY_FIELD[file];
  const found = Object.entries(headers).find(([, names]) => names.includes(plain));
  return found ? found[0] : null;
}

function missingColumns(row: readonly string[], file: ImportFile): string[] {
  const fields = row.map((text) => fieldOf(text, file));
  return NEEDED[file].filter((field) => !fields.includes(field));
}

/** Exports put an apostrophe before text that a spreadsheet would run as a formula; coming back, it is taken off. */
function unguard(text: string): string {
  return text.replace(/^'(?=[=+\-@\t\r])/, '');
}

/** A line that sums the file up is no record: its first cell says so and most others are empty. */
function isTotalLine(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  return /^(grand )?total:?$/i.test((cells[0] ?? '').trim()) && filled * 2 <= cells.length;
}

function fileFault(file: ImportFile, code: string, facts: Readonly<Record<string, unknown>>): ImportFault {
  return { file, line: 0, column: '', code, given: '', facts };
}

/**
 * The mark before the cents in a file, told from all its amounts: a comma only where some cell ends in a comma and
 * one or two digits and none in a point and one or two digits.
 */
export function decimalMarkOf(cells: readonly string[]): '.' | ',' {
  const endsIn = (mark: RegExp) => cells.some((cell) => mark.test(cell.replace(/[^\d.,]/g, '')));
  return endsIn(/,\d{1,2}$/) && !endsIn(/\.\d{1,2}$/) ? ',' : '.';
}

/** A day in a file: 2026-11-23, or 23.11.2026. With slashes nobody can tell day from month, so that is refused. */
export function normaliseDay(text: string): string {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (!dotted) return text;
  return `${dotted[3]}-${dotted[2]?.padStart(2, '0')}-${dotted[1]?.padStart(2, '0')}`;
}

/** Words that people write where they do not know an amount. Unknown is not zero. */
export function isUnknownAmount(text: string): boolean {
  return ['', '-', '–', '?', 'n/a', 'na', 'tbc', 'unknown', 'free'].includes(text.toLowerCase());
}
