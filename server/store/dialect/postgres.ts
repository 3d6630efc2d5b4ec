import { PostgresDialect, type PostgresPool } from 'kysely';
import type { StoreDialect } from './dialect.ts';

/** PostgreSQL 15 or newer. The pool's type parsers must read bigint exactly: server/node sets them. */
export function postgresDialect(pool: PostgresPool): StoreDialect {
  return {
    name: 'postgresql',
    kysely: new PostgresDialect({ pool }),
    // Text is compared byte by byte, as SQLite does, so that both page alike.
    ddl: { integer: 'bigint', text: 'text collate "C"', tableEnd: '' },
    searchStatements: [
      'create extension if not exists pg_trgm',
      'create index record_search on record using gin (search_text gin_trgm_ops)',
    ],
    textIndexStatements: [
      'create view record_text as select id, search_text from record',
      // SQLite's name for it, so that one text of a query serves both.
      `create function instr(text, text) returns integer language sql immutable as 'select strpos($1, $2)'`,
    ],
    // Any number will do, as long as all processes name the same one. Held until the transaction ends.
    lockStatement: 'select pg_advisory_xact_lock(4680)',
  };
}
