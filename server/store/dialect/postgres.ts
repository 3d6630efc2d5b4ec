import { PostgresDialect, type PostgresPool } from 'kysely';
import type { StoreDialect } from './dialect.ts';

/** SQLSTATEs after which the same transaction may succeed: serialization failure, deadlock, and a key somebody took first. */
const CONFLICTS = new Set(['40001', '40P01', '23505']);

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
    writeIsolation: 'serializable',
    isConflict: (error) => error instanceof Error && 'code' in error && CONFLICTS.has(String(error.code)),
  };
}
