import type { AdjustmentReason } from './adjustment.ts';
import type { Day } from './day.ts';
import type { CheckedEntry } from './entry.ts';
import { type ReadLedgerLine } from './importLedger.ts';
import { type ReadRecord } from './importRecords.ts';
import { checkExits } from './importExits.ts';
import { type ImportNote, note } from './importNotes.ts';
import { differenceOf, isKnownCost, planPurchases, purchasesByReference } from './importPurchases.ts';
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
  /** References of ledger lines without money that moved stock already. */
  exitRefs: ReadonlySet<string>;
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
  /** The ledger line's own reference, where no entry carries it. */
  externalRef: string | null;
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
  const scope = { given, plan, targets, postedByRef: new Map(), movedRefs: new Set<string>() };
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
    if (stored && stored.name === record.name && isKnownCost(record, known)) {
      plan.same.records += 1;
      if (stored.quantity !== record.quantity) note(plan, 'quantity-differs');
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
  /** Lines of this file without money that move stock. */
  movedRefs: Set<string>;
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
  if (target === 'ambiguous') return void fail('code', 'record.ambiguous');
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
    externalRef: line.entry ? null : line.externalRef,
  });
  if (!line.entry && line.externalRef !== null) scope.movedRefs.add(line.externalRef);
}

/** Was this line brought in before, or in this very file: by its own reference, or as the purchase cost of its record's line? */
function earlierEntry(
  line: ReadLedgerLine,
  { given: { known }, postedByRef, movedRefs }: LedgerScope,
): 'same' | 'differs' | null {
  const ref = line.externalRef;
  if (!line.entry) return ref !== null && (known.exitRefs.has(ref) || movedRefs.has(ref)) ? 'same' : null;
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

function targetOf(
  line: ReadLedgerLine,
  { given: { known }, targets }: LedgerScope,
): ImportTarget | 'ambiguous' | null {
  if (line.record !== '') {
    return targets.byReference.get(line.record) ?? storedAs(known.recordByReference.get(line.record));
  }
  const found = line.codes
    .map(codeKey)
    .map((key) => targets.byCode.get(key) ?? storedAs(known.recordByCode.get(key)))
    .filter((target) => target !== null);
  const [first = null, ...others] = found;
  return others.every((other) => first !== null && isSameTarget(first, other)) ? first : 'ambiguous';
}

function storedAs(record: KnownRecord | undefined): ImportTarget | null {
  return record ? { kind: 'stored', record } : null;
}

function isSameTarget(left: ImportTarget, right: ImportTarget): boolean {
  if (left.kind === 'new') return right.kind === 'new' && left.index === right.index;
  return right.kind === 'stored' && left.record.id === right.record.id;
}
