import { type RecordMoney, recordMoney } from './figures.ts';
import { type KindTotals, NO_TOTALS, addCarry, addEntry } from './totals.ts';

/** What is stored of a record. */
export interface StoredState extends RecordMoney {
  quantity: number;
  codes: readonly string[];
}

/** The lines that a record's state must be the sum of, in the order in which they were recorded. */
export interface RecordLines {
  adjustments: readonly { delta: number; quantity: number }[];
  entries: readonly Parameters<typeof addEntry>[1][];
  carries: readonly Parameters<typeof addCarry>[1][];
  history: readonly { action: string; field: string; before: unknown; after: unknown }[];
}

/** One thing in which what is stored differs from what its lines add up to. */
export interface Difference {
  what: 'quantity' | 'running-quantity' | 'totals' | 'figures' | 'codes' | 'history';
  stored: string;
  replayed: string;
}

/** The state that a record's lines add up to, from nothing. Codes are those that the last line about them left. */
export function replayRecord({ adjustments, entries, carries, history }: RecordLines): StoredState {
  let totals: KindTotals = NO_TOTALS;
  for (const entry of entries) totals = addEntry(totals, entry);
  for (const carry of carries) totals = addCarry(totals, carry);
  const quantity = adjustments.reduce((sum, { delta }) => sum + delta, 0);
  const codes = history.map(({ after }) => codesOf(after)).findLast((list) => list !== null) ?? [];
  return { ...recordMoney(totals), quantity, codes };
}

/** Everything in which a stored record differs from its replay; none, when all is well. */
export function differencesOf(stored: StoredState, lines: RecordLines): Difference[] {
  const replayed = replayRecord(lines);
  const differences: Difference[] = [];
  const compare = (what: Difference['what'], left: unknown, right: unknown) => {
    const [storedText, replayedText] = [JSON.stringify(left), JSON.stringify(right)];
    if (storedText !== replayedText) differences.push({ what, stored: storedText, replayed: replayedText });
  };
  compare('quantity', stored.quantity, replayed.quantity);
  compare('totals', plain(stored.totals), plain(replayed.totals));
  compare('figures', moneyOf(stored), moneyOf(replayed));
  compare('codes', stored.codes, replayed.codes);
  let running = 0;
  for (const { delta, quantity } of lines.adjustments) {
    running += delta;
    if (running !== quantity) compare('running-quantity', quantity, running);
  }
  for (const broken of brokenChain(lines.history)) differences.push(broken);
  return differences;
}

/** Lines whose "before" is not the "after" of the line before them about the same thing. */
function brokenChain(history: RecordLines['history']): Difference[] {
  const differences: Difference[] = [];
  let quantity: number | null = null;
  for (const { before, after } of history) {
    const [from, to] = [quantityOf(before), quantityOf(after)];
    if (quantity !== null && from !== null && from !== quantity) {
      differences.push({ what: 'history', stored: String(from), replayed: String(quantity) });
    }
    if (to !== null) quantity = to;
  }
  return differences;
}

function moneyOf({ income, cost, acquisitionCost, profit, marginPpm }: RecordMoney) {
  return { income, cost, acquisitionCost, profit, marginPpm };
}

/** Totals in one order, without kinds that came and went. */
function plain(totals: KindTotals) {
  return Object.entries(totals)
    .filter(([, total]) => total.amount !== 0 || total.count !== 0)
    .map(([kind, { amount, count }]) => [kind, amount, count])
    .toSorted(([left], [right]) => (String(left) < String(right) ? -1 : 1));
}

function codesOf(value: unknown): string[] | null {
  const list = Array.isArray(value) ? value : isFacts(value) ? value['codes'] : null;
  return Array.isArray(list) ? list.map(String) : null;
}

function quantityOf(value: unknown): number | null {
  const quantity = isFacts(value) ? value['quantity'] : null;
  return typeof quantity === 'number' ? quantity : null;
}

function isFacts(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
