import { ENTRY_KINDS, type EntryKind, directionOf } from './entry.ts';
import { KIND_MASK, type LedgerColumns } from './ledgerColumns.ts';
import type { ReportView, WholeFolding } from './reportFold.ts';
import { kindAmount } from './reportSums.ts';

/** The lines behind a figure: how many on each day, and what they amount to. */
export interface FigureDays {
  countByDay: Map<number, number>;
  total: number;
  income: number;
  cost: number;
}

/** Counts the lines of these kinds that these records have; of all records, each day's are counted already. */
export function figureDays(
  { columns, view, isWhole }: WholeFolding,
  places: Uint32Array,
  kinds: readonly EntryKind[],
): FigureDays {
  const found = isWhole ? keptDays({ columns, view }, kinds) : countedDays({ columns, view }, places, kinds);
  if (view.isLifetime) addCarries(found, { columns, places, kinds });
  return found;
}

/** Those of these records that have a line on these days; null if they are more than so many. */
export function placesWithin(
  { entries, carries }: LedgerColumns,
  places: Uint32Array,
  { from, to, most }: { from: number; to: number; most: number },
): number[] | null {
  const found: number[] = [];
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const isWithin = [entries, carries].some(({ startAt, countAt, columns: { day } }) => {
      const first = startAt[place] ?? 0;
      for (let at = first; at < first + (countAt[place] ?? 0); at += 1)
        if ((day[at] ?? 0) >= from && (day[at] ?? 0) <= to) return true;
      return false;
    });
    if (isWithin) found.push(place);
    if (found.length > most) return null;
  }
  return found;
}

function keptDays(
  { columns, view }: { columns: LedgerColumns; view: ReportView },
  kinds: readonly EntryKind[],
): FigureDays {
  const found: FigureDays = { countByDay: new Map(), total: 0, income: 0, cost: 0 };
  for (const [day, { sums, lines }] of columns.kept.byDay) {
    if (day < view.start || day > view.end) continue;
    let count = 0;
    for (const kind of kinds) {
      count += lines[ENTRY_KINDS.indexOf(kind)] ?? 0;
      found[directionOf(kind)] += kindAmount(sums, kind);
    }
    if (count > 0) found.countByDay.set(day, count);
    found.total += count;
  }
  return found;
}

function countedDays(
  { columns, view: { start, end } }: { columns: LedgerColumns; view: ReportView },
  places: Uint32Array,
  kinds: readonly EntryKind[],
): FigureDays {
  const { startAt, countAt, columns: lines } = columns.entries;
  const { day, line, amount } = lines;
  const isAsked = Uint8Array.from(ENTRY_KINDS, (kind) => (kinds.includes(kind) ? 1 : 0));
  const amounts = new Float64Array(ENTRY_KINDS.length);
  const [first, last] = daysOf(columns, places);
  // By day from the first on: a map that is asked for every line takes ten times as long.
  const counts = new Uint32Array(Math.max(last - first + 1, 0));
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const from = startAt[place] ?? 0;
    const to = from + (countAt[place] ?? 0);
    for (let at = from; at < to; at += 1) {
      const on = day[at] ?? 0;
      const kind = (line[at] ?? 0) & KIND_MASK;
      if (on > end) break;
      if (on < start || isAsked[kind] === 0) continue;
      amounts[kind] = (amounts[kind] ?? 0) + (amount[at] ?? 0);
      counts[on - first] = (counts[on - first] ?? 0) + 1;
    }
  }
  const found: FigureDays = { countByDay: new Map(), total: 0, income: 0, cost: 0 };
  for (const [index, count] of counts.entries()) {
    if (count > 0) found.countByDay.set(first + index, count);
    found.total += count;
  }
  for (const [index, kind] of ENTRY_KINDS.entries()) found[directionOf(kind)] += amounts[index] ?? 0;
  return found;
}

/** The first and the last day of any entry of these records. */
function daysOf({ entries }: LedgerColumns, places: Uint32Array): [number, number] {
  const { day } = entries.columns;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const from = entries.startAt[place] ?? 0;
    const count = entries.countAt[place] ?? 0;
    if (count === 0) continue;
    first = Math.min(first, day[from] ?? 0);
    last = Math.max(last, day[from + count - 1] ?? 0);
  }
  return first > last ? [0, -1] : [first, last];
}

function addCarries(
  found: FigureDays,
  { columns, places, kinds }: { columns: LedgerColumns; places: Uint32Array; kinds: readonly EntryKind[] },
): void {
  const { startAt, countAt, columns: carries, length } = columns.carries;
  if (length === 0) return;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const from = startAt[place] ?? 0;
    for (let at = from; at < from + (countAt[place] ?? 0); at += 1) {
      const kind = ENTRY_KINDS[carries.kind[at] ?? 0];
      if (!kind || !kinds.includes(kind)) continue;
      const day = carries.day[at] ?? 0;
      found[directionOf(kind)] += carries.amount[at] ?? 0;
      found.countByDay.set(day, (found.countByDay.get(day) ?? 0) + 1);
      found.total += 1;
    }
  }
}
