/** What advice on tracking looks at, of one record over all its life. Amounts are minor units. */
export interface TrackedStock<Id = string> {
  id: Id;
  sku: string;
  quantity: number;
  /** What all its units cost, and how many there ever were; null where no purchase cost is known. */
  acquisition: { cost: number; units: number } | null;
  repairs: number;
  repairCost: number;
  acquiredUnits: number;
  lostUnits: number;
  lostValue: number;
  codes: number;
  /** Entries that stand, but for purchases: what it takes to follow one unit. */
  events: number;
}

/** Why a bulk record deserves serials, each with the figures that say so. */
export type SerializeReason =
  | { code: 'unit-value'; unitValue: number; typical: number }
  | { code: 'repairs'; repairs: number; cost: number }
  | { code: 'losses'; lost: number; acquired: number; value: number }
  | { code: 'uneven-codes'; codes: number; quantity: number };

export interface SerializeAdvice {
  id: string;
  reasons: SerializeReason[];
}

/** Units of one SKU that are followed one by one, and hardly repay it. */
export interface PoolAdvice<Id = string> {
  sku: string;
  ids: Id[];
  unitValue: number;
  typical: number;
  events: number;
}

/** From these on, a reason speaks; below, it is chance. */
const LEAST_REPAIRS = 3;
const LEAST_LOST_UNITS = 2;
const LOST_ONE_IN = 10;
const LEAST_UNITS_TO_POOL = 5;
/** A unit is cheap that is worth a quarter of what a serialized one typically is. */
const CHEAP_ONE_IN = 4;
const LEAST_SERIALIZED = 3;

/**
 * What one serialized unit typically cost: the median, or null where too few are known to call it typical. It is the
 * house's own measure of what is worth the attention.
 */
export function typicalUnitValue(serialized: Iterable<Pick<TrackedStock, 'acquisition'>>): number | null {
  const values: number[] = [];
  for (const stock of serialized) {
    const value = unitValueOf(stock);
    if (value !== null) values.push(value);
  }
  if (values.length < LEAST_SERIALIZED) return null;
  return Float64Array.from(values).toSorted()[Math.floor(values.length / 2)] ?? null;
}

/** Why this bulk record deserves serials; none where nothing speaks for it. */
export function reasonsToSerialize(stock: TrackedStock<unknown>, typical: number | null): SerializeReason[] {
  const reasons: SerializeReason[] = [];
  const { repairs, repairCost: cost, lostUnits: lost, acquiredUnits: acquired, codes, quantity } = stock;
  const unitValue = unitValueOf(stock);
  if (unitValue !== null && typical !== null && unitValue >= typical)
    reasons.push({ code: 'unit-value', unitValue, typical });
  if (repairs >= LEAST_REPAIRS) reasons.push({ code: 'repairs', repairs, cost });
  if (lost >= LEAST_LOST_UNITS && lost * LOST_ONE_IN >= acquired)
    reasons.push({ code: 'losses', lost, acquired, value: stock.lostValue });
  // Some units have a code of their own and others none: somebody tells them apart already.
  if (codes > 1 && codes < quantity) reasons.push({ code: 'uneven-codes', codes, quantity });
  return reasons;
}

/** SKUs of which many cheap units are followed one by one, though next to nothing happens to any of them. */
export function skusToPool<Id>(
  serialized: Iterable<TrackedStock<Id>>,
  typical: number | null,
): PoolAdvice<Id>[] {
  if (typical === null) return [];
  const unitsBySku = new Map<string, { ids: Id[]; worth: number; isKnown: boolean; events: number }>();
  for (const unit of serialized) {
    if (unit.sku === '') continue;
    const units = unitsBySku.get(unit.sku) ?? { ids: [], worth: 0, isKnown: true, events: 0 };
    unitsBySku.set(unit.sku, units);
    const value = unitValueOf(unit);
    units.ids.push(unit.id);
    units.worth += value ?? 0;
    units.isKnown &&= value !== null;
    units.events += unit.events;
  }
  return [...unitsBySku].flatMap(([sku, { ids, worth, isKnown, events }]): PoolAdvice<Id>[] => {
    if (ids.length < LEAST_UNITS_TO_POOL || !isKnown || events > ids.length) return [];
    const unitValue = Math.round(worth / ids.length);
    if (unitValue * CHEAP_ONE_IN > typical) return [];
    return [{ sku, ids, unitValue, typical, events }];
  });
}

function unitValueOf({ acquisition }: Pick<TrackedStock, 'acquisition'>): number | null {
  return acquisition && acquisition.units > 0 ? Math.round(acquisition.cost / acquisition.units) : null;
}
