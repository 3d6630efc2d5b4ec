import { beforeAll, expect, it } from 'vitest';
import { first } from '#server/testing/answerBody.ts';
import { describeEachStore } from '#server/testing/eachStore.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';

const ASTRAL = '😀';
const anyText: unknown = expect.any(String);

const money = (amount: unknown) => ({ amount, currency: 'EUR' });
const entry = (changes: object) => ({
  kind: 'repair',
  amount: money(100),
  occurredOn: '2026-11-20',
  ...changes,
});
const codes = (list: string[]) => ({ path: '/api/records', body: { name: 'x', quantity: 1, codes: list } });

describeEachStore('What bad input gets', (store) => {
  let app: TestApp;
  let id: string;

  beforeAll(async () => {
    app = openTestApp(store());
    const made = await app.ask('POST', '/api/records', {
      body: { name: 'Poles', quantity: 50, codes: ['Pole-1'] },
    });
    id = first(made.body.ids);
  });

  const cases: [
    string,
    () => { method?: string; path: string; body: unknown; version?: number },
    number,
    string,
    string?,
  ][] = [
    [
      'a quantity of −1',
      () => ({ path: '/api/records', body: { name: 'x', quantity: -1 } }),
      422,
      'quantity.invalid',
      '/quantity',
    ],
    [
      'a quantity of 1.5',
      () => ({ path: '/api/records', body: { name: 'x', quantity: 1.5 } }),
      422,
      'quantity.invalid',
      '/quantity',
    ],
    [
      'a quantity of 1e12',
      () => ({ path: '/api/records', body: { name: 'x', quantity: 1e12 } }),
      422,
      'quantity.invalid',
      '/quantity',
    ],
    [
      'a quantity of "abc"',
      () => ({ path: '/api/records', body: { name: 'x', quantity: 'abc' } }),
      400,
      'request.invalid',
      '/quantity',
    ],
    [
      'a set to −1',
      () => ({ path: `/api/records/${id}/adjustments`, body: { set: -1, seen: 50 }, version: 1 }),
      422,
      'quantity.invalid',
      '/set',
    ],
    [
      'a change below zero',
      () => ({ path: `/api/records/${id}/adjustments`, body: { change: -51, reason: 'lost' } }),
      422,
      'quantity.invalid',
      '/change',
    ],
    [
      'a reason that does not fit',
      () => ({ path: `/api/records/${id}/adjustments`, body: { change: 1, reason: 'sold' } }),
      422,
      'reason.unfit',
      '/reason',
    ],
    ['a code of 129 characters', () => codes(['a'.repeat(129)]), 422, 'code.too-long', '/codes/0'],
    ['a code of 129 astral characters', () => codes([ASTRAL.repeat(129)]), 422, 'code.too-long', '/codes/0'],
    ['a code with a control character', () => codes(['a\tb']), 422, 'code.control-character', '/codes/0'],
    ['a code with NUL', () => codes(['a\0b']), 422, 'code.control-character', '/codes/0'],
    ['a code with a lone surrogate', () => codes(['ok', 'a\ud800']), 422, 'code.broken-text', '/codes/1'],
    ['a code that exists in another case', () => codes(['POLE-1']), 409, 'code.taken', '/codes/0'],
    ['a code given twice', () => codes(['a', 'A ']), 422, 'code.repeated', '/codes/1'],
    [
      'a name with NUL',
      () => ({ path: '/api/records', body: { name: 'a\0b', quantity: 1 } }),
      422,
      'text.control-character',
      '/name',
    ],
    [
      'a name with a lone surrogate',
      () => ({ path: '/api/records', body: { name: 'a\udc00', quantity: 1 } }),
      422,
      'text.broken',
      '/name',
    ],
    ['an amount of 0', () => entries(entry({ amount: money(0) })), 422, 'amount.zero', '/amount/amount'],
    [
      'an amount of 12.345',
      () => entries(entry({ amount: money(12.345) })),
      422,
      'amount.invalid',
      '/amount/amount',
    ],
    [
      'an amount beyond 10^15',
      () => entries(entry({ amount: money(1e15 + 1) })),
      422,
      'amount.too-large',
      '/amount/amount',
    ],
    [
      'an amount in another currency',
      () => entries(entry({ amount: { amount: 1, currency: 'USD' } })),
      422,
      'amount.other-currency',
      '/amount/currency',
    ],
    [
      'a day that does not exist',
      () => entries(entry({ occurredOn: '2023-02-29' })),
      422,
      'day.invalid',
      '/occurredOn',
    ],
    ['an unknown kind', () => entries(entry({ kind: 'gift' })), 400, 'request.invalid', '/kind'],
    ['an unknown field', () => entries(entry({ colour: 'red' })), 400, 'request.invalid', '/colour'],
    [
      'an unknown field in a choice of shapes',
      () => ({ path: '/api/records', body: { name: 'x', quantity: 1, colour: 'red' } }),
      400,
      'request.invalid',
      '/colour',
    ],
    ['a body that is no JSON', () => ({ path: '/api/records', body: '{"name":' }), 400, 'request.unreadable'],
    [
      'a set without the version seen',
      () => ({ path: `/api/records/${id}/adjustments`, body: { set: 47, seen: 50 } }),
      428,
      'version.missing',
    ],
    [
      'a set of a version that has passed',
      () => ({ path: `/api/records/${id}/adjustments`, body: { set: 47, seen: 50 }, version: 9 }),
      412,
      'version.stale',
    ],
    [
      'new codes without the version seen',
      () => ({ method: 'PUT', path: `/api/records/${id}/codes`, body: { codes: [] } }),
      428,
      'version.missing',
    ],
    [
      'a record that is gone',
      () => ({ path: '/api/records/nobody/adjustments', body: { change: 1, reason: 'found' } }),
      404,
      'record.missing',
    ],
    [
      'an entry that is gone',
      () => ({ path: '/api/entries/nobody/void', body: { reason: 'x' } }),
      404,
      'entry.missing',
    ],
    ['an address that does not exist', () => ({ path: '/api/nowhere', body: {} }), 404, 'path.missing'],
  ];

  const entries = (body: unknown) => ({ path: `/api/records/${id}/entries`, body });

  it.each(cases)(
    'refuses %s with a problem, and writes nothing',
    async (_, asking, status, code, pointer) => {
      const before = await state();
      const { method = 'POST', path, ...rest } = asking();
      const answer = await app.ask(method, path, rest);
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
      expect(answer.body).toMatchObject({
        status,
        title: anyText,
        detail: anyText,
        type: `/api/docs#${code}`,
      });
      if (pointer) expect(answer.body.errors.map(({ pointer: at }) => at)).toContain(pointer);
      expect(await state()).toBe(before);
    },
  );

  it('takes a code of 128 astral characters, because lengths count characters', async () => {
    const answer = await app.ask('POST', '/api/records', codes([ASTRAL.repeat(128)]));
    expect(answer.status).toBe(201);
  });

  it('refuses a body of 50 MB without reading it to its end', async () => {
    const answer = await app.ask('POST', '/api/records', { body: `"${'x'.repeat(50 * 1024 * 1024)}"` });
    expect({ status: answer.status, code: answer.body.code }).toEqual({
      status: 413,
      code: 'request.too-large',
    });
  });

  it('refuses a write without an Idempotency-Key', async () => {
    const response = await app.app.request('/api/records', {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'idempotency.missing' });
  });

  it.each(['%00', '%ED%A0%80', "' or 1=1 --", '%25', '_', '\\', '" or ""="'])(
    'searches for %s as for any text',
    async (text) => {
      const answer = await app.ask('GET', `/api/records?q=${text}`);
      expect([200, 400]).toContain(answer.status);
      if (answer.status === 200) expect(answer.body.total).toBe(0);
    },
  );

  it.each([
    '/api/records?limit=501',
    '/api/records?sort=colour',
    '/api/records?colour=red',
    '/api/records?quantity=lots',
  ])('refuses %s', async (path) => {
    const answer = await app.ask('GET', path);
    expect({ status: answer.status, code: answer.body.code }).toEqual({
      status: 400,
      code: 'request.invalid',
    });
  });

  /** Everything that a refused request could have changed. */
  async function state() {
    const answers = await Promise.all([
      app.ask('GET', '/api/records?limit=500'),
      app.ask('GET', `/api/records/${id}/history`),
      app.ask('GET', `/api/records/${id}/entries`),
    ]);
    return answers.map(({ text }) => text).join('\n');
  }
});
