import { z } from 'zod';
import type { Permission } from '#domain/access.ts';
import type { Operation } from './operation.ts';
import type { RefusalCode } from './refusals.ts';

type ObjectSchema = z.ZodType<Record<string, unknown>>;
const NOTHING = z.strictObject({});

interface Common<A extends z.ZodType> {
  operationId: string;
  path: string;
  summary: string;
  tag: Operation['tag'];
  answer: A;
  needs?: Permission | null;
  refusals?: readonly RefusalCode[];
}

interface ReadGiven<P extends ObjectSchema, Q extends ObjectSchema, A extends z.ZodType> extends Common<A> {
  params?: P;
  query?: Q;
  answerType?: Operation['answerType'];
}

interface WriteGiven<
  P extends ObjectSchema,
  Q extends ObjectSchema,
  B extends z.ZodType,
  A extends z.ZodType,
> extends Common<A> {
  query?: Q;
  method: 'post' | 'put' | 'patch' | 'delete';
  params?: P;
  body?: B;
  bodyType?: 'none' | 'json' | 'files';
  status?: 200 | 201;
  version?: 'optional' | 'required';
  example?: unknown;
}

/** A question: changes nothing, may be asked again at any time. */
export function defineRead<
  A extends z.ZodType,
  P extends ObjectSchema = typeof NOTHING,
  Q extends ObjectSchema = typeof NOTHING,
>(given: ReadGiven<P, Q, A>) {
  return {
    needs: 'records.see',
    refusals: [],
    answerType: 'json',
    params: NOTHING as unknown as P, // the default of P when none is given
    query: NOTHING as unknown as Q, // the default of Q when none is given
    ...given,
    method: 'get',
    body: NOTHING,
    bodyType: 'none',
    status: 200,
    effect: 'read',
    version: 'none',
  } as const satisfies Operation<P, Q>;
}

/** A change: takes an Idempotency-Key, is done once however often it is sent, and answers with its operation. */
export function defineWrite<
  A extends z.ZodType,
  P extends ObjectSchema = typeof NOTHING,
  B extends z.ZodType = typeof NOTHING,
  Q extends ObjectSchema = typeof NOTHING,
>(given: WriteGiven<P, Q, B, A>) {
  return {
    needs: 'records.edit',
    refusals: [],
    status: 200,
    version: 'none',
    bodyType: given.body ? 'json' : 'none',
    params: NOTHING as unknown as P, // the default of P when none is given
    query: NOTHING as unknown as Q, // the default of Q when none is given
    body: NOTHING as unknown as B, // the default of B when none is given
    ...given,
    answerType: 'json',
    effect: 'write',
  } as const satisfies Operation<P, Q, B>;
}
