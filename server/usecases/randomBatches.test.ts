import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL_FIELDS, type CellField } from '#domain/cellEdit.ts';
import { parseQuantityInput } from '#domain/quantity.ts';
import { parseCodes } from '#domain/stockCode.ts';
import type { TestRecord } from '#server/testing/answerBody.ts';
import { type OpenedStore, openTestPostgres, openTestSqlite } from '#server/testing/eachStore.ts';
import { hasPostgres } from '#server/testing/postgres.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';
import { verify } from './verify.ts';

/** One cell edit; records are named by their place. */
interface Edit {
  record: number;
  field: CellField;
  text: string;
  isStale: boolean;
}

const RECORDS = 6;
const code = fc.integer({ min: 0, max: 9 }).map((number) => `c${number}`);
const texts: Readonly<Record<CellField, fc.Arbitrary<string>>> = {
  name: fc.constantFrom('', 'Poles', 'Skis', '=1+1', '\u200B', '\u202Eevil'),
  sku: fc.constantFrom('', 'S1', 'S2'),
  category: fc.constantFrom('', 'A', 'B'),
  location: fc.string({ maxLength: 4 }),
  notes: fc.constantFrom('', 'a\nb', 'x'.repeat(4001)),
  quantity: fc.oneof(
    fc.integer({ min: 0, max: 4 }).map(String),
    fc.constantFrom('+1', '-1', '-3', '', 'many', '1e9', '1000000000', '1,5', '=1+1'),
  ),
  codes: fc.oneof(
    fc.array(code, { maxLength: 3 }).map((codes) => codes.join('; ')),
    fc.constantFrom('c0..c4', 'c5..c3', 'c1\u200B'),
  ),
};
const edit = fc.constantFrom(...CELL_FIELDS).chain((field) =>
  fc.record({
    record: fc.nat({ max: RECORDS - 1 }),
    field: fc.constant(field),
    text: texts[field],
    isStale: fc.nat({ max: 9 }).map((number) => number === 0),
  }),
);
const edits = fc.uniqueArray(edit, {
  minLength: 1,
  maxLength: 20,
  selector: ({ record, field }) => `${record} ${field}`,
});
const answers = fc.record({
  increase: fc.constant('found' as const),
  decrease: fc.constant('lost' as const),
  close: fc.constantFrom('lost' as const, undefined),
  reopen: fc.constantFrom('found' as const, undefined),
  grow: fc.constantFrom('units' as const, 'pool' as const, undefined),
});

describe('Random batches', () => {
  it(
    'come to the same as their edits one by one, and their undo to what was before',
    { timeout: 180_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(edits, answers, async (given, answered) => {
          await withStore(openTestSqlite, async (batched) => {
            await withStore(openTestSqlite, async (single) => {
              const before = await state(batched);
              await state(single);
              const done = await send(batched, given, answered);
              const accepted = given.filter((_, index) =>
                ['new', 'changed'].includes(done.verdicts[index] ?? ''),
              );
              await oneByOne(single, accepted, answered);
              expect(await state(batched)).toEqual(await state(single));
              expect((await verify(batched.store)).differences).toEqual([]);
              if (done.operationId === null) return;
              expect((await batched.ask('POST', `/api/operations/${done.operationId}/undo`)).status).toBe(
                200,
              );
              expect(await state(batched)).toEqual(before);
              expect((await batched.ask('POST', `/api/operations/${done.operationId}/redo`)).status).toBe(
                200,
              );
              expect(await state(batched)).toEqual(await state(single));
            });
          });
        }),
        { numRuns: 60 },
      );
    },
  );

  it.skipIf(!hasPostgres)(
    'are answered alike by SQLite and PostgreSQL, byte for byte',
    { timeout: 240_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(edits, answers), { minLength: 3, maxLength: 6 }),
          async (batches) => {
            await withStore(openTestSqlite, (sqlite) =>
              withStore(openTestPostgres, async (postgres) => {
                for (const [given, answered] of batches)
                  expect(await send(postgres, given, answered)).toEqual(await send(sqlite, given, answered));
                expect((await postgres.ask('GET', LIST)).text).toBe((await sqlite.ask('GET', LIST)).text);
                expect((await verify(postgres.store)).differences).toEqual([]);
              }),
            );
          },
        ),
        { numRuns: 10 },
      );
    },
  );
});

