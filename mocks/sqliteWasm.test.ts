import Database from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { openSqliteWasm } from './sqliteWasm.ts';

const TABLES = [
  'create table parent (id text primary key, size integer not null) strict',
  'create table child (id integer primary key, parent text references parent (id), note text, amount integer) strict',
];

function openNative(): SqliteDatabase {
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  return database;
}

const opens = [
  { name: 'the WebAssembly build', open: openSqliteWasm },
  { name: 'better-sqlite3', open: () => Promise.resolve(openNative()) },
];

// The same list of promises over both: where the native driver keeps one, the adapter must keep it too.
describe.each(opens)('$name', ({ open }) => {
  let database: SqliteDatabase;
  const run = (sql: string, ...parameters: unknown[]) => database.prepare(sql).run(parameters);
  const all = (sql: string, ...parameters: unknown[]) => database.prepare(sql).all(parameters);

  beforeEach(async () => {
    database = await open();
    for (const sql of TABLES) run(sql);
  });

  test.each([
    0,
    -1,
    2 ** 31,
    -(2 ** 31) - 1,
    10 ** 15,
    -(10 ** 15),
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
  ])('gives the whole number %i back as it was', (amount) => {
    run('insert into child (amount) values (?)', amount);
    expect(all('select amount from child')).toEqual([{ amount }]);
  });

  test('gives sums beyond 32 bits exactly', () => {
    for (let time = 0; time < 3; time += 1) run('insert into child (amount) values (?)', 3_000_000_000_001);
    expect(all('select sum(amount) as total from child')).toEqual([{ total: 9_000_000_000_003 }]);
  });

  test('tells null, the empty text and zero apart', () => {
    run('insert into child (note, amount) values (?, ?), (?, ?)', null, 0, '', null);
    expect(all('select note, amount from child order by id')).toEqual([
      { note: null, amount: 0 },
      { note: '', amount: null },
    ]);
  });

  test('gives any text back as it was', () => {
    for (const note of ['Ähre', '😀', "O'Neill", 'e\u0301', 'a\nb']) {
      expect(all('select ? as note', note)).toEqual([{ note }]);
    }
  });

  test('says how many rows a statement changed, and which statements answer rows', () => {
    run('insert into parent values (?, ?), (?, ?)', 'a', 1, 'b', 2);
    expect(Number(run('update parent set size = size + 1').changes)).toBe(2);
    expect(Number(run('delete from parent where id = ?', 'none').changes)).toBe(0);
    expect(database.prepare('select 1').reader).toBe(true);
    expect(database.prepare('begin').reader).toBe(false);
    expect(all('insert into parent values (?, ?) returning id', 'c', 3)).toEqual([{ id: 'c' }]);
  });

  test('refuses a row without its parent, and the next statement works', () => {
    expect(() => run('insert into child (parent) values (?)', 'nobody')).toThrow(/FOREIGN KEY/);
    expect(() => run('insert into child (parent) values (?)', 'nobody')).toThrow(/FOREIGN KEY/);
    run('insert into parent values (?, ?)', 'nobody', 1);
    run('insert into child (parent) values (?)', 'nobody');
    expect(all('select parent from child')).toEqual([{ parent: 'nobody' }]);
  });

  test('answers the same question anew each time it is asked', () => {
    const question = 'select count(*) as count from parent where size > ?';
    expect(all(question, 0)).toEqual([{ count: 0 }]);
    run('insert into parent values (?, ?)', 'a', 5);
    expect(all(question, 0)).toEqual([{ count: 1 }]);
    expect(all(question, 5)).toEqual([{ count: 0 }]);
  });

  test('lets a reader stop half way', () => {
    run('insert into parent values (?, ?), (?, ?), (?, ?)', 'a', 1, 'b', 2, 'c', 3);
    const seen: unknown[] = [];
    for (const row of database.prepare('select id from parent order by id').iterate([])) {
      seen.push(row);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(all('select id from parent order by id')).toHaveLength(3);
  });

  test('takes back what a rolled back transaction wrote', () => {
    run('begin');
    run('insert into parent values (?, ?)', 'a', 1);
    run('rollback');
    expect(all('select * from parent')).toEqual([]);
  });
});

test('A whole number that no JavaScript number holds is a fault, never rounded', async () => {
  const database = await openSqliteWasm();
  expect(() => database.prepare('select 9007199254740993 as big').all([])).toThrow(/cannot be read exactly/);
  expect(database.prepare('select 1 as one').all([])).toEqual([{ one: 1 }]);
});
