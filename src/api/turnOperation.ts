import { type StandsInTheWay, standsInTheWay, useRedo, useUndo } from './conversions.ts';
import type { ProblemError } from './problemError.ts';

export type Way = 'undo' | 'redo';

export interface Turning {
  isBusy: boolean;
  /** What was done last here; null at the start and after a refusal. */
  done: Way | null;
  refused: { way: Way; problem: ProblemError; inTheWay: StandsInTheWay | null } | null;
  turn(way: Way): void;
}

/** Taking one operation back and doing it again, as often as a person likes. */
export function useTurnOperation(operationId: string): Turning {
  const undo = useUndo();
  const redo = useRedo();
  const last = undo.submittedAt >= redo.submittedAt ? undo : redo;
  const way: Way = last === undo ? 'undo' : 'redo';
  const problem = last.error;
  return {
    isBusy: undo.isPending || redo.isPending,
    done: last.isSuccess ? way : null,
    refused: problem && { way, problem, inTheWay: standsInTheWay(problem) },
    turn: (next) => (next === 'undo' ? undo : redo).mutate(operationId),
  };
}
