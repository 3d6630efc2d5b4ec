import { sql } from 'kysely';
import type { Store } from '#server/store/store.ts';

/**
 * Fills an empty database with set-based SQL, the same on both: records of eight categories, five places and 5,000
 * SKUs, a third of them bulk, each with a purchase (nine of ten), and entries of nine kinds over four years, some with a
 * service period. The stored totals are those that the application would have kept.
 */
export async function fillLedger(
  store: Store,
  size: { records: number; entriesEach: number },
): Promise<void> {
  const { records, entriesEach } = size;
  const run = (text: string) => sql.raw(text).execute(store.read);
  await store.write(async (transaction) => {
    // Ten million references that are right by construction need not be looked up one by one.
    if (store.name === 'postgresql')
      await sql.raw('set local session_replication_role = replica').execute(transaction);
    for (const text of statements(records, entriesEach)) await sql.raw(text).execute(transaction);
  });
  // What a database learns by itself in time: statistics, and which pages are visible to all.
  await run(store.name === 'sqlite' ? 'analyze' : 'vacuum analyze');
}

function statements(records: number, entriesEach: number): string[] {
  const at = `'2026-01-01T00:00:00.000Z'`;
  return [
    `insert into operation (id, type, person_id, person_name, at, number) values ('op', 'import', 'owner', 'Owner', ${at}, 1)`,
    `create temporary table filled as
      with recursive n (i) as (select cast(0 as bigint) union all select i + 1 from n where i < ${records * entriesEach - 1})
      select i / ${entriesEach} as r, i % ${entriesEach} as e,
        case
          when i % ${entriesEach} = 0 and (i / ${entriesEach}) % 10 > 0 then 'purchase'
          else ${pick('i * 31 % 1009', KINDS)}
        end as kind,
        case when i % ${entriesEach} = 0 then 2000 + i * 7919 % 180000 else 100 + i * 104729 % 9000 end as amount,
        ${dayAt('i * 17 % 100003')} as occurred_on
      from n`,
    `create temporary table summed as
      select r,
        sum(case when kind in ('rental', 'sale', 'fee') then amount else 0 end) as income,
        sum(case when kind in ('rental', 'sale', 'fee') then 0 else amount end) as cost,
        sum(case when kind = 'purchase' then amount end) as purchase,
        '[' || string_agg('["' || kind || '",' || amount || ',' || count || ']', ',') || ']' as kinds
      from (select r, kind, sum(amount) as amount, count(*) as count from filled group by r, kind) as sums
      group by r`,
    `insert into record (id, version, name, name_key, sku, sku_key, category, category_key, location, location_key,
        notes, quantity, individual_since, opened_on, created_at, changed_at, code_count, search_text,
        kinds, income, cost, acquisition_cost, profit, margin_ppm, batch_id, origin_on)
      select ${id('d', 'r')}, 1, name, name_key, sku, sku_key, category, lower(category), location, lower(location), '',
        quantity,
        case when quantity = 1 then '2021-01-01T00:00:00.000Z' end, opened_on, ${at}, ${at}, 0, lower(name || '\n' || sku),
        kinds, income, cost, purchase,
        case when purchase is not null then income - cost end,
        case when purchase is not null and income <> 0 then (income - cost) * 1000000 / income end,
        ${id('d', 'r / 4 * 4')}, opened_on
      from (
        select r, kinds, income, cost, purchase,
          ${pick('r', THINGS)} || ' ' || r as name,
          ${pick('r', THINGS)} as category,
          lower(${pick('r', THINGS)}) || ' ' || ${lastDigits(12, 'r')} as name_key,
          'SKU-' || r % 5000 as sku,
          'sku-' || ${lastDigits(12, 'r % 5000')} as sku_key,
          ${pick('r / 7', PLACES)} as location,
          case when r % 3 = 0 then 2 + r % 97 else 1 end as quantity,
          ${dayAt('r')} as opened_on
        from summed
      ) described`,
    `insert into adjustment (id, record_id, operation_id, delta, quantity, reason, occurred_on, recorded_at, note)
      select ${id('a', 'r')}, ${id('d', 'r')}, 'op', case when r % 3 = 0 then 2 + r % 97 else 1 end,
        case when r % 3 = 0 then 2 + r % 97 else 1 end, 'purchase', ${dayAt('r')}, ${at}, ''
      from summed`,
    `insert into entry (id, record_id, operation_id, kind, amount, occurred_on, recorded_at, quantity, note,
        service_from, service_to, service_units, person_id, person_name)
      select ${id('e', `r * ${entriesEach} + e`)}, ${id('d', 'r')}, 'op', kind, amount, occurred_on, ${at},
        case when r % 3 = 0 then 2 + r % 97 else 1 end, '',
        case when kind = 'rental' then occurred_on end, case when kind = 'rental' then occurred_on end,
        case when kind = 'rental' then 1 end, 'owner', 'Owner'
      from filled`,
    'drop table filled',
    'drop table summed',
  ];
}

const KINDS = ['rental', 'rental', 'rental', 'rental', 'sale', 'repair', 'cleaning', 'maintenance', 'fee'];
const THINGS = ['Ski pole', 'Trekking bike', 'Helmet', 'Camera', 'Strap', 'Cable', 'Kayak', 'Tent'];
const PLACES = ['Front desk', 'Shelf A', 'Shelf B', 'Cellar', 'Yard'];

function pick(number: string, texts: readonly string[]): string {
  const cases = texts.map((text, index) => `when ${index} then '${text}'`).join(' ');
  return `case (${number}) % ${texts.length} ${cases} end`;
}

/** UUIDs, as the ids that the application makes, in the order of the numbers; the prefix is a hexadecimal digit. */
function id(prefix: string, number: string): string {
  return `'019ab3f0-7c1e-7d3a-9a51-${prefix}' || ${lastDigits(11, number)}`;
}

function dayAt(seed: string): string {
  const [year, month, day] = [`2022 + (${seed}) % 4`, `1 + (${seed}) / 4 % 12`, `1 + (${seed}) / 48 % 28`];
  return `(${year}) || '-' || ${lastDigits(2, month)} || '-' || ${lastDigits(2, day)}`;
}

function lastDigits(count: number, number: string): string {
  const padded = `('${'0'.repeat(count)}' || (${number}))`;
  return `substr(${padded}, length(${padded}) - ${count - 1})`;
}
