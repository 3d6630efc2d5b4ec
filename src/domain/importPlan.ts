import type { AdjustmentReason } from './adjustment.ts';
import type { Day } from './day.ts';
import type { CheckedEntry } from './entry.ts';
import { type ReadLedgerLine } from './importLedger.ts';
import { type ReadRecord } from './importRecords.ts';
import { checkExits } from './importExits.ts';
import type { ImportFault } from './importTable.ts';
import type { Minor } from './money.ts';
import { type CodeKey, codeKey } from './stockCode.ts';

/** What is stored already about the things that the files name. */
export interface KnownState {
  recordByReference: ReadonlyMap<string, KnownRecord>;
  recordByCode: ReadonlyMap<CodeKey, KnownRecord>;
  /** Entries that an earlier import posted, by the ledger's own reference. */
  entryByRef: ReadonlyMap<string, KnownEntry>;
  /** Purchase costs that an earlier records file posted, by the record's reference. */
  purchaseByReference: ReadonlyMap<string, KnownEntry>;
}

export interface KnownRecord {
  id: string;
  name: string;
  quantity: number;
}

export interface KnownEntry {
  kind: string;
  amount: Minor;
  occurredOn: Day;
}

/** Where a ledger line goes: a record of this import, by its place in `records`, or a stored one. */
export type ImportTarget = { kind: 'new'; index: number } | { kind: 'stored'; record: KnownRecord };

export interface PlannedEntry {
  target: ImportTarget;
  line: number;
  entry: CheckedEntry;
  source: 'records' | 'ledger';
  externalRef: string | null;
}

export interface PlannedExit {
  target: ImportTarget;
  line: number;
  units: number;
  reason: AdjustmentReason;
  occurredOn: Day;
}

export interface ImportPlan {
  records: ReadRecord[];
  entries: PlannedEntry[];
  /** In the order of their days; empty unless sold units are to leave the stock. */
  exits: PlannedExit[];
  faults: ImportFault[];
  /** Lines that say what is stored already. */
  same: { records: number; ledger: number };
  /** Things worth knowing that are no fault: how often each came up. */
  notes: Map<ImportNote, number>;
}

export type ImportNote =
  | 'purchase-in-both'
  | 'purchase-unknown'
  | 'purchase-zero'
  | 'exit-without-money'
  | 'exit-stays'
  | 'exit-without-day'
  | 'exit-day-partial'
  | 'entry-without-reference';

export interface PlanGiven {
  records: readonly ReadRecord[];
  ledger: readonly ReadLedgerLine[];
  known: KnownState;
  takeSoldOut: boolean;
  today: Day;
}

/**
 * What bringing these lines in would do. Nothing is counted twice: a purchase that stands in both files is one entry,
 * a line that was brought in before is passed over, and a line that contradicts what is stored is a fault.
 */
export function planImport(given: PlanGiven): ImportPlan {
  const plan: ImportPlan = {
    records: [],
    entries: [],
    exits: [],
    faults: [],
    same: { records: 0, ledger: 0 },
    notes: new Map(),
  };
  const targets = planRecords(given, plan);
  const scope = { given, plan, targets, postedByRef: new Map() };
  for (const line of given.ledger) planLedgerLine(line, scope);
  planPurchases(plan);
  const checked = checkExits(plan);
  plan.exits = checked.exits;
  plan.faults.push(...checked.faults);
  return plan;
}

interface Targets {
  byReference: Map<string, ImportTarget>;
  byCode: Map<CodeKey, ImportTarget>;
}

/** Which lines become records; a reference or code that leads elsewhere is a fault of the later line. */
function planRecords({ records, ledger, known }: PlanGiven, plan: ImportPlan): Targets {
  const targets: Targets = { byReference: new Map(), byCode: new Map() };
  const boughtInLedger = purchasesByReference(ledger);
  for (const record of records) {
    const stored = record.reference === '' ? undefined : known.recordByReference.get(record.reference);
    if (stored && stored.name === record.name) {
      plan.same.records += 1;
      continue;
    }
    const clash = differenceOf(record, boughtInLedger) ?? clashOf(record, { known, targets, plan });
    if (clash) {
      plan.faults.push(clash);
      continue;
    }
    const target: ImportTarget = { kind: 'new', index: plan.records.length };
    plan.records.push(record);
    if (record.reference !== '') targets.byReference.set(record.reference, target);
    for (const code of record.codes) targets.byCode.set(code.key, target);
  }
  return targets;
}

/** What the ledger file says each record cost to buy. */
function purchasesByReference(ledger: readonly ReadLedgerLine[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { record, entry } of ledger) {
    if (entry?.kind === 'purchase' && record !== '') sums.set(record, (sums.get(record) ?? 0) + entry.amount);
  }
  return sums;
}

