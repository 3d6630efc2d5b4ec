import type { CellBatch } from '#api/batch.ts';
import type { RecordRow } from '#contract/records.ts';
import {
  CELL_FIELDS,
  type CellChange,
  type CellField,
  type CellPlan,
  type CellRecord,
  type QuantityAnswers,
  planCellEdit,
} from '#domain/cellEdit.ts';
import { trackingOf } from '#domain/tracking.ts';
import type { BlockEdit } from '#grid/column.ts';

/** One cell of a block, with what the person saw in it; enough to be sent again after a reload. */
export interface BlockCell extends SentCell {
  name: string;
  version: number;
}

type SentCell = CellBatch['edits'][number];

export interface Block {
  kind: BlockEdit<unknown>['kind'];
  key: string;
  cells: readonly BlockCell[];
  answers: QuantityAnswers;
  /** How it was sent, from when it was; the answer may have been lost. */
  sentAs?: CellBatch['mode'];
}

export type Foretold = readonly { row: RecordRow; change: (row: RecordRow) => RecordRow }[];

/** The cells of a block as they are sent: columns that are no fields are never edited. */
export function blockCells(cells: BlockEdit<RecordRow>['cells']): BlockCell[] {
  return cells.flatMap(({ row, columnId, text }) => {
    const field = CELL_FIELDS.find((one) => one === columnId);
    return field
      ? [{ record: row.id, name: row.name, field, text, version: row.version, seen: seenIn(row, field) }]
      : [];
  });
}

/** The request; the name is the person's, not the server's. */
export function batchOf({ cells, answers }: Block, mode: CellBatch['mode']): CellBatch {
  return { mode, answers, edits: cells.map(({ name: _name, ...edit }) => edit) };
}

/** What the domain says to each cell, as far as the rows on hand can tell. */
export function planCells(
  cells: readonly BlockCell[],
  { rows, answers }: { rows: ReadonlyMap<string, RecordRow>; answers: QuantityAnswers },
): (CellPlan | null)[] {
  return cells.map((cell) => {
    const row = rows.get(cell.record);
    return row ? planCellEdit(cellRecord(row), cell, answers) : null;
  });
}

/** How each row will look when these plans are carried out. */
export function foretoldBy(
  cells: readonly BlockCell[],
  { rows, plans }: { rows: ReadonlyMap<string, RecordRow>; plans: readonly (CellPlan | null)[] },
): Foretold {
  const changesByRecord = new Map<string, CellChange[]>();
  for (const [index, { record }] of cells.entries()) {
    const plan = plans[index];
    if (!plan || !('change' in plan)) continue;
    const changes = changesByRecord.get(record);
    if (changes) changes.push(plan.change);
    else changesByRecord.set(record, [plan.change]);
  }
  return [...changesByRecord].flatMap(([id, changes]) => {
    const row = rows.get(id);
    return row ? [{ row, change: (before: RecordRow) => changes.reduce(changed, before) }] : [];
  });
}

/** The newest value somebody else wrote is what the person has seen by now: the cell may be written over it. */
export function withNewerSeen(cell: BlockCell, problem: Readonly<Record<string, unknown>>): BlockCell {
  const { code, current, version } = problem;
  if (code === 'quantity.moved' && typeof current === 'number') return { ...cell, seen: current };
  if (code === 'cell.moved' && typeof version === 'number') return { ...cell, version, seen: undefined };
  return cell;
}

/** Of very many codes a row holds the first fifty: then only its version tells what was seen. */
function seenIn(row: RecordRow, field: CellField): SentCell['seen'] {
  if (field !== 'codes') return row[field];
  return row.codes.length === row.codeCount ? row.codes.map(({ code }) => code) : undefined;
}

function cellRecord(row: RecordRow): CellRecord {
  return { ...row, codes: row.codes.map(({ code }) => ({ text: code })) };
}

function changed(row: RecordRow, change: CellChange): RecordRow {
  switch (change.kind) {
    case 'text':
      return { ...row, [change.field]: change.after };
    case 'codes': {
      const kinds = new Map(row.codes.map(({ code, kind }) => [code, kind]));
      const codes = change.codes.map(({ text }) => ({
        code: text,
        kind: kinds.get(text) ?? ('label' as const),
      }));
      return { ...row, codes, codeCount: codes.length };
    }
    case 'quantity': {
      // The unit itself stays one; the others become records of their own.
      if (change.plan.kind === 'add-units') return row;
      const { quantity } = change.plan;
      return { ...row, quantity, tracking: trackingOf({ quantity }) };
    }
  }
}
