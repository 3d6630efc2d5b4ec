import { type Day, dayNumber, dayOfInstant } from '#domain/day.ts';
import { ENTRY_KINDS, type EntryKind, type ServicePeriod, directionOf } from '#domain/entry.ts';
import {
  type DayAmount,
  type Figures,
  type Known,
  figuresOf,
  lostValue,
  paybackDay,
  profitCurve,
  ratioPpm,
} from '#domain/figures.ts';
import { type Minor, ZERO, minor } from '#domain/money.ts';
import { perUnit } from '#domain/provenance.ts';
import { accept } from '#domain/result.ts';
import { amountOf } from '#domain/totals.ts';
import { METERS, type Meter, type MeterUse, type Reading, usageOf } from '#domain/reading.ts';
import { type PerUnitDay, perUnitDay, unitDays, unitsAcquiredAndLost } from '#domain/unitDays.ts';
import { inheritedTotals } from '#server/store/conversions.ts';
import { listValidReadings } from '#server/store/readings.ts';
import { findTotals } from '#server/store/ledger.ts';
import { dayAmounts, listServices, totalsSince } from '#server/store/ledgerFigures.ts';
import { listAdjustments } from '#server/store/operations.ts';
import type { RecordWithCodes } from '#server/store/records.ts';
import type { Context, Outcome } from './context.ts';
import { findExisting } from './findVersion.ts';

export interface KindFigure {
  kind: EntryKind;
  amount: Minor;
  entries: number;
  /** Posted to this very unit; carried to it by a conversion; posted while it was part of a pool. */
  own: Minor;
  inherited: Minor;
  shared: Minor;
}

export interface RecordFigures extends Figures {
  paybackDay: Known<Day>;
  lostValue: Known<Minor>;
  unitDays: number;
  rentals: number;
  rentedUnitDays: number | null;
  utilisationPpm: number | null;
  use: (MeterUse & { meter: Meter; cost: Minor })[];
  profitPerUnitDay: Known<PerUnitDay>;
  perUnit: Record<'income' | 'cost' | 'profit', ReturnType<typeof perUnit>>;
  byKind: KindFigure[];
  curve: { day: Day; profit: Minor }[];
}

/** What a record earned and cost from its first day to today, and how each figure is known. */
export async function readFigures(
  { store, clock }: Context,
  recordId: string,
): Promise<Outcome<RecordFigures>> {
  const found = await findExisting(store.read, recordId);
  if (!found.ok) return found;
  const record = found.value;
  const [totals, lines, adjustments, own, carried, services, readings] = await Promise.all([
    findTotals(store.read, recordId),
    dayAmounts(store.read, recordId),
    listAdjustments(store.read, recordId),
    totalsSince(store.read, { recordId, since: record.individualSince }),
    inheritedTotals(store.read, recordId),
    listServices(store.read, recordId),
    listValidReadings(store.read, recordId),
  ]);
  const figures = figuresOf(totals);
  const days = unitDays(adjustments, { from: firstDay(record, adjustments), to: dayOfInstant(clock()) });
  const { acquired, lost } = unitsAcquiredAndLost(adjustments);
  return accept({
    ...figures,
    paybackDay: paybackDay(lines),
    lostValue: ifKnown(figures.acquisitionCost, (acquisitionCost) =>
      lostValue({ acquisitionCost, unitsAcquired: acquired, unitsLost: lost }),
    ),
    unitDays: days,
    rentals: totals.rental?.count ?? 0,
    ...rentedTime(services, { ownedDays: days, today: dayOfInstant(clock()) }),
    use: usageByMeter(readings, lines),
    profitPerUnitDay: ifKnown(figures.profit, (profit) => perUnitDay(profit, days)),
    perUnit: perUnitFigures(figures, record),
    byKind: ENTRY_KINDS.filter((kind) => totals[kind]).map((kind) => {
      const amount = amountOf(totals, kind);
      const ownAmount = minor(own.get(kind) ?? 0);
      const entries = totals[kind]?.count ?? 0;
      const inherited = carried.get(kind) ?? ZERO;
      return {
        kind,
        amount,
        entries,
        own: ownAmount,
        inherited,
        shared: minor(amount - ownAmount - inherited),
      };
    }),
    curve: profitCurve(lines),
  });
}

/** Days for which units were rented out, up to today; unknown where no entry says for which days it was. */
function rentedTime(
  services: readonly (ServicePeriod & { isVoid: boolean })[],
  { ownedDays, today }: { ownedDays: number; today: Day },
): Pick<RecordFigures, 'rentedUnitDays' | 'utilisationPpm'> {
  const standing = services.reduce((sum, { isVoid }) => sum + (isVoid ? -1 : 1), 0);
  if (standing <= 0) return { rentedUnitDays: null, utilisationPpm: null };
  const rented = services.reduce((sum, { from, to, units, isVoid }) => {
    const days = Math.min(dayNumber(to), dayNumber(today)) - dayNumber(from) + 1;
    return sum + Math.max(days, 0) * units * (isVoid ? -1 : 1);
  }, 0);
  return { rentedUnitDays: rented, utilisationPpm: ownedDays === 0 ? null : ratioPpm(rented, ownedDays) };
}

function usageByMeter(
  readings: readonly (Reading & { meter: Meter })[],
  lines: readonly DayAmount[],
): RecordFigures['use'] {
  return METERS.flatMap((meter) => {
    const use = usageOf(readings.filter((reading) => reading.meter === meter));
    if (!use) return [];
    const running = lines.filter(
      ({ day, kind }) =>
        kind !== 'purchase' && directionOf(kind) === 'cost' && day >= use.from && day <= use.to,
    );
    return [{ ...use, meter, cost: minor(running.reduce((sum, { amount }) => sum + amount, 0)) }];
  });
}

function firstDay(record: RecordWithCodes, adjustments: readonly { occurredOn: Day }[]): Day {
  return adjustments.reduce(
    (first, { occurredOn }) => (occurredOn < first ? occurredOn : first),
    record.openedOn,
  );
}

function perUnitFigures(figures: Figures, record: { quantity: number }): RecordFigures['perUnit'] {
  const profit = figures.profit.known ? perUnit(figures.profit.value, record) : null;
  return {
    income: perUnit(figures.income, record),
    cost: perUnit(figures.cost, record),
    profit: profit ?? { provenance: perUnit(figures.income, record).provenance, amount: figures.profit },
  };
}

function ifKnown<T, U>(figure: Known<T>, then: (value: T) => Known<U>): Known<U> {
  return figure.known ? then(figure.value) : figure;
}
