import { sql } from 'kysely';
import { type Tracking, quantitiesOf } from '#domain/tracking.ts';
import { type RecordFilter, conditionOf } from './recordFilter.ts';
import { type RecordSort, type RecordTotals, SUMS, exact, sumText, sumsOf } from './recordList.ts';
import { type RecordWithCodes, findRecordsWithCodes } from './records.ts';
import type { ReadHandle } from './store.ts';

export type GroupField = 'sku' | 'category' | 'location';

/** The records of a filter that share a SKU, category or location, added up. */
export interface RecordGroup extends RecordTotals {
  /** What they share; '' for those without. */
  label: string;
  serialized: number;
  bulk: number;
  /** The one record of a group of one. */
  only: RecordWithCodes | null;
}

export interface GroupQuery {
  filter: RecordFilter;
  by: GroupField;
  sort: readonly RecordSort[];
  offset: number;
  limit: number;
}

/** One window of groups. The order is total: groups that are equal in it are ordered by their label. */
export async function listGroups(database: ReadHandle, query: GroupQuery): Promise<RecordGroup[]> {
  const { by, filter } = query;
  let select = database
    .selectFrom('record')
    .select([
      by,
      ...SUMS,
      countOf('serialized').as('serialized'),
      countOf('bulk').as('bulk'),
      sql<string | null>`case when count(*) = 1 then min(id) end`.as('only_id'),
    ])
    .where((eb) => conditionOf(eb, filter))
    .groupBy([by, `${by}_key`]);
  for (const { field, isDescending } of query.sort) {
    const figure = FIGURE_BY_SORT[field] ?? sql.ref(`${by}_key`);
    select = select.orderBy(figure, isDescending ? 'desc' : 'asc');
  }
  const rows = await select
    .orderBy(`${by}_key`)
    .orderBy(by)
    .offset(query.offset)
    .limit(query.limit)
    .execute();
  const single = await findRecordsWithCodes(
    database,
    rows.flatMap(({ only_id: id }) => id ?? []),
  );
  return rows.map((row) => ({
    label: row[by],
    ...sumsOf(row),
    serialized: exact(row.serialized),
    bulk: exact(row.bulk),
    only: single.get(row.only_id ?? '') ?? null,
  }));
}

function countOf(tracking: Tracking) {
  const { from, to } = quantitiesOf(tracking);
  const isTracked = to === null ? sql`quantity >= ${from}` : sql`quantity between ${from} and ${to}`;
  return sql<string>`cast(sum(case when ${isTracked} then 1 else 0 end) as text)`;
}

/** Every other order is by label: a group has no name and no margin of its own. Unknown profit orders as nothing known. */
const FIGURE_BY_SORT: Partial<Record<RecordSort['field'], ReturnType<typeof sql>>> = {
  quantity: sql`sum(quantity)`,
  codes: sql`sum(code_count)`,
  income: sql`sum(income)`,
  cost: sql`sum(cost)`,
  profit: sql`coalesce(sum(profit), 0)`,
  changed: sql`max(changed_at)`,
};

/** How many groups the filter has. */
export async function countGroups(
  database: ReadHandle,
  { filter, by }: Pick<GroupQuery, 'filter' | 'by'>,
): Promise<number> {
  const { groups } = await database
    .selectFrom('record')
    .select(sumText(`count(distinct ${by})`).as('groups'))
    .where((eb) => conditionOf(eb, filter))
    .executeTakeFirstOrThrow();
  return exact(groups);
}
