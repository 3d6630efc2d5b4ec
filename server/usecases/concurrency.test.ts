import { beforeAll, expect, it } from 'vitest';
import { first } from '#server/testing/answerBody.ts';
import { describeEachStore } from '#server/testing/eachStore.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';

describeEachStore('Many people at once', (store) => {
  let app: TestApp;

  beforeAll(() => {
    app = openTestApp(store());
  });

  it('add up their changes to one record, none lost', async () => {
    const made = await app.ask('POST', '/api/records', { body: { name: 'Poles', quantity: 1000 } });
    const id = first(made.body.ids);
    const changes = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 7 : -3));
    const answers = await Promise.all(
      changes.map((change) =>
        app.ask('POST', `/api/records/${id}/adjustments`, {
          body: { change, reason: change > 0 ? 'found' : 'lost' },
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(changes.map(() => 200));
    expect((await app.ask('GET', `/api/records/${id}`)).body.quantity).toBe(1000 + 6 * 7 - 6 * 3);
  });

  it('cannot give one code to two records: one gets it, the others are told whose it is', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        app.ask('POST', '/api/records', {
          body: { name: `Rival ${index}`, quantity: 1, codes: [index % 2 === 0 ? 'RIVAL' : 'rival'] },
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted((left, right) => left - right);
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    const winner = answers.find(({ status }) => status === 201)?.body.ids[0];
    const losers = answers.filter(({ status }) => status === 409);
    expect(losers.map(({ body }) => body.ownerId)).toEqual(losers.map(() => winner));
  });

  it('sending one request with one key at the same time do it once', async () => {
    const body = { name: 'Once', quantity: 1, codes: ['ONCE'] };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => app.ask('POST', '/api/records', { body, key: 'one-key' })),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await app.ask('GET', '/api/records?q=ONCE')).body.total).toBe(1);
  });

  it('change records while they are checked, and the check finds no difference', async () => {
    const made = await app.ask('POST', '/api/records', { body: { name: 'Busy', quantity: 1000 } });
    const id = first(made.body.ids);
    const state = { isBusy: true };
    const writing = inTurn(60, () =>
      app.ask('POST', `/api/records/${id}/adjustments`, { body: { change: 1, reason: 'found' } }),
    ).finally(() => {
      state.isBusy = false;
    });
    const checks = [];
    while (state.isBusy) checks.push(await app.ask('GET', '/api/verification'));
    expect((await writing).map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 200));
    expect(checks.length).toBeGreaterThan(5);
    expect(checks.flatMap(({ body }) => body.differences)).toEqual([]);
  });
});

async function inTurn<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let time = 0; time < times; time += 1) done.push(await work());
  return done;
}
