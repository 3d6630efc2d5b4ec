import type { RecordRow, RecordTotals } from '#contract/records.ts';
import { type Person, isAllowed } from '#domain/access.ts';
import { type Minor, type Money } from '#domain/money.ts';
import { trackingOf } from '#domain/tracking.ts';
import { findCurrency } from '#server/store/workspace.ts';
import type { Context } from '#server/usecases/context.ts';
import type { RecordTotals as RecordSums } from '#server/store/recordList.ts';
import { type RecordWithCodes, findRecordsWithCodes } from '#server/store/records.ts';

export interface Viewer {
  person: Person;
  currency: string;
}

/** This person, and the currency in which this workspace's amounts are. */
export async function viewerOf({ store }: Pick<Context, 'store'>, person: Person): Promise<Viewer> {
  return { person, currency: await findCurrency(store.read) };
}

/** A stored record as this person may see it: without money for those who may not see money. */
export function recordAnswer(record: RecordWithCodes, viewer: Viewer): RecordRow {
  const { id, version, name, sku, category, location, notes, reference, quantity } = record;
  return {
    id,
    version,
    name,
    sku,
    category,
    location,
    notes,
    reference,
    quantity,
    tracking: trackingOf(record),
    codes: record.codes.map(({ text, kind }) => ({ code: text, kind })),
    codeCount: record.codeCount,
    individualSince: record.individualSince,
    openedOn: record.openedOn,
    changedAt: record.changedAt,
    ...(isAllowed(viewer.person.role, 'money.see') ? moneyOf(record, viewer.currency) : {}),
  };
}

/** These records as they are now and as this person may see them. */
export async function recordAnswers(
  context: Pick<Context, 'store'>,
  { ids, person }: { ids: readonly string[]; person: Person },
) {
  const records = await findRecordsWithCodes(context.store.read, ids);
  const viewer = await viewerOf(context, person);
  return [...records.values()].map((record) => recordAnswer(record, viewer));
}

function moneyOf(record: RecordWithCodes, currency: string) {
  const orUnknown = (amount: Minor | null): Money | null => (amount === null ? null : { amount, currency });
  return {
    income: { amount: record.income, currency },
    cost: { amount: record.cost, currency },
    profit: orUnknown(record.profit),
    acquisitionCost: orUnknown(record.acquisitionCost),
    marginPpm: record.marginPpm,
  };
}

/** Sums over records, with money for those who may see it. */
export function totalsAnswer(
  { records, quantity, codes, income, cost, profit, profitUnknown }: RecordSums,
  { person, currency }: Viewer,
): RecordTotals {
  const counted = { records, quantity, codes };
  if (!isAllowed(person.role, 'money.see')) return counted;
  const money = (amount: number) => ({ amount, currency });
  return { ...counted, income: money(income), cost: money(cost), profit: money(profit), profitUnknown };
}
