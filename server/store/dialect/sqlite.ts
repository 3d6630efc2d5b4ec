import { type SqliteDatabase, SqliteDialect } from 'kysely';
import type { StoreDialect } from './dialect.ts';

/** SQLite, natively or as WebAssembly: whatever offers `prepare`. The caller has opened it and set its pragmas. */
export function sqliteDialect(database: SqliteDatabase): StoreDialect {
  return {
    name: 'sqlite',
    kysely: new SqliteDialect({ database }),
    ddl: { integer: 'integer', text: 'text', tableEnd: ' strict' },
    searchStatements: [],
    lockStatement: null,
  };
}
