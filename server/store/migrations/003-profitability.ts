import type { StoreDialect } from '../dialect/dialect.ts';

/** What reports need: the order of operations, batches, lives of SKUs, meters. Never edited after release. */
export function profitability({ ddl: { integer, text, tableEnd } }: StoreDialect): string[] {
  return [
    // Operations in the order in which they were committed: writes happen one after the other. Who keeps figures in
    // memory asks what was done since the last number.
    `alter table operation add column number ${integer} not null default 0`,
    `with numbered as (select id, row_number() over (order by id) as number from operation)
      update operation set number = numbered.number from numbered where numbered.id = operation.id`,
    'create unique index operation_by_number on operation (number)',

    // What came in together, named by its first record; and the first day of the units that a record was made from.
    `alter table record add column batch_id ${text} not null default ''`,
    `alter table record add column origin_on ${text} not null default ''`,
    'update record set batch_id = id, origin_on = opened_on',
    ...batchesOfOldRecords(),
    'create index record_by_batch on record (batch_id)',

    // The entries of one day, for the lines behind a figure.
    'create index entry_by_day on entry (occurred_on, id)',

    // How the things of one SKU lose value; a SKU without a line has no life.
    `create table sku_life (
      sku ${text} primary key,
      months ${integer} not null check (months > 0),
      residual_ppm ${integer} not null check (residual_ppm between 0 and 1000000),
      method ${text} not null
    )${tableEnd}`,

    // A value read off a meter: append-only but for voided_at, which taking it back sets. is_reset: the meter began anew.
    `create table reading (
      id ${text} primary key,
      record_id ${text} not null references record (id),
      operation_id ${text} not null references operation (id) deferrable initially deferred,
      meter ${text} not null,
      value ${integer} not null check (value >= 0),
      is_reset ${integer} not null check (is_reset in (0, 1)),
      occurred_on ${text} not null,
      recorded_at ${text} not null,
      note ${text} not null,
      voided_at ${text},
      person_id ${text} not null,
      person_name ${text} not null
    )${tableEnd}`,
    'create index reading_by_record on reading (record_id, meter, occurred_on, id)',
    'create index reading_by_operation on reading (operation_id)',
  ];
}

/** The rules of `domain/batch.ts` and of conversions, for records that were there before. */
function batchesOfOldRecords(): string[] {
  return [
    `with lot as (
        select record.id, min(record.id) over (
          partition by made.operation_id, record.sku_key, record.opened_on,
            case when record.sku_key = '' then record.name_key else '' end
        ) as batch
        from record
        join history_line made on made.record_id = record.id and made.action = 'created'
        join operation on operation.id = made.operation_id and operation.type in ('create', 'import', 'quantity')
        where record.quantity < 2
      )
      update record set batch_id = lot.batch from lot where lot.id = record.id`,
    `with recursive made as (
        select lineage.child_id as id, parent.batch_id, parent.origin_on
        from lineage
        join operation on operation.id = lineage.operation_id and operation.type in ('serialize', 'split')
        join record parent on parent.id = lineage.parent_id
        where not exists (
          select 1 from lineage earlier
          join operation done on done.id = earlier.operation_id and done.type in ('serialize', 'split')
          where earlier.child_id = lineage.parent_id
        )
        union all
        select lineage.child_id, made.batch_id, made.origin_on
        from made
        join lineage on lineage.parent_id = made.id
        join operation on operation.id = lineage.operation_id and operation.type in ('serialize', 'split')
      )
      update record set batch_id = made.batch_id, origin_on = made.origin_on from made where made.id = record.id`,
  ];
}
