import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { redoOperation, undoOperation } from '#contract/conversions.ts';
import type { AnswerOf } from '#contract/operation.ts';
import { call } from './call.ts';
import { outdateOperations } from './conversions.ts';
import { newKey } from './newKey.ts';
import { type ProblemError, problemOf } from './problemError.ts';
import { putRecords, recordKeys } from './recordCache.ts';
import { inOrderOfAll } from './recordOrder.ts';
import { type DoneStep, type Step, type StepPlace, keepStep, takeStep } from './steps.ts';
import { untilAnswered } from './untilAnswered.ts';
import type { Way } from './turnOperation.ts';

export type Turned =
  | { outcome: 'done'; place: StepPlace }
  /** It stays undone: the step is given up, and the one before it is next. */
  | { outcome: 'refused'; place: StepPlace; problem: ProblemError }
  | { outcome: 'nothing' };

let last: Promise<unknown> = Promise.resolve();

/** Undo and redo for a component. */
export function useTurnStep(): (way: Way) => Promise<Turned> {
  const client = useQueryClient();
  return (way) => turnStep(client, way);
}

/**
 * Takes back what this person did last in this session, or does it again. Keys pressed in a row are answered one after
 * the other; a step that is not answered yet is waited for.
 */
function turnStep(client: QueryClient, way: Way): Promise<Turned> {
  const turned = last.then(() => turnNext(client, way));
  last = turned;
  return turned;
}

async function turnNext(client: QueryClient, way: Way): Promise<Turned> {
  for (let step = takeStep(way); step; step = takeStep(way)) {
    const done = await step.ended;
    // It was refused, or changed nothing: there is nothing to take back.
    const turned = done === null ? null : await turnKnown(client, { step, way, done });
    if (turned) return turned;
  }
  return { outcome: 'nothing' };
}

async function turnKnown(
  client: QueryClient,
  { step, way, done }: { step: Step; way: Way; done: DoneStep },
): Promise<Turned | null> {
  const { place, operationId } = done;
  const idempotencyKey = newKey();
  const operation = way === 'undo' ? undoOperation : redoOperation;
  try {
    const answer = await inOrderOfAll([place.recordId], () =>
      untilAnswered(() => call(operation, { params: { id: operationId }, idempotencyKey })),
    );
    keepStep(step, way === 'undo' ? 'redo' : 'undo');
    showTurned(client, answer, place);
    return { outcome: 'done', place };
  } catch (fault) {
    const problem = problemOf(fault);
    // Elsewhere, in the drawer or the list of activity, the same was done before.
    const isTurned = ['operation.already-undone', 'operation.not-undone'].includes(problem.code);
    return isTurned ? null : { outcome: 'refused', place, problem };
  }
}

/** The rows change in place; only where some come or go, or more changed than was told, is the list read anew. */
function showTurned(
  client: QueryClient,
  { records, recordIds }: AnswerOf<typeof undoOperation>,
  { isMaking }: StepPlace,
): void {
  if (isMaking === true) void client.invalidateQueries({ queryKey: recordKeys.all });
  else putRecords(client, records);
  if (recordIds.length > records.length) void client.invalidateQueries({ queryKey: recordKeys.windows });
  outdateOperations(client);
}
