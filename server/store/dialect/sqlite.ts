import {
  type RawBuilder,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqlBool,
  sql,
} from 'kysely';
import { type ManyRows, type StoreDialect, tellApart } from './dialect.ts';

/** SQLite, natively or as WebAssembly: whatever offers `prepare`. The caller has opened it and set its pragmas. */
export function sqliteDialect(database: SqliteDatabase): StoreDialect {
  return {
    name: 'sqlite',
    kysely: new ListingDialect({ database }),
    ddl: { integer: 'integer', text: 'text', tableEnd: ' strict' },
    searchStatements: [],
    textIndexStatements: TEXT_INDEX,
    referenceStatements: [],
    lineReferences: {
      record: ' references record (id)',
      operation: ' references operation (id) deferrable initially deferred',
      statements: () => [],
    },
    expandKinds: (column) => ({
      join: `join json_each(${column}) as line`,
      place: 'line.key + 1',
      kind: 'line.value ->> 0',
      amount: 'line.value ->> 1',
    }),
    leanKeyStatements: [],
    lockStatement: null,
  };
}

class ListingDialect extends SqliteDialect {
  override createAdapter(): ListingAdapter {
    return new ListingAdapter();
  }
}

class ListingAdapter extends SqliteAdapter implements ManyRows {
  rows({ columns, rows }: Parameters<ManyRows['rows']>[0]): RawBuilder<unknown> {
    // Cells by number: by name, SQLite would search each row's text for each of them.
    const { differing, shared } = tellApart(columns, rows);
    const json = JSON.stringify(rows.map((row) => differing.map((column) => row[column])));
    const cells = columns.map((column) => {
      const cell = shared.get(column);
      const value = cell === undefined ? sql`value ->> ${sql.lit(differing.indexOf(column))}` : sql`${cell}`;
      return sql`${value} as ${sql.ref(column)}`;
    });
    return sql`select ${sql.join(cells)} from json_each(${json})`;
  }

  isOneOf(column: string, texts: readonly string[]): RawBuilder<SqlBool> {
    return sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(texts)}))`;
  }

  unknownLast(column: string, direction: 'asc' | 'desc'): RawBuilder<unknown> {
    const figure = sql.ref(column);
    return direction === 'asc'
      ? sql`(${figure} is null), ${figure}`
      : sql`(${figure} is null), ${figure} desc`;
  }
}

/** FTS5's trigram index over the records' own column: it keeps no copy of the texts, and the triggers keep it in step. */
const TEXT_INDEX = [
  `create virtual table record_text using fts5(id unindexed, search_text, content='record', tokenize='trigram')`,
  `insert into record_text (record_text) values ('rebuild')`,
  `create trigger record_text_insert after insert on record begin
    insert into record_text (rowid, id, search_text) values (new.rowid, new.id, new.search_text);
  end`,
  `create trigger record_text_delete after delete on record begin
    insert into record_text (record_text, rowid, id, search_text)
      values ('delete', old.rowid, old.id, old.search_text);
  end`,
  `create trigger record_text_update after update of search_text on record
    when old.search_text <> new.search_text begin
    insert into record_text (record_text, rowid, id, search_text)
      values ('delete', old.rowid, old.id, old.search_text);
    insert into record_text (rowid, id, search_text) values (new.rowid, new.id, new.search_text);
  end`,
];
