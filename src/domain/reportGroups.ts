import { bookAdder } from './bookFold.ts';
import { addEntriesOf } from './entryFold.ts';
import { type LabelDimension, type LedgerColumns, MOST_KEPT_GROUPS } from './ledgerColumns.ts';
import { keptTotals } from './keptSums.ts';
import { BESIDE_ENTRIES, type Folding, type WholeFolding, recordAdder } from './reportFold.ts';
import { type FigureField, type SortFigure, sortFigure } from './reportSort.ts';
import { type Sums, addSums, noSums } from './reportSums.ts';

export type RecordGrouping = 'record' | 'batch' | 'sku' | 'category' | 'location';

/** Records by group: the place `places[index]` belongs to group `groupAt[index]`, which is number `numbers[group]`. */
export interface Groups {
  by: RecordGrouping;
  /** Of a label, or the place of a record or of the first record of a batch. */
  numbers: Uint32Array;
  groupAt: Uint32Array;
  places: Uint32Array;
}

export function groupRecords(
  columns: LedgerColumns,
  { places, by }: { places: Uint32Array; by: RecordGrouping },
): Groups {
  if (by === 'record') {
    const groupAt = new Uint32Array(places.length);
    for (let index = 0; index < groupAt.length; index += 1) groupAt[index] = index;
    return { by, numbers: places, groupAt, places };
  }
  const numberAt = columns.facts[by];
  const size = by === 'batch' ? columns.ids.count : columns.labels[by].texts.length;
  const groupOf = new Uint32Array(size);
  for (const place of places) groupOf[numberAt[place] ?? 0] = 1;
  const numbers = new Uint32Array(size);
  let count = 0;
  for (let number = 0; number < size; number += 1) {
    if (groupOf[number] === 0) continue;
    groupOf[number] = count;
    numbers[count] = number;
    count += 1;
  }
  const groupAt = new Uint32Array(places.length);
  for (let index = 0; index < groupAt.length; index += 1)
    groupAt[index] = groupOf[numberAt[places[index] ?? 0] ?? 0] ?? 0;
  return { by, numbers: numbers.slice(0, count), groupAt, places };
}

/** The records of these groups, in their order: looked for once for all of them. */
export function placesOf({ numbers, groupAt, places }: Groups, asked: readonly number[]): number[][] {
  const lists: number[][] = asked.map(() => []);
  const listOf = new Uint16Array(numbers.length);
  for (const [index, group] of asked.entries()) listOf[group] = index + 1;
  for (let index = 0; index < groupAt.length; index += 1) {
    const list = listOf[groupAt[index] ?? 0] ?? 0;
    if (list > 0) lists[list - 1]?.push(places[index] ?? 0);
  }
  return lists;
}

/** The sums of these records together. */
export function foldPlaces(folding: Folding, places: Uint32Array | readonly number[]): Sums {
  const sums = noSums();
  const add = recordAdder(folding);
  for (let index = 0; index < places.length; index += 1) add(places[index] ?? 0, sums);
  return sums;
}

export interface FoldedGroups {
  totals: Sums;
  /** Of each field that was asked for, a value to sort by for each group. */
  values: Float64Array[];
  /** The sums of each group; of many groups they are not kept. */
  kept: Sums[] | null;
}

/**
 * Adds up all groups at once, record after record as they lie in memory: going group by group, every record of a group
 * that is spread over the ledger would be fetched anew.
 */
export function foldGroups(
  folding: WholeFolding,
  groups: Groups,
  fields: readonly FigureField[],
): FoldedGroups {
  const { by, numbers } = groups;
  return by === 'record' || by === 'batch' || numbers.length > MOST_KEPT_GROUPS
    ? foldManyGroups(folding, groups, fields)
    : foldFewGroups(folding, { ...groups, by }, fields);
}

/** The sums of all the records of a report together. */
export function foldTotals({ columns, view, isWhole }: WholeFolding, places: Uint32Array): Sums {
  if (!isWhole) return foldPlaces({ columns, view }, places);
  const totals = keptTotals({ columns, view });
  const addBook = view.isLifetime ? null : bookAdder({ columns, view });
  if (addBook) for (let index = 0; index < places.length; index += 1) addBook(places[index] ?? 0, totals);
  return totals;
}

