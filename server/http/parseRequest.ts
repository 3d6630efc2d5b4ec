import type { Context as HonoContext } from 'hono';
import type { z } from 'zod';
import type { Operation } from '#contract/operation.ts';
import { issuesOf } from './issues.ts';
import { problemResponse } from './problem.ts';

export interface ParsedRequest {
  params: unknown;
  query: unknown;
  body: unknown;
  seenVersion: number | null;
  idempotencyKey: string;
  requestHash: string;
}

/** The request in the contract's types, or the problem with it. Nothing from outside is used before this. */
export async function parseRequest(c: HonoContext, operation: Operation): Promise<ParsedRequest | Response> {
  const body = await readBody(c, operation);
  if (body instanceof Response) return body;
  const idempotencyKey = c.req.header('Idempotency-Key') ?? '';
  const isWrite = operation.effect === 'write';
  if (isWrite && !/^[\x21-\x7e]{1,200}$/.test(idempotencyKey))
    return problemResponse({ code: 'idempotency.missing' });
  const params = operation.params.safeParse(c.req.param());
  const query = operation.query.safeParse(queryOf(c));
  const parsedBody = operation.body.safeParse(body.value);
  if (!params.success || !query.success || !parsedBody.success) {
    const errors = [...issues(params, 'path'), ...issues(query, 'query'), ...issues(parsedBody, 'body')];
    return problemResponse({ code: 'request.invalid', errors });
  }
  const ifMatch = c.req.header('If-Match');
  const seenVersion = ifMatch === undefined ? null : versionOf(ifMatch);
  if (Number.isNaN(seenVersion))
    return problemResponse({ code: 'request.invalid', errors: [IF_MATCH_ISSUE] });
  const hashed = [operation.method, c.req.path, ifMatch ?? '', ...body.hashed];
  const requestHash = isWrite ? await hashOf(hashed) : '';
  return {
    params: params.data,
    query: query.data,
    body: parsedBody.data,
    seenVersion,
    idempotencyKey,
    requestHash,
  };
}

const IF_MATCH_ISSUE = {
  pointer: '',
  code: 'if-match',
  detail: 'If-Match takes one version as in the ETag, such as "3".',
};

function issues(result: z.ZodSafeParseResult<unknown>, part: 'path' | 'query' | 'body') {
  return result.success ? [] : issuesOf(result.error, part);
}

function queryOf(c: HonoContext): Record<string, string | string[]> {
  const entries = Object.entries(c.req.queries());
  return Object.fromEntries(
    entries.map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

interface Body {
  value: unknown;
  /** What makes this body the same as another: never the boundary of a multipart body, which differs each time. */
  hashed: (string | ArrayBuffer)[];
}

async function readBody(c: HonoContext, operation: Operation): Promise<Body | Response> {
  if (operation.bodyType === 'none') return { value: {}, hashed: [] };
  const type = c.req.header('Content-Type') ?? '';
  if (operation.bodyType === 'files') {
    if (!type.startsWith('multipart/form-data'))
      return problemResponse({ code: 'request.media-type', expected: 'multipart/form-data' });
    return readFiles(c);
  }
  if (!/^application\/([\w.-]+\+)?json\b/.test(type))
    return problemResponse({ code: 'request.media-type', expected: 'application/json' });
  const text = decode(await c.req.arrayBuffer());
  const value = text === null ? undefined : parseJson(text);
  if (text === null || value === undefined) return problemResponse({ code: 'request.unreadable' });
  return { value, hashed: [text] };
}

async function readFiles(c: HonoContext): Promise<Body | Response> {
  try {
    const value: Record<string, unknown> = await c.req.parseBody();
    const hashed: Body['hashed'] = [];
    for (const [name, part] of Object.entries(value))
      hashed.push(name, part instanceof Blob ? await part.arrayBuffer() : String(part));
    return { value, hashed };
  } catch {
    // A body that is cut off or no multipart at all; which of the two does not matter to the sender.
    return problemResponse({ code: 'request.unreadable' });
  }
}

function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null; // not UTF-8: answered as unreadable
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // not JSON: answered as unreadable
  }
}

function versionOf(header: string): number {
  const match = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header.trim());
  return match ? Number(match[1]) : Number.NaN;
}

async function hashOf(parts: readonly (string | ArrayBuffer)[]): Promise<string> {
  const blob = new Blob(parts.flatMap((part) => [part, '\n']));
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
