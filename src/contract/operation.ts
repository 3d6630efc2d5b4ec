import type { z } from 'zod';
import type { Permission } from '#domain/access.ts';
import type { RefusalCode } from './refusals.ts';

type ObjectSchema = z.ZodType<Record<string, unknown>>;

/**
 * One operation of the API, said once: the server parses and routes by it, the browser calls by it, and OpenAPI is
 * written from it.
 */
export interface Operation<
  Params extends ObjectSchema = ObjectSchema,
  Query extends ObjectSchema = ObjectSchema,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  operationId: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{id}` for parameters, as OpenAPI writes it. */
  path: string;
  summary: string;
  tag:
    | 'records'
    | 'codes'
    | 'ledger'
    | 'conversions'
    | 'profitability'
    | 'exports'
    | 'imports'
    | 'views'
    | 'system';
  params: Params;
  query: Query;
  body: Body;
  /** `none`: no body. `files`: multipart/form-data, each field a text or a file. */
  bodyType: 'none' | 'json' | 'files';
  answer: Answer;
  /** `file`: whatever the request asks for, to be kept: the browser follows a link to it. */
  answerType: 'json' | 'csv' | 'file';
  status: 200 | 201;
  /** A write takes an Idempotency-Key; a `versioned` one names the version it saw, in If-Match. */
  effect: 'read' | 'write';
  version: 'none' | 'optional' | 'required';
  needs: Permission | null;
  refusals: readonly RefusalCode[];
  example?: unknown;
}

export type ParamsOf<O extends Operation> = z.output<O['params']>;
export type QueryOf<O extends Operation> = z.output<O['query']>;
export type BodyOf<O extends Operation> = z.output<O['body']>;
export type AnswerOf<O extends Operation> = z.output<O['answer']>;
/** What a caller gives: defaults may be left out. */
export type QueryInput<O extends Operation> = z.input<O['query']>;
export type BodyInput<O extends Operation> = z.input<O['body']>;
