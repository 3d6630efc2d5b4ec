import { beforeAll, expect, it } from 'vitest';
import { first } from '#server/testing/answerBody.ts';
import { convert, create, eur, seen } from '#server/testing/conversionRequests.ts';
import { describeEachStore } from '#server/testing/eachStore.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';

/** A node of a lineage, as the test of it reads one: so many units and so much cost came from or to it. */
const down = (generation: number, units: number, cost: number) => (of: string, to: string) =>
  [generation, of, to, units, [['purchase', cost]]] as const;

describeEachStore('Where a record came from and what was done to it', (store) => {
  let app: TestApp;
  let run = 0;

  beforeAll(() => {
    app = openTestApp(store());
  });

  const batch = (changes: object = {}) =>
    create(app, { name: `Poles ${run++}`, quantity: 50, codes: [`B${run}`], ...changes });

  it('shows where a record came from and what was made from it', async () => {
    const id = await batch();
    const done = await convert(app, {
      type: 'split',
      record: await seen(app, id),
      quantity: 20,
      codes: [`B${run}`],
      history: 'share',
    });
    const part = first(done.body.made);
    expect((await app.ask('GET', `/api/records/${part}/lineage`)).body.parents.nodes).toMatchObject([
      { recordId: id, type: 'split', isUndone: false },
    ]);
    expect((await app.ask('GET', `/api/records/${id}/lineage`)).body.children.nodes).toMatchObject([
      { recordId: part },
    ]);
    expect((await app.ask('GET', '/api/activity?type=split&limit=1')).body.rows).toMatchObject([
      { type: 'split', records: 2, isUndoable: true },
    ]);
  });

  it('shows the lineage as a tree of several generations, with what came along', async () => {
    const id = await batch({ quantity: 10, purchaseCost: eur(10_000) });
    const split = { type: 'split', record: await seen(app, id), quantity: 4, history: 'share' };
    const part = first((await convert(app, split)).body.made);
    const serialize = { type: 'serialize', record: await seen(app, part), units: 2, history: 'share' };
    const { made } = (await convert(app, serialize)).body;
    const members = await Promise.all(made.map((unit) => seen(app, unit)));
    const pooled = first((await convert(app, { type: 'pool', records: members })).body.made);
    const nodes = async (of: string, side: 'parents' | 'children', as?: 'staff') => {
      const { body } = await app.ask('GET', `/api/records/${of}/lineage`, as ? { as } : {});
      return body[side].nodes.map((node) => [
        node.generation,
        node.of,
        node.recordId,
        node.units,
        node.carried?.map(({ kind, amount }) => [kind, amount.amount]),
      ]);
    };
    expect(await nodes(id, 'children')).toEqual([
      down(1, 4, 4000)(id, part),
      ...made.map((unit) => down(2, 1, 1000)(part, unit)),
      ...made.map((unit) => down(3, 1, 1000)(unit, pooled)),
    ]);
    expect(await nodes(pooled, 'parents')).toEqual([
      ...made.map((unit) => down(1, 1, 1000)(pooled, unit)),
      ...made.map((unit) => down(2, 1, 1000)(unit, part)),
      down(3, 4, 4000)(part, id),
    ]);
    const unseen = (await nodes(pooled, 'parents', 'staff')).map((node) => node[4]);
    expect(new Set(unseen)).toEqual(new Set([undefined]));
  });

  it('has every line of a record’s history say whether its operation is undone, however old it is', async () => {
    const id = await batch();
    const record = await seen(app, id);
    const { body } = await convert(app, { type: 'serialize', record, units: 2, history: 'share' });
    await app.ask('POST', `/api/operations/${body.operationId}/undo`);
    const history = (await app.ask('GET', `/api/records/${id}/history`)).body;
    const activity = (await app.ask('GET', '/api/activity?limit=3')).body;
    expect(history.operations).toEqual(activity.rows);
    expect(history.operations.map(({ type, isUndone, isUndoable }) => [type, isUndone, isUndoable])).toEqual([
      ['undo', false, false],
      ['serialize', true, true],
      ['create', false, true],
    ]);
    const named = new Set(history.operations.map((operation) => operation.id));
    expect(history.rows.every(({ operationId }) => named.has(operationId))).toBe(true);
  });
});
