/**
 * PostgreSQL looks each reference of each row up by itself, and a conversion of ten thousand units writes a quarter of
 * a million of them. Lines that are written by the thousand have theirs looked up once for each statement instead.
 * See docs/decisions/012-references-by-statement.md.
 */
const LINES_OF_RECORDS = ['stock_code', 'adjustment', 'entry', 'kind_total', 'carry', 'history_line'];
const LINES_OF_OPERATIONS = ['adjustment', 'entry', 'carry', 'lineage', 'history_line'];

/** Statements that put the look-ups by statement in the place of those by row. */
export const REFERENCES_BY_STATEMENT: readonly string[] = [
  // Each operation that lines name, once: an operation is stored after its lines, so that it is looked up at the end.
  `create table named_operation (
    id text collate "C" primary key references operation (id) deferrable initially deferred
  )`,
  'insert into named_operation (id) select id from operation',
  functionOf('require_records', lookUp('record_id')),
  functionOf('require_parents_and_children', `${lookUp('parent_id')} ${lookUp('child_id')}`),
  functionOf(
    'name_operations',
    'insert into named_operation (id) select distinct operation_id from added on conflict do nothing;',
  ),
  functionOf(
    'keep',
    `raise foreign_key_violation using message = tg_table_name || ' is kept: lines name it';`,
  ),
  ...LINES_OF_RECORDS.flatMap((table) => [
    `alter table ${table} drop constraint ${table}_record_id_fkey`,
    afterEach({ table, event: 'insert', call: 'require_records' }),
  ]),
  'alter table lineage drop constraint lineage_parent_id_fkey',
  'alter table lineage drop constraint lineage_child_id_fkey',
  afterEach({ table: 'lineage', event: 'insert', call: 'require_parents_and_children' }),
  ...LINES_OF_OPERATIONS.flatMap((table) => [
    `alter table ${table} drop constraint ${table}_operation_id_fkey`,
    afterEach({ table, event: 'insert', call: 'name_operations' }),
    before(`update of operation_id on ${table}`),
  ]),
  // A code may be moved to another record; every other line stays with its own.
  afterEach({ table: 'stock_code', event: 'update', call: 'require_records' }),
  ...LINES_OF_RECORDS.filter((table) => table !== 'stock_code').map((table) =>
    before(`update of record_id on ${table}`),
  ),
  before('update of parent_id, child_id on lineage'),
  // What lines name is never deleted, and never gets another id.
  before('delete on record'),
  before('update of id on record'),
  before('truncate on record'),
];

/** The same look-ups for a table that was made later, without references by row. */
export function referencesOf(table: string, { isOfOperation }: { isOfOperation: boolean }): string[] {
  return [
    afterEach({ table, event: 'insert', call: 'require_records' }),
    before(`update of record_id on ${table}`),
    ...(isOfOperation
      ? [
          afterEach({ table, event: 'insert', call: 'name_operations' }),
          before(`update of operation_id on ${table}`),
        ]
      : []),
  ];
}

/** The subquery is no join: whatever the number of rows that it was first planned for, it reads the index. */
function lookUp(column: string): string {
  return `if exists (
      select from (select distinct ${column} as id from added) as named
      where (select true from record where record.id = named.id) is null
    ) then
      raise foreign_key_violation using message = tg_table_name || '.${column} names a record that is not there';
    end if;`;
}

function functionOf(name: string, body: string): string {
  return `create function ${name}() returns trigger language plpgsql as $$ begin ${body} return null; end $$`;
}

function afterEach({
  table,
  event,
  call,
}: {
  table: string;
  event: 'insert' | 'update';
  call: string;
}): string {
  return `create trigger ${table}_${event}_${call} after ${event} on ${table}
    referencing new table as added for each statement execute function ${call}()`;
}

function before(event: string): string {
  const name = event.replaceAll(/\W+/g, '_');
  return `create trigger keep_on_${name} before ${event} for each statement execute function keep()`;
}
