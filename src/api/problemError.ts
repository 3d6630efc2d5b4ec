export interface FieldProblem {
  /** JSON pointer into the request body: `/codes/2`. */
  pointer: string;
  code: string;
  detail: string;
  /** What explains it: `max`, `length`, `ownerName`. */
  [fact: string]: unknown;
}

export interface ProblemGiven {
  code: string;
  status: number;
  detail: string;
  facts?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldProblem[];
}

/** The one error a caller of the API meets: a refusal with its facts, or why there was no answer. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /**
   * A code of the contract's refusals (a newer server may know more), or `network.unreachable`, `server.fault`,
   * `answer.unexpected` for what goes wrong on the way.
   */
  readonly code: string;
  /** 0 where no answer came. */
  readonly status: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldProblem[];

  constructor({ code, status, detail, facts = {}, errors = [] }: ProblemGiven) {
    super(detail);
    this.code = code;
    this.status = status;
    this.facts = facts;
    this.errors = errors;
  }
}

/** Anything thrown, as a problem: what is not one is a bug of ours and keeps its cause. */
export function problemOf(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  const fault = new ProblemError({ code: 'server.fault', status: 0, detail });
  fault.cause = thrown;
  return fault;
}

function isUnreachable(thrown: unknown): boolean {
  return thrown instanceof ProblemError && thrown.code === 'network.unreachable';
}

/** What a proxy says while the server behind it restarts. */
const PASSING = new Set([502, 503, 504]);

/** Will the same request be answered, if it is sent again soon? */
export function isPassing(thrown: unknown): boolean {
  return isUnreachable(thrown) || (thrown instanceof ProblemError && PASSING.has(thrown.status));
}

/** One line for each field at fault; a refusal without fields is one line with the pointer it names, or none. */
export function faultsOf(
  problem: ProblemError,
): { pointer: string; code: string; facts: Readonly<Record<string, unknown>> }[] {
  if (problem.errors.length > 0) {
    return problem.errors.map((error) => ({ ...error, facts: { ...problem.facts, ...error } }));
  }
  const { pointer } = problem.facts;
  return [{ pointer: typeof pointer === 'string' ? pointer : '', code: problem.code, facts: problem.facts }];
}
