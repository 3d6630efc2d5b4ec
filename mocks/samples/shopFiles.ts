import type { LedgerLine } from './ledgerLines.ts';
import type { StockItem } from './stockItem.ts';

type Columns<T> = Readonly<Record<string, (row: T) => string>>;

const RECORD_COLUMNS: Columns<StockItem> = {
  record_id: ({ reference }) => reference,
  name: ({ name }) => name,
  quantity: ({ quantity }) => String(quantity),
  stock_codes: ({ codes }) => codes.join('; '),
  sku: ({ sku }) => sku,
  category: ({ category }) => category,
  location: ({ location }) => location,
  purchased_on: ({ boughtOn }) => boughtOn,
  purchase_cost: ({ cost }) => (cost === null ? '' : cost.toFixed(2)),
  supplier: ({ supplier }) => supplier,
};

const LEDGER_COLUMNS: Columns<LedgerLine & { number: number }> = {
  event_id: ({ number }) => `E${String(number).padStart(5, '0')}`,
  record_id: ({ reference }) => reference,
  kind: ({ kind }) => kind,
  date: ({ date }) => date,
  amount: ({ cents }) => (cents === null ? '' : (cents / 100).toFixed(2)),
  currency: () => 'EUR',
  units: ({ units }) => (units === undefined ? '' : String(units)),
  counterparty: ({ counterparty }) => counterparty,
  note: ({ note }) => note,
};

/** The shop's inventory as the file that it brings in. */
export function recordsFile(items: readonly StockItem[], name: string): File {
  return csvFile(items, { columns: RECORD_COLUMNS, name });
}

/** Entries in the order of their days, each with a number of its own. */
export function ledgerFile(lines: readonly LedgerLine[], name: string): File {
  const ordered = lines.toSorted((left, right) => Date.parse(left.date) - Date.parse(right.date));
  const numbered = ordered.map((line, index) => ({ ...line, number: index + 1 }));
  return csvFile(numbered, { columns: LEDGER_COLUMNS, name });
}

function csvFile<T>(rows: readonly T[], { columns, name }: { columns: Columns<T>; name: string }): File {
  const cells = Object.values(columns);
  const lines = rows.map((row) => cells.map((cell) => quoted(cell(row))).join(','));
  return new File([[Object.keys(columns).join(','), ...lines].join('\n')], name, { type: 'text/csv' });
}

function quoted(cell: string): string {
  return /[",\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
