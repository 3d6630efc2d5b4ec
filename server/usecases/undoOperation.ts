import { permissionToUndo, whyForbidden } from '#domain/access.ts';
import { isUndoable } from '#domain/operation.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { listHistoryOf } from '#server/store/history.ts';
import { type StoredOperation, findOperation, lastOfChain, lengthenChain } from '#server/store/operations.ts';
import { findRecordsWithCodes } from '#server/store/records.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { codesAfter, codesBefore, codesPutBack } from './historyFacts.ts';
import { reverseAll } from './reversal.ts';
import { type Touched, findBlocked } from './undoBlockers.ts';
import { type Operation, writeOnce } from './writeOnce.ts';

export interface Undone {
  operationId: string;
  /** The records that were put back. */
  recordIds: string[];
  /** Those of them that are not withdrawn, the first thousand. Missing in answers that were kept before there was this. */
  standingIds?: string[];
}

/** Of more records nobody asks to see what they are now. */
const MAX_STANDING = 1000;

/**
 * Takes an operation back as a whole, by a second operation that turns each of its lines round. Never over later work:
 * a refusal names what stands in the way. Nothing is deleted; what was made is withdrawn and keeps its history.
 */
export function undoOperation(
  context: Context,
  request: WriteRequest & { id: string },
): Promise<Outcome<Undone>> {
  return turnRound(context, { ...request, isUndo: true });
}

/** Does again what was undone: takes the taking back back, under the same conditions. */
export function redoOperation(
  context: Context,
  request: WriteRequest & { id: string },
): Promise<Outcome<Undone>> {
  return turnRound(context, { ...request, isUndo: false });
}

function turnRound(
  context: Context,
  request: WriteRequest & { id: string; isUndo: boolean },
): Promise<Outcome<Undone>> {
  return writeOnce(
    context,
    { ...request, type: request.isUndo ? 'undo' : 'redo', undoes: request.id },
    async (operation) => {
      const { transaction } = operation;
      const first = await findOperation(transaction, request.id);
      if (!first) return refuse([fault({ code: 'operation.missing', id: request.id })]);
      const forbidden = whyForbidden(request.person.role, permissionToUndo(first.type));
      if (forbidden) return refuse([fault(forbidden)]);
      if (!isUndoable(first.type))
        return refuse([fault({ code: 'operation.not-undoable', type: first.type })]);
      if (first.isUndone === request.isUndo) {
        return refuse([
          fault(request.isUndo ? { code: 'operation.already-undone' } : { code: 'operation.not-undone' }),
        ]);
      }
      const last = await lastOfChain(transaction, first);
      const done = await takeBack(operation, { first, last });
      if (done.ok) await lengthenChain(transaction, { first, last, next: operation.id });
      return done;
    },
  );
}

async function takeBack(
  operation: Operation,
  { first, last: undone }: { first: StoredOperation; last: StoredOperation },
): Promise<Outcome<Undone>> {
  const { transaction } = operation;
  const linesById = Map.groupBy(await listHistoryOf(transaction, undone.id), recordIdOf);
  const firstLines = Map.groupBy(
    undone.id === first.id ? [] : await listHistoryOf(transaction, first.id),
    recordIdOf,
  );
  const knownTo = first.isUndone ? codesAfter : codesBefore;
  const records = await findRecordsWithCodes(transaction, [...linesById.keys()]);
  const touched = [...linesById].flatMap(([id, lines]): Touched[] => {
    const record = records.get(id);
    if (!record) return [];
    const known = knownTo(firstLines.get(id) ?? []) ?? [];
    const held = record.codes.map(({ text }) => text);
    return [{ record, lines, known, codesBack: codesPutBack({ lines, known }, held) }];
  });
  const blocked = await findBlocked(transaction, { touched, operationId: undone.id });
  if (blocked) {
    const { record, blockers } = blocked;
    const refusal = {
      code: 'operation.superseded',
      recordId: record.id,
      recordName: record.name,
      blockers,
    } as const;
    return refuse([fault(refusal)]);
  }
  const after = await reverseAll(operation, { touched, undone });
  const standing = after.filter(({ isWithdrawn }) => !isWithdrawn).slice(0, MAX_STANDING);
  return accept({
    operationId: operation.id,
    recordIds: [...linesById.keys()],
    standingIds: standing.map(({ id }) => id),
  });
}

const recordIdOf = ({ recordId }: { recordId: string }) => recordId;
