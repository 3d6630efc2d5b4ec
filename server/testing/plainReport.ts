import { dayOfInstant, knownDay } from '#domain/day.ts';
import type { Day } from '#domain/day.ts';
import { ENTRY_KINDS, type Direction, directionOf } from '#domain/entry.ts';
import { lostValue } from '#domain/figures.ts';
import { minor } from '#domain/money.ts';
import { provenanceOf } from '#domain/provenance.ts';
import { type KindTotals, NO_TOTALS, addCarry, addEntry, amountOf, directionTotal } from '#domain/totals.ts';
import { type DatedAdjustment, type Period, unitDays, unitsAcquiredAndLost } from '#domain/unitDays.ts';
import { carriesOf } from '#server/store/conversions.ts';
import type { Store } from '#server/store/store.ts';

/** Everything that is stored of the ledger, as plain rows: what a report is folded from the slow and simple way. */
export async function readPlainLedger({ read }: Store) {
  const records = await read.selectFrom('record').selectAll().where('is_withdrawn', '=', 0).execute();
  const entries = await read.selectFrom('entry').selectAll().orderBy('id').execute();
  const carries = (await read.selectFrom('carry').selectAll().execute()).flatMap(carriesOf);
  const adjustments = await read.selectFrom('adjustment').selectAll().orderBy('id').execute();
  return { records, entries, carries, adjustments };
}

export type PlainLedger = Awaited<ReturnType<typeof readPlainLedger>>;
type PlainRecord = PlainLedger['records'][number];

/** The figures of some records: `period` null is lifetime, with carries. Amounts are minor units. */
export function plainFigures(
  ledger: PlainLedger,
  { records, period, today }: { records: readonly PlainRecord[]; period: Period | null; today: Day },
) {
  const parts = records.map((record) => recordFigures(ledger, { record, period, today }));
  const sum = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((all, part) => all + of(part), 0);
  const known = parts.filter(({ isKnown }) => isKnown);
  return {
    income: sum(({ totals }) => directionTotal(totals, 'income')),
    cost: sum(({ totals }) => directionTotal(totals, 'cost')),
    profit:
      known.length === 0
        ? null
        : known.reduce(
            (all, { totals }) => all + directionTotal(totals, 'income') - directionTotal(totals, 'cost'),
            0,
          ),
    profitUnknown: parts.length - known.length,
    records: parts.length,
    unitDays: sum((part) => part.unitDays),
    rentedUnitDays: parts.some(({ isServiced }) => isServiced) ? sum((part) => part.rentedUnitDays) : null,
    lostUnits: sum((part) => part.lostUnits),
    lostValue: sum((part) => (part.isKnown ? part.lostValue : 0)),
    byKind: Object.fromEntries(
      ENTRY_KINDS.map((kind) => [kind, sum(({ totals }) => amountOf(totals, kind))] as const).filter(
        ([, amount]) => amount !== 0,
      ),
    ),
    own: { income: sum(({ own }) => own.income), cost: sum(({ own }) => own.cost) },
    inherited: {
      income: sum(({ inherited }) => inherited.income),
      cost: sum(({ inherited }) => inherited.cost),
    },
  };
}

function recordFigures(
  ledger: PlainLedger,
  { record, period, today }: { record: PlainRecord; period: Period | null; today: Day },
) {
  const isWithin = (day: string) => !period || (day >= period.from && day <= period.to);
  const entries = ledger.entries.filter((entry) => entry.record_id === record.id);
  const within = entries.filter((entry) => isWithin(entry.occurred_on));
  const carries = period ? [] : ledger.carries.filter((carry) => carry.recordId === record.id);
  let totals: KindTotals = NO_TOTALS;
  const own: Record<Direction, number> = { income: 0, cost: 0 };
  const inherited: Record<Direction, number> = { income: 0, cost: 0 };
  for (const { kind, amount, voids, recorded_at: recordedAt, quantity } of within) {
    totals = addEntry(totals, { kind, amount: minor(amount), voids });
    const whose = provenanceOf({ recordedAt, quantity }, { individualSince: record.individual_since });
    if (whose === 'own') own[directionOf(kind)] += amount;
  }
  for (const { kind, amount, count } of carries) {
    totals = addCarry(totals, { kind, amount, count });
    inherited[directionOf(kind)] += amount;
  }
  const serviced = entries.filter((entry) => entry.service_from !== null);
  return {
    totals,
    own,
    inherited,
    isKnown: record.acquisition_cost !== null,
    isServiced: serviced.reduce((sum, { voids }) => sum + (voids === null ? 1 : -1), 0) > 0,
    rentedUnitDays: serviced.reduce((sum, entry) => sum + rentedDays(entry, { period, today }), 0),
    ...stockFigures(ledger, { record, period, today }),
  };
}

function rentedDays(
  entry: PlainLedger['entries'][number],
  { period, today }: { period: Period | null; today: Day },
): number {
  const { service_from: from, service_to: to, service_units: units, voids } = entry;
  if (!from || !to || !units) return 0;
  const first = period && period.from > from ? period.from : knownDay(from);
  const last = [to, today, ...(period ? [period.to] : [])].toSorted()[0] ?? today;
  if (last < first) return 0;
  // As many days as one unit is owned that comes on the first of them.
  const days = unitDays([{ delta: 1, reason: 'found', occurredOn: knownDay(first) }], {
    from: knownDay(first),
    to: knownDay(last),
  });
  return days * units * (voids === null ? 1 : -1);
}

function stockFigures(
  ledger: PlainLedger,
  { record, period, today }: { record: PlainRecord; period: Period | null; today: Day },
) {
  const adjustments = ledger.adjustments
    .filter((adjustment) => adjustment.record_id === record.id)
    .map(({ delta, reason, occurred_on: day }): DatedAdjustment => ({
      delta,
      reason,
      occurredOn: knownDay(day),
    }));
  const first =
    adjustments.map(({ occurredOn }) => occurredOn).toSorted()[0] ?? dayOfInstant(record.created_at);
  const end = period && period.to < today ? period.to : today;
  const start = period?.from ?? first;
  const lostBy = (day: Day | null) =>
    unitsAcquiredAndLost(adjustments.filter(({ occurredOn }) => day === null || occurredOn <= day)).lost;
  const { acquired } = unitsAcquiredAndLost(adjustments);
  const valueOf = (unitsLost: number) => {
    const value = lostValue({
      acquisitionCost: minor(record.acquisition_cost ?? 0),
      unitsAcquired: acquired,
      unitsLost,
    });
    return value.known ? value.value : 0;
  };
  const before = period ? lostBy(dayBefore(period.from, adjustments)) : 0;
  const until = lostBy(period?.to ?? null);
  return {
    unitDays: start > end ? 0 : unitDays(adjustments, { from: start, to: end }),
    lostUnits: until - before,
    lostValue: valueOf(until) - valueOf(before),
  };
}

/** The last day before this one on which something happened; that is all that matters here. */
function dayBefore(day: Day, adjustments: readonly DatedAdjustment[]): Day {
  const earlier = adjustments.map(({ occurredOn }) => occurredOn).filter((one) => one < day);
  return earlier.toSorted().at(-1) ?? knownDay('0001-01-01');
}
