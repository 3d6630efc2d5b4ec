import type { Dialect } from 'kysely';

/**
 * What differs between the two databases, and nothing else. Each has one file beside this one; no other code asks
 * which database it is on.
 */
export interface StoreDialect {
  name: 'sqlite' | 'postgresql';
  kysely: Dialect;
  /** Column types and table endings for migrations. */
  ddl: { integer: string; text: string; tableEnd: string };
  /** Statements that only this database needs to search texts fast. */
  searchStatements: readonly string[];
  /** Statements that make `record_text`, in which a part of a record's search text is found without reading all texts. */
  textIndexStatements: readonly string[];
  /** What a transaction says first so that writes happen one after the other; SQLite sees to that by itself. */
  lockStatement: string | null;
}
