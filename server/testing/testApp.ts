import type { Hono } from 'hono';
import type { Person, Role } from '#domain/access.ts';
import { createApp } from '#server/http/createApp.ts';
import type { Store } from '#server/store/store.ts';
import { type AnswerBody, parseAnswer } from './answerBody.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: AnswerBody;
}

export interface Asking {
  body?: unknown;
  form?: FormData;
  key?: string;
  version?: number;
  as?: Role;
  headers?: Record<string, string>;
}

export interface TestApp {
  app: Hono;
  store: Store;
  ask(method: string, path: string, asking?: Asking): Promise<Answer>;
}

/**
 * The real application on this store, with a clock that moves a second at each look and ids that count: two
 * databases asked the same things must give the same bytes.
 */
export function openTestApp(store: Store): TestApp {
  let ticks = 0;
  let made = 0;
  let keys = 0;
  const app = createApp({
    store,
    clock: () => new Date(Date.UTC(2026, 10, 23, 8) + 1000 * ticks++).toISOString(),
    ids: () => `id-${String(made++).padStart(9, '0')}`,
    version: 'test',
    identify: (request) => Promise.resolve(personOf(request.headers.get('X-Test-Role'))),
    report: (fault) => {
      throw fault;
    },
  });
  const ask = async (method: string, path: string, asking: Asking = {}) => {
    const { body, form, key, version, as, headers } = asking;
    const request = new Request(`http://test${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'Idempotency-Key': key ?? `key-${keys++}` }),
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
        ...(as ? { 'X-Test-Role': as } : {}),
        ...headers,
      },
      ...(form
        ? { body: form }
        : body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const response = await app.fetch(request);
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: parseAnswer(isJson ? text : 'null'),
    };
  };
  return { app, store, ask };
}

function personOf(role: string | null): Person {
  const known = (['viewer', 'staff', 'manager'] as const).find((one) => one === role) ?? 'admin';
  return { id: `person-${known}`, name: known, role: known };
}
