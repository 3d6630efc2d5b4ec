import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedStore, openTestPostgres } from '#server/testing/eachStore.ts';
import { hasPostgres } from '#server/testing/postgres.ts';

const life = (sku: string) =>
  sql.raw(`insert into sku_life (sku, months, residual_ppm, method) values ('${sku}', 12, 0, 'linear')`);

describe.skipIf(!hasPostgres)('Inserts while the next statement is prepared (PostgreSQL)', () => {
  let opened: OpenedStore | null = null;
  beforeAll(async () => {
    opened = await openTestPostgres();
  }, 60_000);
  afterAll(() => opened?.drop());
  const store = () => {
    if (!opened) throw new Error('The store is opened before');
    return opened.store;
  };
  const months = async () =>
    (await store().read.selectFrom('sku_life').select('sku').orderBy('sku').execute()).map(({ sku }) => sku);

  it('are there for the next question, and for everybody once the write is answered', async () => {
    await store().write(async (transaction) => {
      await life('A').execute(transaction);
      await life('B').execute(transaction);
      const { rows } = await sql<{ sku: string }>`select sku from sku_life order by sku`.execute(transaction);
      expect(rows.map(({ sku }) => sku)).toEqual(['A', 'B']);
    });
    expect(await months()).toEqual(['A', 'B']);
  });

  it('fail the write even where nothing is asked after them, and leave nothing behind', async () => {
    const twice = store().write(async (transaction) => {
      await life('C').execute(transaction);
      await life('A').execute(transaction);
    });
    await expect(twice).rejects.toThrow(/duplicate key/);
    expect(await months()).toEqual(['A', 'B']);
  });

  it('fail the next statement, and the connection serves again', async () => {
    const refused = store().write(async (transaction) => {
      await life('A').execute(transaction);
      await life('D').execute(transaction);
      await sql`select 1`.execute(transaction);
    });
    await expect(refused).rejects.toThrow(/duplicate key/);
    await store().write((transaction) => life('E').execute(transaction));
    expect(await months()).toEqual(['A', 'B', 'E']);
  });

  it('outside a transaction are answered when they are done', async () => {
    await expect(life('A').execute(store().read)).rejects.toThrow(/duplicate key/);
  });
});
