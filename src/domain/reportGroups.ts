import type { LedgerColumns } from './ledgerColumns.ts';
import { type Folding, recordAdder } from './reportFold.ts';
import { type Sums, noSums } from './reportSums.ts';

export type RecordGrouping = 'record' | 'batch' | 'sku' | 'category' | 'location';

/** Records by group: group `g` is number `numbers[g]` and has the places from `starts[g]` up to `starts[g + 1]`. */
export interface Groups {
  /** Of a label, or the place of a record or of the first record of a batch. */
  numbers: Uint32Array;
  starts: Uint32Array;
  places: Uint32Array;
}

export function groupRecords(
  columns: LedgerColumns,
  { places, by }: { places: Uint32Array; by: RecordGrouping },
): Groups {
  if (by === 'record')
    return {
      numbers: places,
      starts: Uint32Array.from({ length: places.length + 1 }, (_, at) => at),
      places,
    };
  const { startAt, columns: facts } = columns.facts;
  const numberAt = facts[by];
  const numberOf = (place: number) => numberAt[startAt[place] ?? 0] ?? 0;
  const size = by === 'batch' ? columns.idAt.length : columns.labels[by].texts.length;
  // Counted, then laid out: no list per group grows while a million records are looked at.
  const ends = new Uint32Array(size);
  for (const place of places) ends[numberOf(place)] = (ends[numberOf(place)] ?? 0) + 1;
  const numbers: number[] = [];
  const starts: number[] = [];
  let end = 0;
  for (let number = 0; number < size; number += 1) {
    if ((ends[number] ?? 0) > 0) {
      numbers.push(number);
      starts.push(end);
    }
    ends[number] = end += ends[number] ?? 0;
  }
  starts.push(end);
  const ordered = new Uint32Array(places.length);
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const place = places[index] ?? 0;
    const number = numberOf(place);
    ends[number] = (ends[number] ?? 0) - 1;
    ordered[ends[number] ?? 0] = place;
  }
  return { numbers: Uint32Array.from(numbers), starts: Uint32Array.from(starts), places: ordered };
}

/** The records of one group. */
export function placesOf({ starts, places }: Groups, group: number): Uint32Array {
  return places.subarray(starts[group], starts[group + 1]);
}

/** The sums of these records together. */
export function foldPlaces(folding: Folding, places: Uint32Array): Sums {
  const sums = noSums();
  const add = recordAdder(folding);
  for (const place of places) add(place, sums);
  return sums;
}

/** The sums of each group, one after the other, in an object that the next call fills anew. */
export function eachGroup(folding: Folding, groups: Groups, tell: (sums: Sums, group: number) => void): void {
  const sums = noSums();
  const add = recordAdder(folding);
  const { starts, places } = groups;
  for (let group = 0; group < groups.numbers.length; group += 1) {
    sums.fill(0);
    const end = starts[group + 1] ?? 0;
    for (let at = starts[group] ?? 0; at < end; at += 1) add(places[at] ?? 0, sums);
    tell(sums, group);
  }
}
