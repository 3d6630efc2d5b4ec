import { expect, test } from 'vitest';
import { SAMPLES, chooseSample } from './sampleNames.ts';

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) };
}

test('Without a name the page shows the rental', () => {
  expect(chooseSample('', memory())).toBe('rental');
  expect(chooseSample('?sort=-profit', memory())).toBe('rental');
});

test.each(Object.keys(SAMPLES))(
  'The sample %s is chosen by its name in the address, and kept when the address no longer names it',
  (name) => {
    const kept = memory();
    expect(chooseSample(`?sample=${name}&sort=name`, kept)).toBe(name);
    expect(chooseSample('?row=1', kept)).toBe(name);
  },
);

test('A name in the address replaces the one that was kept', () => {
  const kept = memory();
  chooseSample('?sample=staff', kept);
  expect(chooseSample('?sample=rental', kept)).toBe('rental');
  expect(chooseSample('', kept)).toBe('rental');
});

test.each(['rentals', '', 'toString', 'RENTAL'])(
  'A name that is none (%j) is refused with the names that are',
  (name) => {
    const kept = memory();
    expect(() => chooseSample(`?sample=${name}`, kept)).toThrow(
      /There are: rental, empty, viewer, staff, failing, slow, offline, large/,
    );
    expect(chooseSample('', kept)).toBe('rental');
  },
);
