import { type LabelDimension, type LedgerColumns, MOST_KEPT_GROUPS } from './ledgerColumns.ts';
import { type Folding, type WholeFolding, recordAdder } from './reportFold.ts';
import { type FigureField, sortFigure } from './reportSort.ts';
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

/** Whether the sums that are kept will do: those of all records, over all their life. */
function hasKept({ isWhole, view }: WholeFolding): boolean {
  return isWhole && view.isLifetime;
}

function foldFewGroups(
  folding: WholeFolding,
  { by, numbers, groupAt, places }: Groups & { by: LabelDimension },
  fields: readonly FigureField[],
): FoldedGroups {
  const { columns, view } = folding;
  const isKept = hasKept(folding) && columns.labels[by].texts.length <= MOST_KEPT_GROUPS;
  const known = isKept ? columns.kept.byLabel[by] : [];
  const kept = Array.from(numbers, (number) => known[number]?.slice() ?? noSums());
  const totals = noSums();
  const add = recordAdder({ columns, view, entries: isKept ? 'kept' : 'folded' });
  for (let index = 0; index < places.length; index += 1)
    add(places[index] ?? 0, kept[groupAt[index] ?? 0] ?? totals);
  for (const sums of kept) addSums(totals, sums);
  const values = fields.map((field) => Float64Array.from(kept, sortFigure(field).of));
  return { totals, values, kept };
}

/** All records are added to the totals; what each changed of the sums that the order depends on is its group's. */
function foldManyGroups(
  folding: WholeFolding,
  { numbers, groupAt, places }: Groups,
  fields: readonly FigureField[],
): FoldedGroups {
  const { columns, view } = folding;
  // A purchase is of a kind, and kinds are kept of all records together, of none by itself.
  const isKept = hasKept(folding) && !fields.includes('acquisitionCost');
  const totals = isKept ? columns.kept.total.slice() : noSums();
  const before = totals.slice();
  const figures = fields.map(sortFigure);
  const parts = Uint8Array.from(new Set(figures.flatMap((figure) => figure.parts)));
  // One group's parts lie together.
  const partSums = new Float64Array(numbers.length * parts.length);
  const add = recordAdder({ columns, view, entries: isKept ? 'kept' : 'folded' });
  for (let index = 0; index < places.length; index += 1) {
    add(places[index] ?? 0, totals);
    const from = (groupAt[index] ?? 0) * parts.length;
    for (let part = 0; part < parts.length; part += 1) {
      const at = parts[part] ?? 0;
      const sum = totals[at] ?? 0;
      partSums[from + part] = (partSums[from + part] ?? 0) + sum - (before[at] ?? 0);
      before[at] = sum;
    }
  }
  const sums = noSums();
  const values = figures.map(({ of }) => {
    const column = new Float64Array(numbers.length);
    for (let group = 0; group < column.length; group += 1) {
      for (let part = 0; part < parts.length; part += 1)
        sums[parts[part] ?? 0] = partSums[group * parts.length + part] ?? 0;
      column[group] = of(sums);
    }
    return column;
  });
  return { totals, values, kept: null };
}
