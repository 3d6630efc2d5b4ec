import type { KyselyPlugin } from 'kysely';
import { expect, it } from 'vitest';
import { first } from '#server/testing/answerBody.ts';
import { convert, create, eur, post, seen } from '#server/testing/conversionRequests.ts';
import { describeEachStore } from '#server/testing/eachStore.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';
import type { Store } from '#server/store/store.ts';
import { verify } from './verify.ts';

describeEachStore('Conversions of ten thousand units', (store) => {
  it('ask the database as many statements as those of ten', { timeout: 240_000 }, async () => {
    const counted = countStatements(store());
    const app = openTestApp(counted.store);
    const few = await statementsOf(app, { units: 10, count: counted.count });
    const many = await statementsOf(app, { units: 10_000, count: counted.count });
    expect(Object.values(few).every((statements) => statements > 0)).toBe(true);
    expect(many).toEqual(few);
    expect((await verify(app.store)).differences).toEqual([]);
  });
});

/** How many statements each step takes, for a batch of so many units with a code, a cost and an income each way. */
async function statementsOf(
  app: TestApp,
  { units, count }: { units: number; count: (work: () => Promise<unknown>) => Promise<number> },
): Promise<Record<string, number>> {
  const name = `Cable of ${units}`;
  const id = await create(app, { name, sku: name, quantity: units, purchaseCost: eur(1_234_567) });
  await post(app, id, { kind: 'rental', amount: 98_765 });
  const record = await seen(app, id);
  const codes = Array.from({ length: units }, (_, index) => `${units}-${index}`);
  const serialize = { type: 'serialize', record, units, codes, history: 'share' };
  let done = { operationId: '', made: [''] };
  const preview = await count(() => convert(app, serialize, '?preview=true'));
  const serialized = await count(async () => (done = (await convert(app, serialize)).body));
  const turn = (way: 'undo' | 'redo') => count(() => expectDone(app, `${done.operationId}/${way}`));
  const undone = await turn('undo');
  const redone = await turn('redo');
  // Versions: made, undone, done again.
  const records = done.made.map((unit) => ({ id: unit, version: 3 }));
  let pooledId = '';
  const pooled = await count(async () => {
    const { status, body } = await convert(app, { type: 'pool', records });
    expect({ status, code: body.code }).toEqual({ status: 200 });
    pooledId = first(body.made);
  });
  const pool = await seen(app, pooledId);
  const half = { type: 'split', record: pool, quantity: units / 2, codes: codes.slice(0, units / 2) };
  const split = await count(() => convert(app, { ...half, history: 'share' }));
  return { preview, serialized, undone, redone, pooled, split };
}

async function expectDone(app: TestApp, turn: string): Promise<void> {
  expect((await app.ask('POST', `/api/operations/${turn}`)).status).toBe(200);
}

/** The same store, counting what is asked of it. */
function countStatements(store: Store) {
  let statements = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const counting: Store = {
    ...store,
    read: store.read.withPlugin(plugin),
    write: (work) => store.write((transaction) => work(transaction.withPlugin(plugin))),
  };
  const count = async (work: () => Promise<unknown>) => {
    const before = statements;
    await work();
    return statements - before;
  };
  return { store: counting, count };
}
