import { expect, it } from 'vitest';
import { OPERATIONS } from '#contract/operations.ts';
import { openTestSqlite } from '#server/testing/eachStore.ts';
import { openTestApp } from '#server/testing/testApp.ts';
import { openApiDocument } from './openapi.ts';

const document = JSON.parse(JSON.stringify(openApiDocument('test')));

it('publishes OpenAPI 3.1 with an operationId of its own for each operation', () => {
  const ids = Object.values<any>(document.paths).flatMap((methods) =>
    Object.values<any>(methods).map((one) => one.operationId),
  );
  expect(document.openapi).toBe('3.1.0');
  expect(new Set(ids).size).toBe(OPERATIONS.length);
});

it('points every reference of the document at a component that is there', () => {
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g);
  const missing = [...references]
    .map(([, name = '']) => name)
    .filter((name) => !(name in document.components.schemas));
  expect(missing).toEqual([]);
  expect(JSON.stringify(document)).not.toContain('$defs');
});

it('says in the document that unknown fields are refused', () => {
  const body = document.paths['/api/records/{id}'].patch.requestBody.content['application/json'].schema;
  expect(body.additionalProperties).toBe(false);
});

it('serves the document, a page to read, and its health', async () => {
  const app = openTestApp((await openTestSqlite()).store);
  expect((await app.ask('GET', '/api/openapi.json')).body).toEqual(document);
  const page = await app.ask('GET', '/api/docs');
  for (const { operationId } of OPERATIONS) expect(page.text).toContain(`id="${operationId}"`);
  expect((await app.ask('GET', '/api/health')).body).toEqual({
    status: 'ok',
    version: 'test',
    database: 'sqlite',
  });
});

it('answers what the contract says, for each read operation on real records', async () => {
  const app = openTestApp((await openTestSqlite()).store);
  const made = await app.ask('POST', '/api/records', {
    body: { name: 'Car', quantity: 1, codes: ['C1'], purchaseCost: { amount: 5, currency: 'EUR' } },
  });
  for (const operation of OPERATIONS.filter(({ effect, tag }) => effect === 'read' && tag !== 'imports')) {
    const path = operation.path.replace('{id}', made.body.ids[0]).replace('{code}', 'c1');
    const { status, body } = await app.ask('GET', path);
    expect({
      operation: operation.operationId,
      status,
      fits: operation.answer.safeParse(body).success,
    }).toEqual({
      operation: operation.operationId,
      status: 200,
      fits: true,
    });
  }
});
