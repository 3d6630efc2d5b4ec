import type { ReadLedgerLine } from './importLedger.ts';
import { note } from './importNotes.ts';
import type { ImportPlan, KnownState } from './importPlan.ts';
import type { ReadRecord } from './importRecords.ts';
import type { ImportFault } from './importTable.ts';

/** A record's purchase cost is posted from its own line only where the ledger does not post it. */
export function planPurchases(plan: ImportPlan): void {
  const inLedger = new Set<number>();
  for (const { target, entry } of plan.entries)
    if (target.kind === 'new' && entry.kind === 'purchase') inLedger.add(target.index);
  for (const [index, { purchaseCost, line, openedOn, supplier, reference }] of plan.records.entries()) {
    if (inLedger.has(index)) {
      if (purchaseCost !== null) note(plan, 'purchase-in-both');
    } else if (purchaseCost === null) note(plan, 'purchase-unknown');
    else if (purchaseCost === 0) note(plan, 'purchase-zero');
    else {
      const entry = {
        kind: 'purchase',
        amount: purchaseCost,
        occurredOn: openedOn,
        note: supplier,
        service: null,
      } as const;
      const externalRef = reference === '' ? null : reference;
      plan.entries.push({ target: { kind: 'new', index }, line, entry, source: 'records', externalRef });
    }
  }
}

/** What the ledger file says each record cost to buy. */
export function purchasesByReference(ledger: readonly ReadLedgerLine[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { record, entry } of ledger) {
    if (entry?.kind === 'purchase' && record !== '') sums.set(record, (sums.get(record) ?? 0) + entry.amount);
  }
  return sums;
}

/** A purchase that stands in both files must be the same in both: which of two prices is right nobody can tell here. */
export function differenceOf(
  record: ReadRecord,
  boughtInLedger: ReadonlyMap<string, number>,
): ImportFault | null {
  const { line, reference, purchaseCost } = record;
  const inLedger = boughtInLedger.get(reference);
  if (purchaseCost === null || inLedger === undefined || inLedger === purchaseCost) return null;
  const facts = { ledger: inLedger, records: purchaseCost };
  return { file: 'records', line, column: 'purchaseCost', code: 'purchase.differs', given: '', facts };
}

/** Does the line's purchase cost agree with what an earlier records file posted for this record, if it did? */
export function isKnownCost({ reference, purchaseCost }: ReadRecord, known: KnownState): boolean {
  const posted = known.purchaseByReference.get(reference);
  return posted === undefined || purchaseCost === null || posted.amount === purchaseCost;
}