const LIST = '/api/records?limit=500&sort=changed';

async function withStore(
  open: () => Promise<OpenedStore>,
  work: (app: TestApp) => Promise<void>,
): Promise<void> {
  const { store, drop } = await open();
  try {
    const app = openTestApp(store);
    const records = Array.from({ length: RECORDS }, (_, place) => ({
      name: `Item ${place}`,
      quantity: place % 4,
      codes: place < 4 ? [`c${place}`] : [],
    }));
    await app.ask('POST', '/api/records', { body: { records } });
    await work(app);
  } finally {
    await drop();
  }
}

/** What a person sees of the stock; versions, moments and the ids of new units depend on how it came to be. */
async function state(app: TestApp) {
  const rows: TestRecord[] = (await app.ask('GET', LIST)).body.rows;
  return rows
    .map(
      ({ id: _id, version: _version, changedAt: _at, individualSince: _since, openedOn: _day, ...row }) =>
        row,
    )
    .map((row) => JSON.stringify(row))
    .toSorted();
}

async function rowsInOrder(app: TestApp): Promise<TestRecord[]> {
  const rows: TestRecord[] = (await app.ask('GET', LIST)).body.rows;
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

async function send(app: TestApp, given: readonly Edit[], answered: object) {
  const rows = await rowsInOrder(app);
  const asked = given.map(({ record, field, text, isStale }) => ({
    record: rows[record]?.id,
    field,
    text,
    version: isStale ? 99 : rows[record]?.version,
  }));
  const { body, text } = await app.ask('POST', '/api/batch', {
    body: { mode: 'valid', edits: asked, answers: answered },
  });
  return { operationId: body.operationId, verdicts: verdictsOf(text) };
}

function verdictsOf(text: string): string[] {
  const answer: unknown = JSON.parse(text);
  if (typeof answer !== 'object' || answer === null || !('verdicts' in answer)) throw new Error(text);
  return Array.isArray(answer.verdicts) ? answer.verdicts.map(String) : [];
}

/** The same edits through the operations of single cells; codes are all freed first, since rows of one paste may swap them. */
async function oneByOne(
  app: TestApp,
  accepted: readonly Edit[],
  answered: Record<string, string | undefined>,
) {
  const ids = (await rowsInOrder(app)).map(({ id }) => id);
  const done = async (method: string, record: number, path: string, bodyOf: (row: TestRecord) => object) => {
    const row = (await app.ask('GET', `/api/records/${String(ids[record])}`)).body;
    const asked = await app.ask(method, `/api/records/${row.id}${path}`, {
      body: bodyOf(row),
      version: row.version,
    });
    expect(asked.status).toBe(200);
  };
  const codes = accepted.filter(({ field }) => field === 'codes');
  for (const { record } of codes) await done('PUT', record, '/codes', () => ({ codes: [] }));
  for (const { record, text } of codes) {
    const parsed = parseCodes(text);
    await done('PUT', record, '/codes', () => ({ codes: parsed.ok ? parsed.value : [] }));
  }
  for (const { record, field, text } of accepted)
    if (field !== 'codes' && field !== 'quantity') await done('PATCH', record, '', () => ({ [field]: text }));
  // Units that are added are like the record as its other cells leave it.
  for (const { record, field, text } of accepted)
    if (field === 'quantity')
      await done('POST', record, '/adjustments', (row) => adjustment(row, text, answered));
}

function adjustment(
  { quantity }: TestRecord,
  text: string,
  answered: Record<string, string | undefined>,
): object {
  const input = parseQuantityInput(text);
  if (!input.ok) throw new Error(text);
  const to = input.value.kind === 'set' ? input.value.to : quantity + input.value.by;
  const intent = input.value.kind === 'set' ? { set: to, seen: quantity } : { change: input.value.by };
  const plain =
    input.value.kind === 'set' ? {} : { reason: answered[to > quantity ? 'increase' : 'decrease'] };
  if (to === 0) return { ...intent, crossing: 'close', reason: answered['close'] };
  if (quantity === 0) return { ...intent, reason: answered['reopen'] };
  if (quantity === 1 && to > 1) return { ...intent, ...plain, crossing: answered['grow'] };
  return { ...intent, ...plain };
}
