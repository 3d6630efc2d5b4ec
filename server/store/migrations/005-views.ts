import type { StoreDialect } from '../dialect/dialect.ts';

/** What the inventory table asks for: texts found fast, and views that people keep. Never edited after release. */
export function views({ ddl: { integer, text, tableEnd }, textIndexStatements }: StoreDialect): string[] {
  return [
    ...textIndexStatements,

    // A table as somebody wants to see it again: its address without the row, for its owner or for everybody.
    `create table saved_view (
      id ${text} primary key,
      person_id ${text} not null,
      person_name ${text} not null,
      name ${text} not null,
      name_key ${text} not null,
      search ${text} not null,
      is_shared ${integer} not null check (is_shared in (0, 1)),
      changed_at ${text} not null
    )${tableEnd}`,

    // The view that a person's inventory opens with.
    `create table default_view (
      person_id ${text} primary key,
      view_id ${text} not null references saved_view (id) on delete cascade
    )${tableEnd}`,
    'create index default_view_by_view on default_view (view_id)',
  ];
}
