import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { create, eur } from '#server/testing/conversionRequests.ts';
import { describeEachStore } from '#server/testing/eachStore.ts';
import { openTestApp } from '#server/testing/testApp.ts';

const AT = `'2026-01-01T00:00:00.000Z'`;

/** A line of each table that names a record and an operation. */
const LINES: Readonly<Record<string, (named: { record: string; operation: string }) => string>> = {
  adjustment: ({ record, operation }) =>
    `(id, record_id, operation_id, delta, quantity, reason, occurred_on, recorded_at, note)
      values ('line', '${record}', '${operation}', 1, 1, 'found', '2026-01-01', ${AT}, '')`,
  entry: ({ record, operation }) =>
    `(id, record_id, operation_id, kind, amount, occurred_on, recorded_at, quantity, note, person_id, person_name)
      values ('line', '${record}', '${operation}', 'sale', 1, '2026-01-01', ${AT}, 1, '', 'p', 'P')`,
  carry: ({ record, operation }) =>
    `(record_id, operation_id, kinds) values ('${record}', '${operation}', '[["sale",1,1]]')`,
  lineage: ({ record, operation }) =>
    `(operation_id, parent_id, child_id) values ('${operation}', '${record}', '${record}')`,
  history_line: ({ record, operation }) =>
    `(id, operation_id, record_id, at, person_id, person_name, action, field, before, after, note)
      values ('line', '${operation}', '${record}', ${AT}, 'p', 'P', 'entry', 'ledger', 'null', 'null', '')`,
  stock_code: ({ record }) =>
    `(code_key, code, kind, record_id, is_attached, position, since) values ('x', 'X', 'label', '${record}', 1, 9, ${AT})`,
};
const OF_OPERATIONS = Object.keys(LINES).filter((table) => table !== 'stock_code');

const operationOf = (id: string) =>
  `insert into operation (id, type, person_id, person_name, at, number)
    values ('${id}', 'entry', 'p', 'P', ${AT}, (select max(number) + 1 from operation))`;

describeEachStore('What lines name', (store) => {
  let record = '';

  beforeAll(async () => {
    const app = openTestApp(store());
    record = await create(app, { name: 'Pole', quantity: 3, codes: ['P'], purchaseCost: eur(300) });
  });

  /** All of these statements in one transaction. */
  const run = (...statements: string[]) =>
    store().write(async (transaction) => {
      for (const statement of statements) await sql.raw(statement).execute(transaction);
    });
  const insert = (table: string, named: { record: string; operation: string }) =>
    `insert into ${table} ${LINES[table]?.(named)}`;
  it.each(Object.keys(LINES))('is there: %s of a record that is not is refused', async (table) => {
    const statement = insert(table, { record: 'nobody', operation: 'new' });
    await expect(run(statement, operationOf('new'))).rejects.toThrow(/foreign key|not there/i);
  });

  it.each(OF_OPERATIONS)('is there at the end: %s of no operation is refused', async (table) => {
    await expect(run(insert(table, { record, operation: 'none' }))).rejects.toThrow(/foreign key/i);
    await expect(run(insert(table, { record, operation: 'none' }))).rejects.toThrow(/foreign key/i);
  });

  it.each(OF_OPERATIONS)('may be stored after the line: %s, then its operation', async (table) => {
    await run(insert(table, { record, operation: `of-${table}` }), operationOf(`of-${table}`));
    await expect(run(`delete from operation where id = 'of-${table}'`)).rejects.toThrow(/foreign key/i);
  });

  it('is there after a change too', async () => {
    const moved = `update stock_code set record_id = 'nobody' where code_key = 'p'`;
    await expect(run(moved)).rejects.toThrow(/foreign key|not there/i);
    for (const table of Object.keys(LINES).filter((name) => name !== 'lineage')) {
      await expect(run(`update ${table} set record_id = 'nobody'`)).rejects.toThrow(
        /foreign key|not there|kept/i,
      );
    }
    for (const column of ['parent_id', 'child_id', 'operation_id'])
      await expect(run(`update lineage set ${column} = 'nobody'`)).rejects.toThrow(/foreign key|kept/i);
  });

  it('stays: a record with lines is not deleted and keeps its id', async () => {
    await expect(run(`delete from record where id = '${record}'`)).rejects.toThrow(/foreign key|kept/i);
    const renamed = `update record set id = 'other' where id = '${record}'`;
    await expect(run(renamed)).rejects.toThrow(/foreign key|kept/i);
    await run(`update record set notes = 'kept' where id = '${record}'`);
  });
});
