import type { OperationRow } from '#contract/conversions.ts';
import { OPERATION_TYPES, isUndoable } from '#domain/operation.ts';
import { invariant } from '#domain/result.ts';
import type { StoredOperation } from '#server/store/operations.ts';

/** An operation as Activity and every record's history show it: who, when, what, and whether it is undone. */
export function operationAnswer(operation: StoredOperation): OperationRow {
  const { id, at, subject, undoes, isUndone, personName, recordCount } = operation;
  const type = OPERATION_TYPES.find((one) => one === operation.type);
  invariant(type !== undefined, 'operations are stored under their known types');
  return {
    id,
    type,
    at,
    person: personName,
    subject,
    records: recordCount,
    undoes,
    isUndone,
    isUndoable: isUndoable(type),
  };
}
