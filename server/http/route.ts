import type { Context as HonoContext, Hono } from 'hono';
import type { AnswerOf, BodyOf, Operation, ParamsOf, QueryOf } from '#contract/operation.ts';
import { type Person, whyForbidden } from '#domain/access.ts';
import type { WriteRequest } from '#server/usecases/context.ts';
import type { Outcome } from '#server/usecases/context.ts';
import { fault } from '#domain/refusal.ts';
import { refuse } from '#domain/result.ts';
import type { AppContext } from './createApp.ts';
import { faultsResponse } from './problem.ts';
import { FileAnswer } from './fileAnswer.ts';
import { type ParsedRequest, parseRequest } from './parseRequest.ts';

export interface Asked<O extends Operation> {
  params: ParamsOf<O>;
  query: QueryOf<O>;
  body: BodyOf<O>;
  person: Person;
  /** The version named in If-Match, or null. */
  seenVersion: number | null;
  /** What every write needs: who, and the key under which its answer is kept. */
  write: WriteRequest;
  /** Aborted when whoever asked goes away before the answer. */
  signal: AbortSignal;
}

export type Handler<O extends Operation> = (asked: Asked<O>) => Promise<Outcome<AnswerOf<O>>>;

/**
 * Serves one operation of the contract: parse, check the permission, ask one use case, reply.
 * Handlers answer values; refusals become HTTP here and nowhere else.
 */
export function serve<O extends Operation>(
  app: Hono,
  context: AppContext,
  { operation, handler }: { operation: O; handler: Handler<O> },
): void {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
  app.on(operation.method.toUpperCase(), path, async (c) => {
    const person = await context.identify(c.req.raw);
    const parsed = await parseRequest(c, operation);
    if (parsed instanceof Response) return parsed;
    const forbidden = operation.needs ? whyForbidden(person.role, operation.needs) : null;
    const outcome = forbidden
      ? refuse([fault(forbidden)])
      : await handler(askedBy<O>(parsed, { person, signal: c.req.raw.signal }));
    if (!outcome.ok) return faultsResponse(context.store.read, { faults: outcome.refusal, person });
    return reply(c, { operation, answer: outcome.value });
  });
}

function askedBy<O extends Operation>(
  parsed: ParsedRequest,
  { person, signal }: { person: Person; signal: AbortSignal },
): Asked<O> {
  const { params, query, body, seenVersion, idempotencyKey, requestHash } = parsed;
  return {
    // parseRequest has parsed these three with this operation's own schemas.
    params: params as ParamsOf<O>, // by operation.params
    query: query as QueryOf<O>, // by operation.query
    body: body as BodyOf<O>, // by operation.body
    person,
    seenVersion,
    signal,
    write: { person, idempotencyKey, requestHash },
  };
}

function reply(c: HonoContext, { operation, answer }: { operation: Operation; answer: unknown }): Response {
  if (operation.answerType === 'csv') {
    return c.body(String(answer), operation.status, { 'Content-Type': 'text/csv; charset=utf-8' });
  }
  if (answer instanceof FileAnswer) return answer.response();
  const version = versionOf(answer);
  if (version !== null) c.header('ETag', `"${version}"`);
  return c.json(answer, operation.status);
}

/** A record's version, or that of the record in an answer. */
function versionOf(answer: unknown): number | null {
  if (typeof answer !== 'object' || answer === null) return null;
  if ('version' in answer && typeof answer.version === 'number') return answer.version;
  return 'record' in answer ? versionOf(answer.record) : null;
}
