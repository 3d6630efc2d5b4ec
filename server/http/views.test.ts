import { beforeAll, expect, it } from 'vitest';
import { describeEachStore } from '#server/testing/eachStore.ts';
import { type TestApp, openTestApp } from '#server/testing/testApp.ts';

describeEachStore('A saved view', (store) => {
  let app: TestApp;

  beforeAll(() => {
    app = openTestApp(store());
  });

  const save = async (name: string, more: object = {}) => {
    const body = { name, search: 'tracking=bulk&sort=-profit', ...more };
    return app.ask('POST', '/api/views', { body, as: 'staff' });
  };
  const namesFor = async (as: 'viewer' | 'staff') =>
    (await app.ask('GET', '/api/views', { as })).body.rows.map(({ name }) => name);

  it('is seen by its owner alone until it is shared', async () => {
    const { id } = (await save('Mine')).body.view;
    expect(await namesFor('staff')).toContain('Mine');
    expect(await namesFor('viewer')).not.toContain('Mine');
    expect((await app.ask('PATCH', `/api/views/${id}`, { body: {}, as: 'viewer' })).status).toBe(404);
    await app.ask('PATCH', `/api/views/${id}`, { body: { isShared: true }, as: 'staff' });
    expect(await namesFor('viewer')).toContain('Mine');
  });

  it('that is shared is changed and removed by its owner alone', async () => {
    const { id } = (await save('Everybody’s', { isShared: true })).body.view;
    const change = await app.ask('PATCH', `/api/views/${id}`, { body: { name: 'Taken' }, as: 'viewer' });
    const removal = await app.ask('DELETE', `/api/views/${id}`, { as: 'viewer' });
    expect([change.body.code, removal.body.code]).toEqual(['view.not-yours', 'view.not-yours']);
    expect(await namesFor('viewer')).toContain('Everybody’s');
    expect((await app.ask('DELETE', `/api/views/${id}`, { as: 'staff' })).status).toBe(200);
    expect(await namesFor('staff')).not.toContain('Everybody’s');
  });

  it('opens the inventory of those who chose it, and of nobody once it is gone', async () => {
    const first = (await save('First', { isShared: true, isDefault: true })).body.view;
    const second = (await save('Second', { isDefault: true })).body.view;
    const defaults = async (as: 'viewer' | 'staff') =>
      (await app.ask('GET', '/api/views', { as })).body.rows
        .filter(({ isDefault }) => isDefault)
        .map(({ name }) => name);
    expect(await defaults('staff')).toEqual(['Second']);
    await app.ask('PATCH', `/api/views/${first.id}`, { body: { isDefault: true }, as: 'viewer' });
    expect(await defaults('viewer')).toEqual(['First']);
    await app.ask('PATCH', `/api/views/${first.id}`, { body: { isShared: false }, as: 'staff' });
    expect(await defaults('viewer')).toEqual([]);
    await app.ask('DELETE', `/api/views/${second.id}`, { as: 'staff' });
    expect(await defaults('staff')).toEqual([]);
  });

  it('needs a name, and leaves no line of history', async () => {
    const nameless = await save('  ');
    expect([nameless.status, nameless.body.code]).toEqual([422, 'text.empty']);
    expect((await app.ask('GET', '/api/activity')).body.total).toBe(0);
  });

  it('is kept once however often the request comes', async () => {
    const body = { name: 'Once', search: 'q=pole' };
    const answers = await Promise.all(
      [1, 2].map(() => app.ask('POST', '/api/views', { body, key: 'keep-once', as: 'staff' })),
    );
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect((await namesFor('staff')).filter((name) => name === 'Once')).toHaveLength(1);
  });
});
