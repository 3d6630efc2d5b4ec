/** What people call the things they do: one per request that changed something. */
export const OPERATION_TYPES = [
  'create',
  'describe',
  'quantity',
  'codes',
  'batch',
  'entry',
  'void',
  'import',
  'serialize',
  'pool',
  'split',
  'merge',
  'reading',
  'sku',
  'undo',
  'redo',
] as const;

export type OperationType = (typeof OPERATION_TYPES)[number];

/** What one line of a record's history says was done to it. */
export const HISTORY_ACTIONS = [
  'created',
  'described',
  'quantity',
  'codes',
  'entry',
  'void',
  'import',
  'converted',
  'withdrawn',
  'reading',
] as const;

export type HistoryAction = (typeof HISTORY_ACTIONS)[number];

export const CONVERSION_TYPES = [
  'serialize',
  'pool',
  'split',
  'merge',
] as const satisfies readonly OperationType[];

/** Why an operation cannot be taken back now, with what stands in the way. */
export type UndoRefusal =
  | { code: 'operation.missing'; id: string }
  | { code: 'operation.already-undone' }
  | { code: 'operation.not-undone' }
  | { code: 'operation.not-undoable'; type: string }
  | { code: 'operation.superseded'; recordId: string; recordName: string; blockers: readonly UndoBlocker[] };

/** A later piece of work that depends on the operation. */
export interface UndoBlocker {
  what: 'quantity' | 'codes' | 'description' | 'entry' | 'conversion';
  operationId: string | null;
  /** What it was, for the person to recognise: an entry's kind and note, a field's present value. */
  detail: string;
}

/**
 * Operations of other types write files' worth of lines, are themselves a taking back, or are put right by doing them
 * anew: a reading is voided, a SKU's life set again.
 */
export function isUndoable(type: string): boolean {
  return !['import', 'reading', 'sku', 'undo', 'redo'].includes(type);
}
