import type { StoreDialect } from '../dialect/dialect.ts';

/** One row for all kinds of a record, and none that is kept twice. See decision 014. Never edited after release. */
export function kindsInOneRow(dialect: StoreDialect): string[] {
  return [...totals(dialect), ...carries(dialect), ...dialect.leanKeyStatements];
}

/** The text of `kindsText`, for rows that had a line for each kind. */
const TEXT = (order: string) =>
  `'[' || string_agg('["' || kind || '",' || amount || ',' || count || ']', ',' order by ${order}) || ']'`;

function totals({ ddl: { text } }: StoreDialect): string[] {
  return [
    // Per record its sums by kind, and how many entries each stands on (a void counts −1).
    `alter table record add column kinds ${text} not null default '[]'`,
    `with summed as (select record_id, ${TEXT('kind')} as kinds from kind_total group by record_id)
      update record set kinds = summed.kinds from summed where summed.record_id = record.id`,
    'drop table kind_total',
  ];
}

function carries({ ddl: { text, tableEnd }, lineReferences, expandKinds }: StoreDialect): string[] {
  const { join, place, kind, amount } = expandKinds('carry.kinds');
  return [
    // What a conversion handed to a record, or took from it, by kind; each operation's sums are zero per kind.
    `create table carry_by_kinds (
      record_id ${text} not null${lineReferences.record},
      operation_id ${text} not null${lineReferences.operation},
      kinds ${text} not null,
      primary key (record_id, operation_id)
    )${tableEnd}`,
    `insert into carry_by_kinds (record_id, operation_id, kinds)
      select record_id, operation_id, ${TEXT('id')} from carry group by record_id, operation_id`,
    'drop table carry',
    'alter table carry_by_kinds rename to carry',
    'create index carry_by_operation on carry (operation_id)',
    ...lineReferences.statements('carry', { isOfOperation: true }),

    // A line for each kind, for the lines behind a figure.
    `create view carry_line as
      select carry.operation_id || '-' || carry.record_id || '-' || (${place}) as id,
        carry.record_id, carry.operation_id, ${kind} as kind, ${amount} as amount
      from carry ${join}`,
  ];
}
