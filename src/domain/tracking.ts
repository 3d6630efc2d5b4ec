export type Tracking = 'serialized' | 'bulk' | 'closed';

export const TRACKINGS = ['serialized', 'bulk', 'closed'] as const satisfies readonly Tracking[];

/**
 * How a record is tracked. Never stored: it follows from the quantity. 1 is one physical unit, more is bulk,
 * 0 is closed. Nobody else compares with 1.
 */
export function trackingOf(record: { quantity: number }): Tracking {
  if (record.quantity === 0) return 'closed';
  return record.quantity === 1 ? 'serialized' : 'bulk';
}

/** The quantities for which `trackingOf` answers this, both ends included: for asking a database. */
export function quantitiesOf(tracking: Tracking): { from: number; to: number | null } {
  if (tracking === 'closed') return { from: 0, to: 0 };
  return tracking === 'serialized' ? { from: 1, to: 1 } : { from: 2, to: null };
}
