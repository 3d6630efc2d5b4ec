import { type DatedPurchase, bookValue } from './bookValue.ts';
import { ENTRY_KINDS } from './entry.ts';
import { COST, INCOME, SIDE_COUNT, directionAdder, moneyAdder } from './entryFold.ts';
import { HANDED, KIND_MASK, KNOWN, type LedgerColumns } from './ledgerColumns.ts';
import type { Folding } from './reportFold.ts';
import { AT, INCOME_KIND_COUNT, type Sums, increase } from './reportSums.ts';

const PURCHASE = ENTRY_KINDS.indexOf('purchase');

/** A function that adds what is still owned of a record whose SKU has a life, and its profit; null where no SKU has one. */
export function bookAdder({
  columns,
  view,
}: Pick<Folding, 'columns' | 'view'>): ((place: number, sums: Sums) => void) | null {
  const { lives } = view;
  if (lives.length === 0) return null;
  const { flags, sku } = columns.facts;
  const profitOf = profitReader({ columns, view });
  return (place, sums) => {
    const life = lives[sku[place] ?? 0] ?? null;
    if (!life || ((flags[place] ?? 0) & KNOWN) === 0) return;
    const purchases = purchasesOf(columns, place);
    const valueOn = (asOf: number) =>
      bookValue(purchases, { life, asOf, units: unitsOn(columns, place, asOf) });
    increase(sums, AT.bookRecords, 1);
    increase(sums, AT.bookValue, valueOn(Math.min(view.end, view.asOf)));
    if (!view.isLifetime) increase(sums, AT.bookBefore, valueOn(view.start - 1));
    increase(sums, AT.bookProfit, profitOf(place));
  };
}

/** A record's profit of the period; over all its life with what was carried to it. */
function profitReader({ columns, view }: Pick<Folding, 'columns' | 'view'>): (place: number) => number {
  const money = new Float64Array(SIDE_COUNT);
  const add = (view.isLifetime ? moneyAdder : directionAdder)(columns, view, money);
  return (place) => {
    add(place);
    const profit = (money[INCOME] ?? 0) - (money[COST] ?? 0);
    return view.isLifetime ? profit + carriedProfit(columns, place) : profit;
  };
}

function carriedProfit({ carries }: LedgerColumns, place: number): number {
  const { kind, amount } = carries.columns;
  const from = carries.startAt[place] ?? 0;
  let profit = 0;
  for (let at = from; at < from + (carries.countAt[place] ?? 0); at += 1)
    profit += (kind[at] ?? 0) < INCOME_KIND_COUNT ? (amount[at] ?? 0) : -(amount[at] ?? 0);
  return profit;
}

/** Purchases by their own day; what a conversion carried, by the first day of the units it was carried to. */
function purchasesOf({ entries, carries, facts }: LedgerColumns, place: number): DatedPurchase[] {
  const { day, line, amount } = entries.columns;
  const found: DatedPurchase[] = [];
  const from = entries.startAt[place] ?? 0;
  for (let at = from; at < from + (entries.countAt[place] ?? 0); at += 1)
    if (((line[at] ?? 0) & KIND_MASK) === PURCHASE)
      found.push({ day: day[at] ?? 0, amount: amount[at] ?? 0 });
  const carried = carries.startAt[place] ?? 0;
  for (let at = carried; at < carried + (carries.countAt[place] ?? 0); at += 1)
    if (carries.columns.kind[at] === PURCHASE)
      found.push({ day: facts.originDay[place] ?? 0, amount: carries.columns.amount[at] ?? 0 });
  return found;
}

function unitsOn(columns: LedgerColumns, place: number, asOf: number) {
  const { day, delta, flags } = columns.steps.columns;
  const from = columns.steps.startAt[place] ?? 0;
  const to = from + (columns.steps.countAt[place] ?? 0);
  let owned = 0;
  let acquired = 0;
  for (let at = from; at < to; at += 1) {
    if ((day[at] ?? 0) > asOf) break;
    const change = delta[at] ?? 0;
    owned += change;
    if (change > 0 || ((flags[at] ?? 0) & HANDED) !== 0) acquired += change;
  }
  return { owned, acquired };
}
