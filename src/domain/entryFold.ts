import { KIND_MASK, KNOWN, LINE_COUNT, type LedgerColumns, OWN, VOIDS } from './ledgerColumns.ts';
import { AMOUNTS_AT, AT, COUNTS_AT, INCOME_KIND_COUNT, type Sums, addDirections } from './reportSums.ts';

/** Money of the record that is being added: what is not its own, and what is, of each direction. */
export const [INCOME, COST, OWN_INCOME, OWN_COST, SIDE_COUNT] = [0, 1, 2, 3, 4];

/** The side of each line: looked up, because nothing foretells a branch on what lines are about. */
const SIDE_OF_LINE = Uint8Array.from({ length: LINE_COUNT }, (_, line) => {
  const isOwn = (line & OWN) !== 0;
  if ((line & KIND_MASK) < INCOME_KIND_COUNT) return isOwn ? OWN_INCOME : INCOME;
  return isOwn ? OWN_COST : COST;
});
const INCOME_OF_LINE = Uint8Array.from({ length: LINE_COUNT }, (_, line) =>
  (line & KIND_MASK) < INCOME_KIND_COUNT ? 1 : 0,
);
const COUNT_OF_LINE = Int8Array.from({ length: LINE_COUNT }, (_, line) => ((line & VOIDS) === 0 ? 1 : -1));

interface Period {
  start: number;
  end: number;
}

/** Where a record's entries of a period lie: they are in the order of their days. What it answers is good until it is asked again. */
function periodFinder({ entries }: LedgerColumns, { start, end }: Period): (place: number) => Span {
  const { startAt, countAt, columns } = entries;
  const { day } = columns;
  const found = { from: 0, to: 0 };
  return (place) => {
    let from = startAt[place] ?? 0;
    let to = from + (countAt[place] ?? 0);
    while (from < to && (day[from] ?? 0) < start) from += 1;
    while (from < to && (day[to - 1] ?? 0) > end) to -= 1;
    found.from = from;
    found.to = to;
    return found;
  };
}

interface Span {
  from: number;
  to: number;
}

/** Adds a record's entries by kind, and leaves its money by side. */
export function entryAdder(
  columns: LedgerColumns,
  period: Period,
  money: Float64Array,
): (place: number, sums: Sums) => void {
  const { line, amount } = columns.entries.columns;
  const entriesOf = periodFinder(columns, period);
  return (place, sums) => {
    money[INCOME] = 0;
    money[COST] = 0;
    money[OWN_INCOME] = 0;
    money[OWN_COST] = 0;
    const { from, to } = entriesOf(place);
    for (let at = from; at < to; at += 1) {
      const of = line[at] ?? 0;
      const value = amount[at] ?? 0;
      const kind = of & KIND_MASK;
      const side = SIDE_OF_LINE[of] ?? 0;
      sums[AMOUNTS_AT + kind] = (sums[AMOUNTS_AT + kind] ?? 0) + value;
      sums[COUNTS_AT + kind] = (sums[COUNTS_AT + kind] ?? 0) + (COUNT_OF_LINE[of] ?? 0);
      money[side] = (money[side] ?? 0) + value;
    }
    sums[AT.ownIncome] = (sums[AT.ownIncome] ?? 0) + (money[OWN_INCOME] ?? 0);
    sums[AT.ownCost] = (sums[AT.ownCost] ?? 0) + (money[OWN_COST] ?? 0);
  };
}

/** The same money, without kinds and whose it is: half the work. */
export function directionAdder(
  columns: LedgerColumns,
  period: Period,
  money: Float64Array,
): (place: number) => void {
  const { line, amount } = columns.entries.columns;
  const entriesOf = periodFinder(columns, period);
  return (place) => {
    const { from, to } = entriesOf(place);
    let all = 0;
    let income = 0;
    for (let at = from; at < to; at += 1) {
      const value = amount[at] ?? 0;
      all += value;
      income += value * (INCOME_OF_LINE[line[at] ?? 0] ?? 0);
    }
    money[INCOME] = income;
    money[COST] = all - income;
  };
}

/** The same money of all its life, as it was kept when the record was put: no entry is looked at. */
export function moneyAdder(
  { facts }: LedgerColumns,
  _: unknown,
  money: Float64Array,
): (place: number) => void {
  const { income, cost } = facts;
  return (place) => {
    money[INCOME] = income[place] ?? 0;
    money[COST] = cost[place] ?? 0;
  };
}

/** No money at all. */
export function noAdder(): () => void {
  return () => undefined;
}

/** A line of a record whose purchase cost is known. */
export const OF_KNOWN = LINE_COUNT;

/** Adds lines of one kind to the sums of a day, a month or a group. A line is taken away by adding the one that takes it back. */
export function addLines(sums: Sums, line: number, { value, count }: { value: number; count: number }): void {
  const kind = line & KIND_MASK;
  const isIncome = kind < INCOME_KIND_COUNT;
  const own = isIncome ? AT.ownIncome : AT.ownCost;
  const known = isIncome ? AT.knownIncome : AT.knownCost;
  sums[AMOUNTS_AT + kind] = (sums[AMOUNTS_AT + kind] ?? 0) + value;
  sums[COUNTS_AT + kind] = (sums[COUNTS_AT + kind] ?? 0) + ((line & VOIDS) === 0 ? count : -count);
  if ((line & OWN) !== 0) sums[own] = (sums[own] ?? 0) + value;
  if ((line & OF_KNOWN) !== 0) sums[known] = (sums[known] ?? 0) + value;
}

/** Lines of records of known purchase cost beside those of the others. */
const TABLE_LENGTH = LINE_COUNT * 2;

/**
 * Adds the entries of these records to the sums of their groups, income and cost too. A kind with its flags is a number, so that an entry
 * only goes to its place in a table; what the places mean is said once for each, not for each of ten million entries.
 */
export function addEntriesOf(
  { columns, view }: { columns: LedgerColumns; view: Period },
  { places, groupAt }: { places: Uint32Array; groupAt: Uint32Array },
  sums: readonly Sums[],
): void {
  const { line, amount } = columns.entries.columns;
  const { flags } = columns.facts;
  const entriesOf = periodFinder(columns, view);
  const values = new Float64Array(sums.length * TABLE_LENGTH);
  const counts = new Uint32Array(sums.length * TABLE_LENGTH);
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const known = ((flags[place] ?? 0) & KNOWN) === 0 ? 0 : OF_KNOWN;
    const table = (groupAt[index] ?? 0) * TABLE_LENGTH + known;
    const { from, to } = entriesOf(place);
    for (let at = from; at < to; at += 1) {
      const cell = table + (line[at] ?? 0);
      values[cell] = (values[cell] ?? 0) + (amount[at] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  for (const [group, of] of sums.entries()) {
    for (let cell = 0; cell < TABLE_LENGTH; cell += 1) {
      const at = group * TABLE_LENGTH + cell;
      const count = counts[at] ?? 0;
      if (count > 0) addLines(of, cell, { value: values[at] ?? 0, count });
    }
    addDirections(of);
  }
}
