import { sql } from 'kysely';
import { type Instant, knownDay } from '#domain/day.ts';
import type { ServicePeriod } from '#domain/entry.ts';
import type { DayAmount } from '#domain/figures.ts';
import { minor } from '#domain/money.ts';
import { quantitiesOf } from '#domain/tracking.ts';
import type { ReadHandle } from './store.ts';

/** Money per day and kind over a record's life: what the profit curve and the payback day are made of. */
export async function dayAmounts(database: ReadHandle, recordId: string): Promise<DayAmount[]> {
  const rows = await database
    .selectFrom('entry')
    .select(['occurred_on', 'kind', sql<string>`cast(sum(amount) as text)`.as('amount')])
    .where('record_id', '=', recordId)
    .groupBy(['occurred_on', 'kind'])
    .orderBy('occurred_on')
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({
    day: knownDay(row.occurred_on),
    kind: row.kind,
    amount: minor(Number(row.amount)),
  }));
}

/** The service periods of a record's entries; the line that takes one back says so. */
export async function listServices(
  database: ReadHandle,
  recordId: string,
): Promise<(ServicePeriod & { isVoid: boolean })[]> {
  const rows = await database
    .selectFrom('entry')
    .select(['service_from as from', 'service_to as to', 'service_units as units', 'voids'])
    .where('record_id', '=', recordId)
    .where('service_from', 'is not', null)
    .execute();
  return rows.flatMap(({ from, to, units, voids }) =>
    from && to && units ? [{ from: knownDay(from), to: knownDay(to), units, isVoid: voids !== null }] : [],
  );
}

/** Money per kind that is a unit's own: the sum of the lines for which the domain's `provenanceOf` says so. */
export async function totalsSince(
  database: ReadHandle,
  { recordId, since }: { recordId: string; since: Instant | null },
): Promise<Map<string, number>> {
  if (since === null) return new Map();
  const rows = await database
    .selectFrom('entry')
    .select(['kind', sql<string>`cast(sum(amount) as text)`.as('amount')])
    .where('record_id', '=', recordId)
    .where('recorded_at', '>=', since)
    .where('quantity', '<', quantitiesOf('bulk').from)
    .groupBy('kind')
    .execute();
  return new Map(rows.map((row) => [row.kind, Number(row.amount)]));
}
