import { beforeAll, expect, it } from 'vitest';
import type { Role } from '#domain/access.ts';
import { first } from '#server/testing/answerBody.ts';
import { openTestSqlite } from '#server/testing/eachStore.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';

const anyText: unknown = expect.any(String);

/** Two worlds that differ only in money. */
let rich: TestApp;
let poor: TestApp;

beforeAll(async () => {
  rich = await world(123_456);
  poor = await world(1);
});

const READS = [
  '/api/records',
  '/api/records?q=car',
  '/api/records/{id}',
  '/api/records/{id}/entries',
  '/api/records/{id}/history',
  '/api/records/{id}/figures',
  '/api/records?sort=-profit',
  '/api/records?profit=lt:0',
  '/api/records?income=gt:100',
  '/api/codes/CAR-1',
  '/api/categories',
  '/api/session',
];

it.each(READS.flatMap((path) => (['viewer', 'staff'] as const).map((role) => [path, role] as const)))(
  'GET %s tells a %s nothing about money: the answers of two worlds that differ only in it are equal',
  async (path, role) => {
    expect(await answerOf(rich, path, role)).toBe(await answerOf(poor, path, role));
  },
);

it('tells a manager the difference, so that the worlds do differ', async () => {
  expect(await answerOf(rich, '/api/records', 'manager')).not.toBe(
    await answerOf(poor, '/api/records', 'manager'),
  );
});

it.each([
  ['viewer', 'POST', '/api/records', { name: 'x', quantity: 1 }],
  ['viewer', 'POST', '/api/records/{id}/adjustments', { change: 1, reason: 'found' }],
  ['viewer', 'POST', '/api/records/{id}/entries', entry('repair')],
  ['staff', 'POST', '/api/records/{id}/entries', entry('rental')],
  ['staff', 'POST', '/api/records/{id}/entries', entry('purchase')],
  ['staff', 'POST', '/api/entries/nobody/void', { reason: 'x' }],
  ['staff', 'POST', '/api/records', { name: 'x', quantity: 1, purchaseCost: { amount: 1, currency: 'EUR' } }],
] as const)('refuses a %s %s %s and says which role may', async (role, method, path, body) => {
  const answer = await rich.ask(method, await pathOf(rich, path), { body, as: role });
  expect(answer.body).toMatchObject({ status: 403, code: 'forbidden', leastRole: anyText });
});

it('lets staff book upkeep, and see what they booked themselves without the sum of what they may not see', async () => {
  const app = await world(99);
  const path = await pathOf(app, '/api/records/{id}/entries');
  const added = await app.ask('POST', path, { body: entry('repair'), as: 'staff' });
  expect(added.status).toBe(201);
  expect(added.body.record).not.toHaveProperty('cost');
  const { rows, total } = (await app.ask('GET', path, { as: 'staff' })).body;
  expect({ kinds: rows.map(({ kind }) => kind), total }).toEqual({
    kinds: ['repair'],
    total: 1,
  });
  expect(first(rows)).not.toHaveProperty('runningProfit');
});

async function world(amount: number): Promise<TestApp> {
  const app = openTestApp((await openTestSqlite()).store);
  const body = {
    name: 'Car',
    quantity: 1,
    codes: ['CAR-1'],
    category: 'Cars',
    purchaseCost: { amount, currency: 'EUR' },
  };
  const made = await app.ask('POST', '/api/records', { body });
  await app.ask('POST', `/api/records/${first(made.body.ids)}/entries`, {
    body: { ...entry('rental'), amount: { amount: amount * 3, currency: 'EUR' } },
  });
  return app;
}

function entry(kind: string) {
  return { kind, amount: { amount: 500, currency: 'EUR' }, occurredOn: '2026-11-20' };
}

async function answerOf(app: TestApp, path: string, as: Role): Promise<string> {
  const answer = await app.ask('GET', await pathOf(app, path), { as });
  return `${answer.status} ${answer.text}`;
}

async function pathOf(app: TestApp, path: string): Promise<string> {
  const { rows } = (await app.ask('GET', '/api/records?q=CAR-1')).body;
  return path.replace('{id}', first(rows).id);
}
