import {
  PostgresAdapter,
  PostgresDialect,
  type PostgresPool,
  type RawBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import type { ManyRows, StoreDialect } from './dialect.ts';
import { REFERENCES_BY_STATEMENT } from './postgresReferences.ts';

/** PostgreSQL 15 or newer. The pool's type parsers must read bigint exactly: server/node sets them. */
export function postgresDialect(pool: PostgresPool): StoreDialect {
  return {
    name: 'postgresql',
    kysely: new ListingDialect({ pool }),
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
    referenceStatements: REFERENCES_BY_STATEMENT,
    // Any number will do, as long as all processes name the same one. Held until the transaction ends.
    lockStatement: 'select pg_advisory_xact_lock(4680)',
  };
}

class ListingDialect extends PostgresDialect {
  override createAdapter(): ListingAdapter {
    return new ListingAdapter();
  }
}

class ListingAdapter extends PostgresAdapter implements ManyRows {
  rows({ table, columns, rows }: Parameters<ManyRows['rows']>[0]): RawBuilder<unknown> {
    const names = sql.join(columns.map((column) => sql.ref(column)));
    // A row of the table that is not there: it lends its column types to what the JSON holds.
    const shape = sql`(select shape from ${sql.table(table)} as shape limit 0)`;
    const json = JSON.stringify(rows, [...columns]);
    return sql`select ${names} from json_populate_recordset(${shape}, ${json}::json)`;
  }

  isOneOf(column: string, texts: readonly string[]): RawBuilder<SqlBool> {
    return sql`${sql.ref(column)} = any(${texts}::text[])`;
  }
}
