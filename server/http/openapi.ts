import { z } from 'zod';
import type { Operation } from '#contract/operation.ts';
import { OPERATIONS } from '#contract/operations.ts';
import { problem } from '#contract/problem.ts';
import { REFUSALS, type RefusalCode } from '#contract/refusals.ts';

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
    operationId,
    summary,
    tags: [tag],
    ...(operation.needs ? { description: `Takes the permission \`${operation.needs}\`.` } : {}),
    parameters: parametersOf(operation, shape),
    ...bodyOf(operation, shape),
    responses: { ...successOf(operation, shape), ...problemsOf(operation) },
  };
}

function parametersOf(operation: Operation, shape: Shape): Json[] {
  return [
    ...namedParameters(operation.params, { place: 'path', shape }),
    ...namedParameters(operation.query, { place: 'query', shape }),
    ...(operation.effect === 'write'
      ? [header('Idempotency-Key', { required: true, description: KEY_MEANING })]
      : []),
    ...(operation.version === 'none'
      ? []
      : [header('If-Match', { required: operation.version === 'required', description: VERSION_MEANING })]),
  ];
}

const KEY_MEANING = 'A new text for each new request; repeated with it.';
const VERSION_MEANING = 'The version seen, as in the ETag.';

function header(name: string, given: { required: boolean; description: string }): Json {
  return { name, in: 'header', ...given, schema: { type: 'string' } };
}

/** A parameter is required by what may be sent, and shaped by what is understood: defaults show in the second only. */
function namedParameters(
  schema: z.ZodType,
  { place, shape }: { place: 'path' | 'query'; shape: Shape },
): Json[] {
  const sent: ObjectShape = shape(schema, 'input');
  const understood: ObjectShape = shape(schema, 'output');
  const names = Object.keys(understood.properties ?? {});
  const isRequired = (name: string) => place === 'path' || (sent.required ?? []).includes(name);
  return names.map((name) => ({
    name,
    in: place,
    required: isRequired(name),
    schema: understood.properties?.[name],
  }));
}

interface ObjectShape {
  properties?: Record<string, Json>;
  required?: string[];
}

function bodyOf(operation: Operation, shape: Shape): Json {
  if (operation.bodyType === 'none') return {};
  const type = operation.bodyType === 'json' ? 'application/json' : 'multipart/form-data';
  const example = operation.example === undefined ? {} : { example: operation.example };
  return {
    requestBody: {
      required: true,
      content: { [type]: { schema: shape(operation.body, 'input'), ...example } },
    },
  };
}

function successOf(operation: Operation, shape: Shape): Json {
  const type = MEDIA_TYPE[operation.answerType];
  const content = { [type]: { schema: shape(operation.answer, 'output') } };
  return { [operation.status]: { description: 'Done', content } };
}

const MEDIA_TYPE = { json: 'application/json', csv: 'text/csv', file: 'application/octet-stream' } as const;

function problemsOf(operation: Operation): Json {
  const general: RefusalCode[] = ['request.invalid'];
  if (operation.effect === 'write') general.push(...WRITE_REFUSALS);
  if (operation.needs) general.push('forbidden');
  const body = operation.bodyType === 'none' ? [] : BODY_REFUSALS;
  const codes = [...new Set<RefusalCode>([...general, ...body, ...operation.refusals])];
  const byStatus = Map.groupBy(codes, (code) => REFUSALS[code].status);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      { description: list.map((code) => `\`${code}\`: ${REFUSALS[code].title}`).join('; '), content },
    ]),
  );
}

const WRITE_REFUSALS = ['idempotency.missing', 'idempotency.reused'] as const;
const BODY_REFUSALS = ['request.unreadable', 'request.too-large', 'request.media-type'] as const;

/** A schema as JSON, its named parts moved to the components that all operations share. */
function hoist(schema: z.ZodType, { io, schemas }: { io: 'input' | 'output'; schemas: Json }): Json {
  const {
    $defs = {},
    $schema: _,
    ...json
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: asFile });
  for (const [name, definition] of Object.entries($defs)) schemas[name] ??= withoutId(relinked(definition));
  if (json.id === undefined) return relinked(json);
  schemas[json.id] ??= withoutId(relinked(json));
  return { $ref: `#/components/schemas/${json.id}` };
}

/** A file in a multipart body. */
function asFile({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: Json }): void {
  if (zodSchema._zod.def.type === 'custom') Object.assign(jsonSchema, { type: 'string', format: 'binary' });
}

/** The same with every reference pointing at the shared components. */
function relinked(json: object): Json {
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, relink(key, value)]));
}

function relink(key: string, value: unknown): unknown {
  if (key === '$ref' && typeof value === 'string') return value.replace('#/$defs/', '#/components/schemas/');
  if (Array.isArray(value)) return value.map((item) => relink('', item));
  return typeof value === 'object' && value !== null ? relinked(value) : value;
}

function withoutId(json: Json): Json {
  const { id: _, ...rest } = json;
  return rest;
}
