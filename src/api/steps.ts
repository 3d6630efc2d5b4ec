/** Where something was done in the table. */
export interface StepPlace {
  recordId: string;
  columnId: string;
  /** It made records, which go and come back with it. */
  isMaking?: boolean;
}

/** A step that was answered. */
export interface DoneStep {
  place: StepPlace;
  operationId: string;
}

/** One thing this person did since the page was opened; null if it was refused, or changed nothing. */
export interface Step {
  ended: Promise<DoneStep | null>;
}

/** More than a day's work; an id each. */
const MOST_STEPS = 2000;

const done: Step[] = [];
let undone: Step[] = [];

/** Notes in the order of doing, not of answering, what can be undone. The returned function tells how it ended. */
export function beginStep(): (ended: DoneStep | null) => void {
  const { promise, resolve } = Promise.withResolvers<DoneStep | null>();
  done.push({ ended: promise });
  if (done.length > MOST_STEPS) done.shift();
  undone = [];
  return resolve;
}

/** The step that undo or redo is about, taken off its pile; null when there is none. */
export function takeStep(way: 'undo' | 'redo'): Step | null {
  return (way === 'undo' ? done : undone).pop() ?? null;
}

/** Puts a step where the other way finds it, or back where it was. */
export function keepStep(step: Step, way: 'undo' | 'redo'): void {
  (way === 'undo' ? done : undone).push(step);
}
