import { DAY_FIELDS, addToDays } from './daySums.ts';
import { LABEL_DIMENSIONS, LISTED, type LedgerColumns, MOST_KEPT_GROUPS } from './ledgerColumns.ts';
import { type Folding, type ReportView, recordAdder } from './reportFold.ts';
import { AT, type Sums, addDirections, addSums, increase, noSums } from './reportSums.ts';

/** Adds what the columns say of a record to the sums that are kept, or takes it away. */
export function keepRecord(columns: LedgerColumns, place: number, times: 1 | -1): void {
  if (!isListed(columns, place)) return;
  const { kept } = columns;
  addToDays(kept.byDay, { columns, place }, times);
  if (kept.asOf !== null) lifeKeeper(columns, kept.asOf)(place, times);
}

/**
 * Sees to it that the sums that are kept are as of this day and with these lives: the first question of a day adds all records up
 * anew, and so does the first after something else was said of a SKU.
 */
export function keepUntil(columns: LedgerColumns, { asOf, lives }: Pick<ReportView, 'asOf' | 'lives'>): void {
  const { kept, ids } = columns;
  if (kept.asOf === asOf && areAlike(kept.lives, lives)) return;
  kept.asOf = asOf;
  kept.lives = lives;
  kept.total = noSums();
  kept.byLabel = { category: [], location: [], sku: [] };
  const keep = lifeKeeper(columns, asOf);
  for (let place = 0; place < ids.count; place += 1) if (isListed(columns, place)) keep(place, 1);
}

function areAlike(before: ReportView['lives'], lives: ReportView['lives']): boolean {
  return (
    before.length === lives.length &&
    before.every((life, sku) => {
      const now = lives[sku];
      return (
        life?.months === now?.months && life?.residualPpm === now?.residualPpm && life?.method === now?.method
      );
    })
  );
}

/** The sums of all records in lists over a period or all their life, with no record looked at. */
export function keptTotals({ columns: { kept }, view }: Pick<Folding, 'columns' | 'view'>): Sums {
  if (view.isLifetime) return kept.total.slice();
  const totals = noSums();
  const until = Math.min(view.end, view.asOf);
  for (const [day, { sums, changes }] of kept.byDay) {
    if (day >= view.start && day <= view.end) addSums(totals, sums);
    const days = until - Math.max(day, view.start) + 1;
    if (days > 0)
      for (const [index, at] of DAY_FIELDS.entries()) increase(totals, at, days * (changes[index] ?? 0));
  }
  // A day's count of records is of its month.
  for (const at of WHATEVER_THE_PERIOD) totals[at] = kept.total[at] ?? 0;
  addDirections(totals);
  return totals;
}

const WHATEVER_THE_PERIOD = [AT.records, AT.unknown, AT.units, AT.invested, AT.servicedRecords] as const;

/** A function that adds a record's whole life to the sums that are kept, or takes it away. */
function lifeKeeper(columns: LedgerColumns, asOf: number): (place: number, times: 1 | -1) => void {
  const { facts, kept } = columns;
  const view = {
    start: Number.NEGATIVE_INFINITY,
    end: Number.POSITIVE_INFINITY,
    asOf,
    isLifetime: true,
    lives: kept.lives,
  };
  const add = recordAdder({ columns, view });
  return (place, times) => {
    scratch.fill(0);
    add(place, scratch);
    addSums(kept.total, scratch, times);
    for (const dimension of LABEL_DIMENSIONS) {
      const number = facts[dimension][place] ?? 0;
      if (number < MOST_KEPT_GROUPS) addSums((kept.byLabel[dimension][number] ??= noSums()), scratch, times);
    }
  };
}

/** One record's sums: made once, because a million records are added one after the other. */
const scratch = noSums();

function isListed({ facts }: LedgerColumns, place: number): boolean {
  return ((facts.flags[place] ?? 0) & LISTED) !== 0;
}
