import type { StoreDialect } from '../dialect/dialect.ts';

/** Records, codes, adjustments, the ledger, history, idempotency and imports. Never edited after release. */
export function foundation({ ddl: { integer, text, tableEnd }, searchStatements }: StoreDialect): string[] {
  return [
    `create table workspace (
      id ${integer} primary key check (id = 1),
      currency ${text} not null,
      created_at ${text} not null
    )${tableEnd}`,

    // One request that changed something.
    `create table operation (
      id ${text} primary key,
      type ${text} not null,
      person_id ${text} not null,
      person_name ${text} not null,
      at ${text} not null
    )${tableEnd}`,

    // One row of the inventory. The *_key columns order lists for people; search_text holds the folded name, SKU,
    // reference and codes. Money columns are kept equal to the fold of the ledger in the write that changes it;
    // null is unknown: no purchase entry, or no income to take a margin of.
    `create table record (
      id ${text} primary key,
      version ${integer} not null,
      name ${text} not null,
      name_key ${text} not null,
      sku ${text} not null,
      sku_key ${text} not null,
      category ${text} not null,
      category_key ${text} not null,
      location ${text} not null,
      location_key ${text} not null,
      notes ${text} not null,
      reference ${text} unique,
      quantity ${integer} not null check (quantity between 0 and 999999999),
      individual_since ${text},
      opened_on ${text} not null,
      created_at ${text} not null,
      changed_at ${text} not null,
      code_count ${integer} not null,
      search_text ${text} not null,
      income ${integer} not null,
      cost ${integer} not null,
      acquisition_cost ${integer},
      profit ${integer},
      margin_ppm ${integer}
    )${tableEnd}`,

    // A code leads to one record for ever. A detached one remembers where it led (is_attached 0) until it is attached anew.
    `create table stock_code (
      code_key ${text} primary key,
      code ${text} not null,
      kind ${text} not null,
      record_id ${text} not null references record (id),
      is_attached ${integer} not null check (is_attached in (0, 1)),
      position ${integer} not null,
      since ${text} not null
    )${tableEnd}`,

    // A signed change of quantity; quantity is what it was afterwards. external_ref: the line of a file that said so.
    `create table adjustment (
      id ${text} primary key,
      record_id ${text} not null references record (id),
      operation_id ${text} not null references operation (id) deferrable initially deferred,
      delta ${integer} not null check (delta <> 0),
      quantity ${integer} not null check (quantity >= 0),
      reason ${text} not null,
      occurred_on ${text} not null,
      recorded_at ${text} not null,
      note ${text} not null,
      external_ref ${text} unique
    )${tableEnd}`,

    // The ledger: append-only but for voided_by, which the voiding line sets. restores: the entry that
    // stands again in this one, because its void was taken back. quantity is the record's when it was posted.
    `create table entry (
      id ${text} primary key,
      record_id ${text} not null references record (id),
      operation_id ${text} not null references operation (id) deferrable initially deferred,
      kind ${text} not null,
      amount ${integer} not null check (amount <> 0),
      occurred_on ${text} not null,
      recorded_at ${text} not null,
      quantity ${integer} not null,
      note ${text} not null,
      service_from ${text},
      service_to ${text},
      service_units ${integer},
      source ${text},
      external_ref ${text},
      voids ${text} references entry (id),
      voided_by ${text},
      restores ${text} references entry (id),
      person_id ${text} not null,
      person_name ${text} not null,
      unique (source, external_ref)
    )${tableEnd}`,

    // Per record and kind: the sum, and how many entries it stands on (a void counts −1).
    `create table kind_total (
      record_id ${text} not null references record (id),
      kind ${text} not null,
      amount ${integer} not null,
      count ${integer} not null,
      primary key (record_id, kind)
    )${tableEnd}`,

    // Who changed what; before and after are JSON.
    `create table history_line (
      id ${text} primary key,
      operation_id ${text} not null references operation (id) deferrable initially deferred,
      record_id ${text} not null references record (id),
      at ${text} not null,
      person_id ${text} not null,
      person_name ${text} not null,
      action ${text} not null,
      field ${text} not null,
      before ${text} not null,
      after ${text} not null,
      note ${text} not null
    )${tableEnd}`,

    // The answer to a request that was done, kept in the transaction that did it.
    `create table idempotency (
      person_id ${text} not null,
      key ${text} not null,
      request_hash ${text} not null,
      answer ${text} not null,
      created_at ${text} not null,
      primary key (person_id, key)
    )${tableEnd}`,

    // Files that were checked and may be committed; options, files and report are JSON.
    `create table import_job (
      id ${text} primary key,
      state ${text} not null,
      person_id ${text} not null,
      created_at ${text} not null,
      options ${text} not null,
      files ${text} not null,
      report ${text} not null,
      operation_id ${text}
    )${tableEnd}`,

    ...indexes(),
    ...searchStatements,
  ];
}

function indexes(): string[] {
  const sorted = [
    'name_key',
    'sku_key',
    'category_key',
    'location_key',
    'quantity',
    'code_count',
    'income',
    'cost',
    'changed_at',
  ];
  const unknownLast = ['profit', 'margin_ppm'];
  return [
    ...sorted.map((column) => `create index record_by_${column} on record (${column}, id)`),
    // Unknown comes last in both directions.
    ...unknownLast.flatMap((column) => [
      `create index record_by_${column}_up on record ((${column} is null), ${column}, id)`,
      `create index record_by_${column}_down on record ((${column} is null), ${column} desc, id desc)`,
    ]),
    // Totals over everything, or over a range of quantities, are read from this index alone.
    'create index record_totals on record (quantity, code_count, income, cost, profit)',
    'create index record_by_category on record (category)',
    'create index record_by_location on record (location)',
    'create index record_by_sku on record (sku)',
    'create index stock_code_by_record on stock_code (record_id, is_attached, position)',
    'create index adjustment_by_record on adjustment (record_id, id)',
    'create index entry_by_record on entry (record_id, occurred_on, id)',
    'create index history_line_by_record on history_line (record_id, id)',
    // What one operation did; and without them, storing an operation would search these tables for lines that wait for it.
    'create index adjustment_by_operation on adjustment (operation_id)',
    'create index entry_by_restored on entry (restores)',
    'create index entry_by_operation on entry (operation_id)',
    'create index history_line_by_operation on history_line (operation_id)',
    'create index idempotency_by_age on idempotency (created_at)',
  ];
}