/** A purchase that stands in both files must be the same in both: which of two prices is right nobody can tell here. */
function differenceOf(record: ReadRecord, boughtInLedger: ReadonlyMap<string, number>): ImportFault | null {
  const { line, reference, purchaseCost } = record;
  const inLedger = boughtInLedger.get(reference);
  if (purchaseCost === null || inLedger === undefined || inLedger === purchaseCost) return null;
  const facts = { ledger: inLedger, records: purchaseCost };
  return { file: 'records', line, column: 'purchaseCost', code: 'purchase.differs', given: '', facts };
}

function clashOf(
  record: ReadRecord,
  { known, targets, plan }: { known: KnownState; targets: Targets; plan: ImportPlan },
): ImportFault | null {
  const fault = { file: 'records', line: record.line } as const;
  const nameOf = (target: ImportTarget | undefined) =>
    target?.kind === 'new' ? plan.records[target.index]?.name : undefined;
  if (record.reference !== '') {
    const ownerName =
      nameOf(targets.byReference.get(record.reference)) ??
      known.recordByReference.get(record.reference)?.name;
    if (ownerName !== undefined)
      return {
        ...fault,
        column: 'reference',
        code: 'reference.taken',
        given: record.reference,
        facts: { ownerName },
      };
  }
  for (const code of record.codes) {
    const ownerName = nameOf(targets.byCode.get(code.key)) ?? known.recordByCode.get(code.key)?.name;
    if (ownerName !== undefined)
      return { ...fault, column: 'codes', code: 'code.taken', given: code.text, facts: { ownerName } };
  }
  return null;
}

interface LedgerScope {
  given: PlanGiven;
  plan: ImportPlan;
  targets: Targets;
  /** Entries of this file, by its own reference: a file may say a line twice. */
  postedByRef: Map<string, KnownEntry>;
}

function planLedgerLine(line: ReadLedgerLine, scope: LedgerScope): void {
  const { given, plan } = scope;
  const fail = (column: string, code: string, facts: ImportFault['facts'] = {}) =>
    plan.faults.push({
      file: 'ledger',
      line: line.line,
      column,
      code,
      given: line.record || line.codes.join('; '),
      facts,
    });
  const earlier = earlierEntry(line, scope);
  if (earlier === 'differs') return void fail('externalRef', 'entry.ref-taken');
  if (earlier === 'same') return void (plan.same.ledger += 1);
  const target = targetOf(line, scope);
  if (!target) return void fail(line.record === '' ? 'code' : 'record', 'record.unknown');
  if (line.entry) {
    if (line.externalRef === null) note(plan, 'entry-without-reference');
    else scope.postedByRef.set(line.externalRef, line.entry);
    plan.entries.push({
      target,
      line: line.line,
      entry: line.entry,
      source: 'ledger',
      externalRef: line.externalRef,
    });
  } else note(plan, line.exit ? 'exit-without-money' : 'exit-stays');
  if (!line.exit || !given.takeSoldOut) return;
  if (line.exit.occurredOn === null) note(plan, 'exit-without-day');
  if (line.exit.isDayPartial) note(plan, 'exit-day-partial');
  const { units, reason, occurredOn } = line.exit;
  plan.exits.push({
    target,
    line: line.line,
    units: units ?? 1,
    reason,
    occurredOn: occurredOn ?? given.today,
  });
}

/** Was this line brought in before, or in this very file: by its own reference, or as the purchase cost of its record's line? */
function earlierEntry(
  line: ReadLedgerLine,
  { given: { known }, postedByRef }: LedgerScope,
): 'same' | 'differs' | null {
  if (!line.entry) return null;
  const ref = line.externalRef;
  const byRef = ref === null ? undefined : (known.entryByRef.get(ref) ?? postedByRef.get(ref));
  if (byRef) return isSameEntry(byRef, line.entry) ? 'same' : 'differs';
  const purchase = known.purchaseByReference.get(line.record);
  return purchase && isSameEntry(purchase, line.entry) ? 'same' : null;
}

function isSameEntry(stored: KnownEntry, entry: CheckedEntry): boolean {
  return (
    stored.kind === entry.kind && stored.amount === entry.amount && stored.occurredOn === entry.occurredOn
  );
}

function targetOf(line: ReadLedgerLine, { given: { known }, targets }: LedgerScope): ImportTarget | null {
  if (line.record !== '') {
    const stored = known.recordByReference.get(line.record);
    return targets.byReference.get(line.record) ?? (stored ? { kind: 'stored', record: stored } : null);
  }
  for (const code of line.codes) {
    const stored = known.recordByCode.get(codeKey(code));
    const found =
      targets.byCode.get(codeKey(code)) ?? (stored ? ({ kind: 'stored', record: stored } as const) : null);
    if (found) return found;
  }
  return null;
}

/** A record's purchase cost is posted from its own line only where the ledger does not post it. */
function planPurchases(plan: ImportPlan): void {
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

function note(plan: ImportPlan, which: ImportNote): void {
  plan.notes.set(which, (plan.notes.get(which) ?? 0) + 1);
}
