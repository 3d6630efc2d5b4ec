import { describe, expect, test } from 'vitest';
import { minor } from './money.ts';
import { perUnit, provenanceOf } from './provenance.ts';

const BEFORE = '2026-01-01T10:00:00.000Z';
const SINCE = '2026-02-01T10:00:00.000Z';
const AFTER = '2026-03-01T10:00:00.000Z';

describe('Whose an entry is', () => {
  test.each([
    ['posted on one unit is its own', { recordedAt: AFTER, quantity: 1 }, SINCE, 'own'],
    [
      'posted in the moment in which it became one unit is its own',
      { recordedAt: SINCE, quantity: 1 },
      SINCE,
      'own',
    ],
    [
      'posted while the record stood for many stays the pool’s',
      { recordedAt: BEFORE, quantity: 50 },
      SINCE,
      'shared',
    ],
    [
      'posted by the operation that took the others away, on the batch before it, stays the pool’s',
      { recordedAt: SINCE, quantity: 50 },
      SINCE,
      'shared',
    ],
    ['posted on a pool is the pool’s', { recordedAt: AFTER, quantity: 50 }, null, 'shared'],
    [
      'posted before this unit was alone is not its own, though the record once was one unit before',
      { recordedAt: BEFORE, quantity: 1 },
      SINCE,
      'shared',
    ],
    ['posted after the unit was sold is its own', { recordedAt: AFTER, quantity: 0 }, SINCE, 'own'],
  ] as const)('An entry %s', (_, entry, individualSince, provenance) => {
    expect(provenanceOf(entry, { individualSince })).toBe(provenance);
  });
});

describe('What one unit made', () => {
  test.each([
    ['of one unit: its own figure', 1000, 1, { provenance: 'own', amount: { known: true, value: 1000 } }],
    [
      'of a pool: an average, and said to be one',
      1000,
      3,
      { provenance: 'shared', amount: { known: true, value: 333 } },
    ],
    [
      'of a closed record: unknown, because there is no unit',
      1000,
      0,
      { provenance: 'own', amount: { known: false, why: 'no-units' } },
    ],
  ])('%s', (_, amount, quantity, figure) => expect(perUnit(minor(amount), { quantity })).toEqual(figure));
});
