import type { StoreDialect } from '../dialect/dialect.ts';

/** Conversions with their carries and lineage, and operations that can be taken back. Never edited after release. */
export function conversions({ ddl: { integer, text, tableEnd } }: StoreDialect): string[] {
  return [
    // The operation it took back, the one that took it back (a chain: undone, done again, undone …), whether a person
    // sees it as undone now, and what it was about: the first record's name, and how many.
    `alter table operation add column undoes ${text} references operation (id)`,
    `alter table operation add column undone_by ${text}`,
    `alter table operation add column is_undone ${integer} not null default 0`,
    `alter table operation add column subject ${text} not null default ''`,
    `alter table operation add column record_count ${integer} not null default 0`,
    'create index operation_by_undoes on operation (undoes)',

    // 1: its making was taken back. It keeps its history and is in no list.
    `alter table record add column is_withdrawn ${integer} not null default 0`,

    'drop index record_totals',
    'create index record_totals on record (quantity, code_count, income, cost, profit, is_withdrawn)',

    // A line by which a conversion hands money from record to record; each operation's lines sum to zero per kind.
    `create table carry (
      id ${text} primary key,
      record_id ${text} not null references record (id),
      operation_id ${text} not null references operation (id) deferrable initially deferred,
      kind ${text} not null,
      amount ${integer} not null,
      count ${integer} not null
    )${tableEnd}`,
    'create index carry_by_record on carry (record_id)',
    'create index carry_by_operation on carry (operation_id)',

    // What a record was made from by a conversion.
    `create table lineage (
      operation_id ${text} not null references operation (id) deferrable initially deferred,
      parent_id ${text} not null references record (id),
      child_id ${text} not null references record (id),
      primary key (operation_id, parent_id, child_id)
    )${tableEnd}`,
    'create index lineage_by_parent on lineage (parent_id)',
    'create index lineage_by_child on lineage (child_id)',
  ];
}
