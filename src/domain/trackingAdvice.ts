/** What advice on tracking looks at, of one record over all its life. Amounts are minor units. */
export interface TrackedStock {
  id: string;
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
export interface PoolAdvice {
  sku: string;
  ids: string[];
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
export function typicalUnitValue(serialized: readonly TrackedStock[]): number | null {
  const values = serialized
    .flatMap((stock) => unitValueOf(stock) ?? [])
    .toSorted((left, right) => left - right);
  return values.length < LEAST_SERIALIZED ? null : (values[Math.floor(values.length / 2)] ?? null);
}

/** Why this bulk record deserves serials; none where nothing speaks for it. */
export function reasonsToSerialize(stock: TrackedStock, typical: number | null): SerializeReason[] {
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
export function skusToPool(serialized: readonly TrackedStock[], typical: number | null): PoolAdvice[] {
  if (typical === null) return [];
  const bySku = Map.groupBy(serialized, ({ sku }) => sku);
  return [...bySku].flatMap(([sku, units]): PoolAdvice[] => {
    const values = units.flatMap((unit) => unitValueOf(unit) ?? []);
    const events = units.reduce((sum, unit) => sum + unit.events, 0);
    const isKnown = values.length === units.length;
    if (sku === '' || units.length < LEAST_UNITS_TO_POOL || !isKnown || events > units.length) return [];
    const unitValue = Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
    if (unitValue * CHEAP_ONE_IN > typical) return [];
    return [{ sku, ids: units.map(({ id }) => id), unitValue, typical, events }];
  });
}

function unitValueOf({ acquisition }: TrackedStock): number | null {
  return acquisition && acquisition.units > 0 ? Math.round(acquisition.cost / acquisition.units) : null;
}
