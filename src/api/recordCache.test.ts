import { expect, test } from 'vitest';
import { listedRow } from '#server/testing/listedRow.ts';
import { createQueryClient } from './queryClient.ts';
import { foretellRecord, knownRecord, putRecord, recordKeys, storedRecord } from './recordCache.ts';

const poles = listedRow({ id: 'poles', name: 'Poles', quantity: 50, tracking: 'bulk' });

function begin() {
  const client = createQueryClient();
  client.setQueryData(recordKeys.one(poles.id), poles);
  const more = (by: number) =>
    foretellRecord(client, poles.id, (row) => ({ ...row, quantity: row.quantity + by }));
  return { client, more, shown: () => knownRecord(client, poles.id)?.quantity };
}

test('Several foretold changes are shown together, and each goes its own way.', () => {
  const { client, more, shown } = begin();
  const first = more(5);
  const second = more(3);
  expect(shown()).toBe(58);
  // The first has become true while the second waits: no flicker back.
  first();
  putRecord(client, { ...poles, version: 2, quantity: 55 });
  expect(shown()).toBe(58);
  expect(storedRecord(client, poles.id)?.quantity).toBe(55);
  // The second is refused.
  second();
  expect(shown()).toBe(55);
});

test('What the server tells meanwhile is kept when a foretold change is refused.', () => {
  const { client, more, shown } = begin();
  const undo = more(5);
  putRecord(client, { ...poles, version: 4, quantity: 20 });
  expect(shown()).toBe(25);
  undo();
  expect(shown()).toBe(20);
});

test('A record read anew beside a waiting change is not overwritten by the older one.', () => {
  const { client, more, shown } = begin();
  const undo = more(5);
  client.setQueryData(recordKeys.one(poles.id), { ...poles, version: 7, quantity: 70 });
  undo();
  expect(shown()).toBe(70);
});
