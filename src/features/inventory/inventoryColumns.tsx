import type { RecordRow } from '#contract/records.ts';
import type { GridColumn } from '#grid/column.ts';
import type { Formats } from '#ui/formats.ts';
import type { Words } from '#ui/messages/en.ts';
import type { ScreenSize } from '#ui/useScreenSize.ts';
import { codeParts, resultParts, trackingParts, unknownProfit } from './cellParts.ts';
import { CodesCell } from './CodesCell.tsx';
import { QuantityCell } from './QuantityCell.tsx';
import { TextCell } from './TextCell.tsx';
import { TotalsCell } from './TotalsCell.tsx';
import { type UnsavedEdit, cellKey } from './unsavedEdits.ts';

export interface ColumnsGiven {
  words: Words;
  formats: Formats;
  currency: string;
  /** Without it the columns of money are not there. */
  canSeeMoney: boolean;
  /** Why nothing can be edited, or null. */
  readOnlyBecause: string | null;
  /** Cells whose edit was refused after they were left. */
  unsaved: ReadonlyMap<string, unknown>;
  screen: ScreenSize;
}

type Column = GridColumn<RecordRow>;

/**
 * The columns of the inventory, left to right. Where there is little room, what is counted and scanned at the shelf
 * comes before what describes it.
 */
export function inventoryColumns(given: ColumnsGiven): Column[] {
  const select = selectColumn(given);
  const tracking = trackingColumn(given);
  const name = textColumn('name', given);
  const labels = (['sku', 'category', 'location'] as const).map((field) => textColumn(field, given));
  const stock = [quantityColumn(given), codesColumn(given)];
  const money = given.canSeeMoney ? moneyColumns(given) : [];
  const changed = changedColumn(given);
  switch (given.screen) {
    case 'phone':
      return [select, name, ...stock, tracking, ...labels.toReversed(), ...money, changed];
    case 'tablet':
      return [select, tracking, name, ...stock, ...labels.toReversed(), ...money, changed];
    case 'desk':
      return [select, tracking, name, ...labels, ...stock, ...money, changed];
  }
}

function selectColumn({ words }: ColumnsGiven): Column {
  return {
    id: 'select',
    header: words.conversions.selection.column,
    width: 36,
    minWidth: 36,
    frozen: true,
    isRowSelector: true,
    text: () => '',
  };
}

function trackingColumn({ words, screen }: ColumnsGiven): Column {
  const parts = trackingParts(words);
  return {
    id: 'tracking',
    header: words.columns.tracking,
    width: 114,
    // A phone has room for one column that stays.
    frozen: screen !== 'phone',
    isSortable: true,
    text: (row) => words.tracking[row.tracking],
    parts: (row) => parts[row.tracking],
  };
}

const TEXT_WIDTHS = { name: 226, sku: 108, category: 104, location: 112 };

function textColumn(field: keyof typeof TEXT_WIDTHS, given: ColumnsGiven): Column {
  const { words, screen } = given;
  const isName = field === 'name';
  return {
    id: field,
    header: words.columns[field],
    width: isName && screen === 'phone' ? 190 : TEXT_WIDTHS[field],
    frozen: isName,
    isGrowing: isName,
    isSortable: true,
    text: (row) => row[field],
    ...(isName ? {} : { clearedText: '' }),
    editor: TextCell,
    ...editing(field, given),
    footer: isName && <TotalsCell of="records" />,
  };
}

function quantityColumn(given: ColumnsGiven): Column {
  const { words, formats } = given;
  return {
    id: 'quantity',
    header: words.columns.quantity,
    width: 84,
    align: 'end',
    typing: 'number',
    isSortable: true,
    text: (row) => formats.number(row.quantity),
    copyText: (row) => String(row.quantity),
    numberOf: (row) => row.quantity,
    sumText: (sum) => formats.number(sum),
    editor: QuantityCell,
    ...editing('quantity', given),
    footer: <TotalsCell of="quantity" />,
  };
}

function codesColumn(given: ColumnsGiven): Column {
  const { words } = given;
  return {
    id: 'codes',
    header: words.columns.codes,
    width: 172,
    isSortable: true,
    text: (row) => row.codes.map(({ code }) => code).join(', '),
    // Of very many codes a row holds the first fifty; half a list pasted elsewhere would look whole.
    copyText: (row) =>
      row.codes.length === row.codeCount ? row.codes.map(({ code }) => code).join(', ') : null,
    clearedText: '',
    isSeries: true,
    parts: (row) => codeParts(row, given),
    editor: CodesCell,
    ...editing('codes', given),
    footer: <TotalsCell of="codes" />,
  };
}

/** Who may edit, and the mark of an edit that was refused after its cell was left. */
function editing(columnId: UnsavedEdit['columnId'], { readOnlyBecause, unsaved }: ColumnsGiven) {
  return {
    editable: () => (readOnlyBecause === null ? true : { reason: readOnlyBecause }),
    tone: ({ id: recordId }: RecordRow) =>
      unsaved.has(cellKey({ recordId, columnId })) ? 'cell-unsaved' : undefined,
  } as const satisfies Partial<Column>;
}

function moneyColumns(given: ColumnsGiven): Column[] {
  return [
    plainMoneyColumn('income', given),
    plainMoneyColumn('cost', given),
    profitColumn(given),
    marginColumn(given),
  ];
}

function plainMoneyColumn(field: 'income' | 'cost', { words, formats, currency }: ColumnsGiven): Column {
  return {
    id: field,
    header: words.columns[field](currency),
    width: 124,
    align: 'end',
    isSortable: true,
    text: (row) => (row[field] ? formats.amount(row[field]) : ''),
    ...summed(field, { formats, currency }),
    footer: <TotalsCell of={field} />,
  };
}

function summed(
  field: 'income' | 'cost' | 'profit',
  { formats, currency }: Pick<ColumnsGiven, 'formats' | 'currency'>,
): Pick<Column, 'numberOf' | 'sumText'> {
  return {
    numberOf: (row) => row[field]?.amount ?? null,
    sumText: (amount) => formats.amount({ amount, currency }),
  };
}

function profitColumn({ words, formats, currency }: ColumnsGiven): Column {
  const unknown = unknownProfit(words);
  return {
    id: 'profit',
    header: words.columns.profit(currency),
    width: 132,
    align: 'end',
    isSortable: true,
    text: (row) => (row.profit ? formats.amount(row.profit) : words.figures.unknown),
    ...summed('profit', { formats, currency }),
    parts: (row) => (row.profit ? resultParts(row.profit, formats) : unknown),
    footer: <TotalsCell of="profit" />,
  };
}

function marginColumn({ words, formats }: ColumnsGiven): Column {
  return {
    id: 'margin',
    header: words.columns.margin,
    width: 102,
    align: 'end',
    isSortable: true,
    text: (row) => (typeof row.marginPpm === 'number' ? formats.percent(row.marginPpm) : '–'),
    footer: <TotalsCell of="unknown" />,
  };
}

function changedColumn({ words, formats }: ColumnsGiven): Column {
  return {
    id: 'changed',
    header: words.columns.changed,
    width: 156,
    isSortable: true,
    text: (row) => formats.instant(row.changedAt),
    tone: () => 'inventory-quiet',
  };
}
