import { type SqliteDatabase, SqliteDialect } from 'kysely';
import type { StoreDialect } from './dialect.ts';

/** SQLite, natively or as WebAssembly: whatever offers `prepare`. The caller has opened it and set its pragmas. */
export function sqliteDialect(database: SqliteDatabase): StoreDialect {
  return {
    name: 'sqlite',
    kysely: new SqliteDialect({ database }),
    ddl: { integer: 'integer', text: 'text', tableEnd: ' strict' },
    searchStatements: [],
    textIndexStatements: TEXT_INDEX,
    lockStatement: null,
  };
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
