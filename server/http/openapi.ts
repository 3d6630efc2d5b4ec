import { z } from 'zod';
import type { Operation } from '#contract/operation.ts';
import { OPERATIONS } from '#contract/operations.ts';
import { problem } from '#contract/problem.ts';
import { REFUSALS } from '#contract/refusals.ts';

type Json = Record<string, unknown>;

/** The contract as OpenAPI 3.1, written from the same objects that the server parses and the browser calls by. */
export function openApiDocument(version: string): Json {
  const schemas: Json = {};
  const shape = (schema: z.ZodType, io: 'input' | 'output') => hoist(schema, { io, schemas });
  shape(problem, 'output');
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    const path = (paths[operation.path] ??= {});
    path[operation.method] = describe(operation, shape);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Granary',
      version,
      description:
        'Inventory of serialized and bulk stock with its ledger. Errors are RFC 9457 with a stable `code`. Unknown fields are refused.',
    },
    paths,
    components: { schemas },
  };
}

type Shape = (schema: z.ZodType, io: 'input' | 'output') => Json;

function describe(operation: Operation, shape: Shape): Json {
  const { operationId, summary, tag } = operation;
  return {
    ...{ operationId, summary, tags: [tag] },
    ...(operation.needs ? { description: `Takes the permission \`${operation.needs}\`.` } : {}),
    parameters: parametersOf(operation, shape),
    ...bodyOf(operation, shape),
    responses: { ...successOf(operation, shape), ...problemsOf(operation) },
  };
}

function parametersOf(operation: Operation, shape: Shape): Json[] {
  const named = (schema: z.ZodType, place: 'path' | 'query') => {
    const { properties = {}, required = [] } = shape(schema, place === 'path' ? 'output' : 'input') as ObjectShape;
    const exact = (shape(schema, 'output') as ObjectShape).properties ?? {};
    return Object.keys(properties).map((name) => ({
      ...{ name, in: place, required: place === 'path' || required.includes(name), schema: exact[name] },
    }));
  };
  const header = (name: string, required: boolean, description: string) => ({
    ...{ name, in: 'header', required, description, schema: { type: 'string' } },
  });
  return [
    ...named(operation.params, 'path'),
    ...named(operation.query, 'query'),
    ...(operation.effect === 'write' ? [header('Idempotency-Key', true, 'A new text for each new request; repeated with it.')] : []),
    ...(operation.version === 'none' ? [] : [header('If-Match', operation.version === 'required', 'The version seen, as in the ETag.')]),
  ];
}

interface ObjectShape {
  properties?: Record<string, Json>;
  required?: string[];
}

function bodyOf(operation: Operation, shape: Shape): Json {
  if (operation.bodyType === 'none') return {};
  const type = operation.bodyType === 'json' ? 'application/json' : 'multipart/form-data';
  const example = operation.example === undefined ? {} : { example: operation.example };
  return { requestBody: { required: true, content: { [type]: { schema: shape(operation.body, 'input'), ...example } } } };
}

function successOf(operation: Operation, shape: Shape): Json {
  const type = operation.answerType === 'csv' ? 'text/csv' : 'application/json';
  const content = { [type]: { schema: shape(operation.answer, 'output') } };
  return { [operation.status]: { description: 'Done', content } };
}

function problemsOf(operation: Operation): Json {
  const general = ['request.invalid', ...(operation.effect === 'write' ? WRITE_REFUSALS : []), ...(operation.needs ? ['forbidden'] : [])];
  const body = operation.bodyType === 'none' ? [] : BODY_REFUSALS;
  const codes = [...new Set([...general, ...body, ...operation.refusals])] as (keyof typeof REFUSALS)[];
  const byStatus = Map.groupBy(codes, (code) => REFUSALS[code].status);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [status, { description: list.map((code) => `\`${code}\`: ${REFUSALS[code].title}`).join('; '), content }]),
  );
}

const WRITE_REFUSALS = ['idempotency.missing', 'idempotency.reused'] as const;
const BODY_REFUSALS = ['request.unreadable', 'request.too-large', 'request.media-type'] as const;

/** A schema as JSON, its named parts moved to the components that all operations share. */
function hoist(schema: z.ZodType, { io, schemas }: { io: 'input' | 'output'; schemas: Json }): Json {
  const { $defs, $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: asFile }) as Json;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Json)) schemas[name] ??= withoutId(relink(definition));
  const own = json['id'];
  if (typeof own !== 'string') return relink(json) as Json;
  schemas[own] ??= withoutId(relink(json));
  return { $ref: `#/components/schemas/${own}` };
}

/** A file in a multipart body. */
function asFile({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: Json }): void {
  if (zodSchema._zod.def.type === 'custom') Object.assign(jsonSchema, { type: 'string', format: 'binary' });
}

function relink(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relink);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : relink(inner),
    ]),
  );
}

function withoutId(value: unknown): unknown {
  const { id: _, ...rest } = value as Json;
  return rest;
}
