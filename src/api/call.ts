import type { AnswerOf, BodyInput, Operation, ParamsOf, QueryInput } from '#contract/operation.ts';
import { problem } from '#contract/problem.ts';
import { reportConnection } from './connection.ts';
import { newKey } from './newKey.ts';
import { ProblemError } from './problemError.ts';

export interface CallInput<O extends Operation> {
  params?: ParamsOf<O> | undefined;
  query?: QueryInput<O> | undefined;
  body?: BodyInput<O> | undefined;
  /** The version of the record that the person saw. */
  ifMatch?: number | undefined;
  /** Of the intent, not of the attempt: a repeated attempt gives the same one. */
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * The only way to the server. Answers what the contract promises, or throws a `ProblemError`; an aborted call throws
 * the abort itself.
 */
export async function call<O extends Operation>(
  operation: O,
  input: CallInput<O> = {},
): Promise<AnswerOf<O>> {
  const response = await send(operation, input);
  if (!response.ok) throw await readProblem(response);
  const answer: unknown = operation.answerType === 'csv' ? await response.text() : await readJson(response);
  const parsed = operation.answer.safeParse(answer);
  if (parsed.success) return parsed.data as AnswerOf<O>; // the schema of this very operation has just checked it
  const [issue] = parsed.error.issues;
  const where = `${operation.operationId} ${issue?.path.join('.') ?? ''}`;
  throw new ProblemError({
    code: 'answer.unexpected',
    status: response.status,
    detail: `${where}: ${issue?.message ?? ''}`,
  });
}

interface UrlParts {
  params?: Readonly<Record<string, unknown>> | undefined;
  query?: object | undefined;
}

/** The address of an operation; repeated parameters mean "or". Also for links that the browser follows by itself. */
export function callUrl(operation: Operation, { params = {}, query = {} }: UrlParts): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries<unknown>({ ...query })) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) search.append(name, String(item));
    }
  }
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

async function send<O extends Operation>(operation: O, input: CallInput<O>): Promise<Response> {
  const { ifMatch, signal } = input;
  const headers = new Headers({ accept: operation.answerType === 'csv' ? 'text/csv' : 'application/json' });
  if (operation.bodyType === 'json') headers.set('content-type', 'application/json');
  if (operation.effect === 'write') headers.set('idempotency-key', input.idempotencyKey ?? newKey());
  if (ifMatch !== undefined) headers.set('if-match', `"${String(ifMatch)}"`);
  const init: RequestInit = {
    method: operation.method.toUpperCase(),
    headers,
    body: bodyOf(operation, input.body),
    credentials: 'same-origin',
  };
  if (signal) init.signal = signal;
  try {
    const response = await fetch(
      callUrl(operation, { params: input.params, query: input.query ?? {} }),
      init,
    );
    reportConnection('connected');
    return response;
  } catch (fault) {
    if (signal?.aborted) throw fault;
    reportConnection('unreachable');
    const detail = fault instanceof Error ? fault.message : String(fault);
    throw new ProblemError({ code: 'network.unreachable', status: 0, detail });
  }
}

function bodyOf(operation: Operation, body: unknown): BodyInit | null {
  switch (operation.bodyType) {
    case 'none':
      return null;
    case 'json':
      return JSON.stringify(body);
    case 'files':
      return formOf(body);
  }
}

function formOf(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {})) {
    if (value instanceof Blob) form.append(name, value);
    else if (value !== undefined) form.append(name, String(value));
  }
  return form;
}

async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  try {
    return await response.json();
  } catch {
    throw new ProblemError({
      code: 'answer.unexpected',
      status: response.status,
      detail: 'The answer is not JSON',
    });
  }
}

/** A proxy before the server answers in its own words: then the status is all there is. */
async function readProblem(response: Response): Promise<ProblemError> {
  const text = await response.text();
  const parsed = problem.safeParse(jsonOrNull(text));
  if (!parsed.success)
    return new ProblemError({ code: 'server.fault', status: response.status, detail: response.statusText });
  const { code, status, detail, errors = [], type: _type, title: _title, ...facts } = parsed.data;
  return new ProblemError({ code, status, detail, facts, errors });
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
