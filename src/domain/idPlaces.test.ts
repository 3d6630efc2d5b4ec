import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyIds, findPlace, idAt, placeOf } from './idPlaces.ts';

/** UUIDs as the application makes them, those that differ in case only, and texts of other forms. */
const anId = fc.oneof(
  fc.uuid(),
  fc.nat({ max: 40 }).map((number) => `019ab3f0-7c1e-7d3a-9a51-${String(number).padStart(12, '0')}`),
  fc.constantFrom(
    'id-1',
    '',
    '00000000-0000-0000-0000-000000000000',
    '019AB3F0-7c1e-7d3a-9a51-000000000001',
    '019ab3f0-7c1e-7d3a-9a51-00000000000g',
  ),
  fc.string({ minLength: 36, maxLength: 36 }),
);

it('finds every id where it was put, reads it back letter for letter, and finds no other', () => {
  fc.assert(
    fc.property(fc.array(anId, { maxLength: 200, size: 'max' }), anId, (given, other) => {
      const ids = emptyIds();
      const placeById = new Map<string, number>();
      for (const id of given) {
        const place = placeOf(ids, id);
        expect(place).toBe(placeById.get(id) ?? placeById.size);
        placeById.set(id, place);
      }
      expect(ids.count).toBe(placeById.size);
      for (const [id, place] of placeById) {
        expect(findPlace(ids, id)).toBe(place);
        expect(idAt(ids, place)).toBe(id);
      }
      expect(findPlace(ids, other)).toBe(placeById.get(other));
    }),
    { numRuns: 300 },
  );
});

it('keeps an id of another form apart from the UUID of zeros, also when the table has grown', () => {
  const ids = emptyIds();
  placeOf(ids, 'text');
  for (let number = 0; number < 50; number += 1)
    placeOf(ids, `019ab3f0-7c1e-7d3a-9a51-${String(number).padStart(12, '0')}`);
  expect(findPlace(ids, '00000000-0000-0000-0000-000000000000')).toBeUndefined();
  expect(findPlace(ids, 'text')).toBe(0);
});
