import type { Instant } from './day.ts';
import { type Minor } from './money.ts';
import { type Known, averagePerUnit } from './figures.ts';
import { trackingOf } from './tracking.ts';

/**
 * How a figure is known. `own`: posted to this very unit. `inherited`: carried to it by a conversion. `shared`: a
 * pool's figure, of which one unit has only an average. They are never added together without saying so.
 */
export type Provenance = 'own' | 'inherited' | 'shared';

/**
 * Whose an entry is: this unit's own when it was posted since the record has stood for exactly one unit, else the
 * pool's. What was posted on a batch of 50 stays the batch's history after 49 of them are gone; so does what one
 * operation posted on the batch before it took the others away.
 */
export function provenanceOf(
  entry: { recordedAt: Instant; quantity: number },
  record: { individualSince: Instant | null },
): Provenance {
  const isSince = record.individualSince !== null && entry.recordedAt >= record.individualSince;
  return isSince && trackingOf(entry) !== 'bulk' ? 'own' : 'shared';
}

/** What one unit made: the record's own figure when it is one unit, an average when it is a pool, unknown when closed. */
export function perUnit(
  amount: Minor,
  record: { quantity: number },
): { provenance: Provenance; amount: Known<Minor> } {
  const provenance = trackingOf(record) === 'bulk' ? 'shared' : 'own';
  return { provenance, amount: averagePerUnit(amount, record.quantity) };
}
