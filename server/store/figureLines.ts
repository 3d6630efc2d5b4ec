import { type ExpressionBuilder, sql } from 'kysely';
import { dayOfInstant, knownDay } from '#domain/day.ts';
import type { Day, Instant } from '#domain/day.ts';
import type { EntryKind, ServicePeriod } from '#domain/entry.ts';
import { type Minor, minor } from '#domain/money.ts';
import { type Provenance, provenanceOf } from '#domain/provenance.ts';
import { type RecordFilter, conditionOf, labelCondition } from './recordFilter.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle } from './store.ts';

/** A line behind a figure: an entry, or what a conversion carried. */
export interface FigureLine {
  id: string;
  type: 'entry' | 'carry';
  recordId: string;
  recordName: string;
  kind: EntryKind;
  amount: Minor;
  occurredOn: Day;
  recordedAt: Instant;
  note: string;
  quantity: number | null;
  service: ServicePeriod | null;
  provenance: Provenance;
  voids: string | null;
  voidedBy: string | null;
  operationId: string;
}

export interface FigureLinesQuery {
  filter: RecordFilter;
  /** The group, by a column of its records. */
  group: { column: 'id' | 'batch_id' | 'sku' | 'category' | 'location'; key: string } | null;
  /** The records themselves, where they are few. */
  recordIds: readonly string[] | null;
  kinds: readonly EntryKind[];
  from: Day;
  to: Day;
  hasCarries: boolean;
  offset: number;
  limit: number;
}

/** One window of lines, newest day first. Carries stand on the day of their conversion. */
export async function listFigureLines(database: ReadHandle, query: FigureLinesQuery): Promise<FigureLine[]> {
  const entries = entryLines(database, query);
  const all = query.hasCarries ? entries.unionAll(carryLines(database, query)) : entries;
  const rows = await all
    .orderBy('occurredOn', 'desc')
    .orderBy('lineId', 'desc')
    .offset(query.offset)
    .limit(query.limit)
    .execute();
  return rows.map(lineOf);
}

function entryLines(database: ReadHandle, query: FigureLinesQuery) {
  return database
    .selectFrom('entry')
    .innerJoin('record', 'record.id', 'entry.record_id')
    .select([
      'entry.id as lineId',
      sql<'entry' | 'carry'>`'entry'`.as('type'),
      'entry.record_id as recordId',
      'record.name as recordName',
      'record.individual_since as individualSince',
      'entry.kind',
      'entry.amount',
      'entry.occurred_on as occurredOn',
      'entry.recorded_at as recordedAt',
      'entry.note',
      sql<number | null>`entry.quantity`.as('quantity'),
      'entry.service_from as from',
      'entry.service_to as to',
      'entry.service_units as units',
      'entry.voids',
      'entry.voided_by as voidedBy',
      'entry.operation_id as operationId',
    ])
    .where('entry.kind', 'in', query.kinds)
    .where('entry.occurred_on', '>=', query.from)
    .where('entry.occurred_on', '<=', query.to)
    .$if(query.recordIds !== null, (lines) => lines.where('entry.record_id', 'in', query.recordIds ?? []))
    .where((eb) => isInGroup(eb, query));
}

function carryLines(database: ReadHandle, query: FigureLinesQuery) {
  const day = sql<string>`substr(operation.at, 1, 10)`;
  const nothing = sql<null>`null`;
  return database
    .selectFrom('carry_line as carry')
    .innerJoin('record', 'record.id', 'carry.record_id')
    .innerJoin('operation', 'operation.id', 'carry.operation_id')
    .select([
      'carry.id as lineId',
      sql<'entry' | 'carry'>`'carry'`.as('type'),
      'carry.record_id as recordId',
      'record.name as recordName',
      'record.individual_since as individualSince',
      'carry.kind',
      'carry.amount',
      day.as('occurredOn'),
      'operation.at as recordedAt',
      sql<string>`''`.as('note'),
      sql<number | null>`null`.as('quantity'),
      nothing.as('from'),
      nothing.as('to'),
      sql<number | null>`null`.as('units'),
      nothing.as('voids'),
      nothing.as('voidedBy'),
      'carry.operation_id as operationId',
    ])
    .where('carry.kind', 'in', query.kinds)
    .where(day, '>=', query.from)
    .where(day, '<=', query.to)
    .$if(query.recordIds !== null, (lines) => lines.where('carry.record_id', 'in', query.recordIds ?? []))
    .where((eb) => isInGroup(eb, query));
}

function isInGroup(eb: ExpressionBuilder<Schema, 'record'>, { filter, group }: FigureLinesQuery) {
  const chosen = conditionOf(eb, filter);
  if (!group) return chosen;
  const { column, key } = group;
  const isLabel = column === 'sku' || column === 'category' || column === 'location';
  const ofGroup = isLabel ? labelCondition(eb, { column, values: [key] }) : eb(`record.${column}`, '=', key);
  return eb.and([chosen, ofGroup]);
}

type Line = Awaited<ReturnType<ReturnType<typeof entryLines>['execute']>>[number];

function lineOf(row: Line): FigureLine {
  const { lineId: id, individualSince, from, to, units, type, quantity, recordedAt, ...line } = row;
  const isEntry = type === 'entry' && quantity !== null;
  return {
    ...line,
    id,
    type,
    quantity,
    recordedAt,
    amount: minor(row.amount),
    occurredOn: isEntry ? knownDay(row.occurredOn) : dayOfInstant(recordedAt),
    service: from && to && units ? { from: knownDay(from), to: knownDay(to), units } : null,
    provenance: isEntry ? provenanceOf({ recordedAt, quantity }, { individualSince }) : 'inherited',
  };
}
