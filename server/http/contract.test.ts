import { expect, it } from 'vitest';
import { z } from 'zod';
import { OPERATIONS } from '#contract/operations.ts';
import { first } from '#server/testing/answerBody.ts';
import { openTestSqlite } from '#server/testing/eachStore.ts';
import { openTestApp } from '#server/testing/testApp.ts';
import { openApiDocument } from './openapi.ts';

const published: unknown = JSON.parse(JSON.stringify(openApiDocument('test')));
const schema = z.looseObject({ schema: z.looseObject({ additionalProperties: z.unknown().optional() }) });
const described = z.looseObject({
  operationId: z.string(),
  requestBody: z.looseObject({ content: z.record(z.string(), schema) }).optional(),
});
const document = z
  .looseObject({
    openapi: z.string(),
    paths: z.record(z.string(), z.record(z.string(), described)),
    components: z.looseObject({ schemas: z.looseObject({}) }),
  })
  .parse(published);

it('publishes OpenAPI 3.1 with an operationId of its own for each operation', () => {
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(document.openapi).toBe('3.1.0');
  expect(new Set(ids).size).toBe(OPERATIONS.length);
});

it('points every reference of the document at a component that is there', () => {
  const references = JSON.stringify(published).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g);
  const missing = [...references]
    .map(([, name = '']) => name)
    .filter((name) => !(name in document.components.schemas));
  expect(missing).toEqual([]);
  expect(JSON.stringify(published)).not.toContain('$defs');
});

it('says in the document that unknown fields are refused', () => {
  const { requestBody } = document.paths['/api/records/{id}']?.['patch'] ?? {};
  expect(requestBody?.content['application/json']?.schema.additionalProperties).toBe(false);
});

it('serves the document, a page to read, and its health', async () => {
  const app = openTestApp((await openTestSqlite()).store);
  expect((await app.ask('GET', '/api/openapi.json')).body).toEqual(published);
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
  for (const operation of OPERATIONS.filter(
    ({ effect, tag, answerType }) => effect === 'read' && tag !== 'imports' && answerType === 'json',
  )) {
    const path = operation.path.replace('{id}', first(made.body.ids)).replace('{code}', 'c1');
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