function foldFewGroups(
  folding: WholeFolding,
  groups: Groups & { by: LabelDimension },
  fields: readonly FigureField[],
): FoldedGroups {
  const kept = sumsOfFew(folding, groups);
  const totals = noSums();
  for (const sums of kept) addSums(totals, sums);
  const values = fields.map((field) => Float64Array.from(kept, sortFigure(field).of));
  return { totals, values, kept };
}

function sumsOfFew(
  { columns, view, isWhole }: WholeFolding,
  { by, numbers, groupAt, places }: Groups & { by: LabelDimension },
): Sums[] {
  const isKept = isWhole && view.isLifetime && columns.labels[by].texts.length <= MOST_KEPT_GROUPS;
  if (isKept) return Array.from(numbers, (number) => columns.kept.byLabel[by][number]?.slice() ?? noSums());
  const all = Array.from(numbers, noSums);
  const rest = noSums();
  const isByLine = !(view.isLifetime && columns.carries.length > 0);
  const add = recordAdder({ columns, view, ...(isByLine ? { parts: BESIDE_ENTRIES } : {}) });
  for (let index = 0; index < places.length; index += 1)
    add(places[index] ?? 0, all[groupAt[index] ?? 0] ?? rest);
  if (isByLine) addEntriesOf({ columns, view }, { places, groupAt }, all);
  return all;
}

/** Of many groups only the sums that the order depends on are added up; those of a page are, when it is known which they are. */
function foldManyGroups(folding: WholeFolding, groups: Groups, fields: readonly FigureField[]): FoldedGroups {
  const figures = fields.map(sortFigure);
  const { columns, view } = folding;
  const parts = new Set(figures.flatMap((figure) => figure.parts));
  const partsOf = partsReader(recordAdder({ columns, view, parts }), Uint8Array.from(parts));
  const values =
    groups.by === 'record'
      ? valuesOfRecords(partsOf, groups, figures)
      : valuesOfGroups(partsOf, { groups, parts: Uint8Array.from(parts) }, figures);
  return { totals: foldTotals(folding, groups.places), values, kept: null };
}

type PartsReader = (place: number) => Sums;

/**
 * What the parts are of one record. The loops within the loops over a million records are functions: the machine makes those fast
 * for good, where a loop inside another is made fast each time that it is come to.
 */
function partsReader(add: ReturnType<typeof recordAdder>, parts: Uint8Array): PartsReader {
  const own = noSums();
  return (place) => {
    for (let part = 0; part < parts.length; part += 1) own[parts[part] ?? 0] = 0;
    add(place, own);
    return own;
  };
}

function valuesOfRecords(
  partsOf: PartsReader,
  { places }: Groups,
  figures: readonly SortFigure[],
): Float64Array[] {
  const { columns, write } = valueWriter(figures, places.length);
  for (let index = 0; index < places.length; index += 1) write(index, partsOf(places[index] ?? 0));
  return columns;
}

function valuesOfGroups(
  partsOf: PartsReader,
  { groups: { numbers, groupAt, places }, parts }: { groups: Groups; parts: Uint8Array },
  figures: readonly SortFigure[],
): Float64Array[] {
  const { columns, write } = valueWriter(figures, numbers.length);
  const sums = groupParts(parts, numbers.length);
  for (let index = 0; index < places.length; index += 1)
    sums.add(groupAt[index] ?? 0, partsOf(places[index] ?? 0));
  for (let group = 0; group < numbers.length; group += 1) write(group, sums.of(group));
  return columns;
}

/** The parts of many groups; one group's lie together. */
function groupParts(parts: Uint8Array, count: number) {
  const sums = new Float64Array(count * parts.length);
  const own = noSums();
  return {
    add: (group: number, added: Sums): void => {
      const from = group * parts.length;
      for (let part = 0; part < parts.length; part += 1)
        sums[from + part] = (sums[from + part] ?? 0) + (added[parts[part] ?? 0] ?? 0);
    },
    of: (group: number): Sums => {
      const from = group * parts.length;
      for (let part = 0; part < parts.length; part += 1) own[parts[part] ?? 0] = sums[from + part] ?? 0;
      return own;
    },
  };
}

function valueWriter(figures: readonly SortFigure[], length: number) {
  const columns = figures.map(() => new Float64Array(length));
  const write = (index: number, sums: Sums): void => {
    for (let figure = 0; figure < figures.length; figure += 1) {
      const column = columns[figure];
      if (column) column[index] = figures[figure]?.of(sums) ?? Number.NaN;
    }
  };
  return { columns, write };
}
