import { type AdjustmentReason } from './adjustment.ts';
import {
  type CellField,
  type CellPlan,
  type CellRecord,
  type QuantityAnswers,
  planCellEdit,
  planCodeList,
} from './cellEdit.ts';

/** One change that is asked of many records at once. */
export type BulkChange =
  | { kind: 'text'; field: 'category' | 'location' | 'sku'; text: string }
  /** `+5`, `-3`, `0`. */
  | { kind: 'quantity'; text: string }
  /** Put before each stock code of the record. */
  | { kind: 'codePrefix'; prefix: string }
  /** All units leave: the record closes, keeps its history and codes, and can be opened again. */
  | { kind: 'archive'; reason: AdjustmentReason };

/** The cell that a change is about. */
export function bulkField(change: BulkChange): CellField {
  switch (change.kind) {
    case 'text':
      return change.field;
    case 'codePrefix':
      return 'codes';
    case 'quantity':
    case 'archive':
      return 'quantity';
  }
}

/**
 * What the change comes to on one record, by the rules of its cell. It is asked of the record as it stands: a bulk edit
 * has seen no single value. Awkward case: a record without codes has none to put a prefix before, and stays the same.
 */
export function planBulkChange(record: CellRecord, change: BulkChange, answers: QuantityAnswers): CellPlan {
  const field = bulkField(change);
  const { version } = record;
  switch (change.kind) {
    case 'text':
      return planCellEdit(record, { field, text: change.text, version }, answers);
    case 'quantity':
      return planCellEdit(record, { field, text: change.text, version }, answers);
    case 'archive':
      return planCellEdit(record, { field, text: '0', version }, { close: change.reason });
    case 'codePrefix': {
      const prefix = change.prefix.trimStart();
      if (prefix.trim() === '') return { verdict: 'invalid', refusal: { code: 'text.empty' } };
      return planCodeList(
        record,
        { field, version },
        record.codes.map(({ text }) => prefix + text),
      );
    }
  }
}
