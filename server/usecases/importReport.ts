import type { ImportPlan } from '#domain/importPlan.ts';
import type { ImportFault, ImportFile } from '#domain/importTable.ts';
import { type Minor, ZERO, minor } from '#domain/money.ts';
import { directionOf } from '#domain/entry.ts';
import { trackingOf } from '#domain/tracking.ts';
import type { ImportGiven, PlannedImport } from './importPlanning.ts';

export interface FileReport {
  name: string;
  lines: number;
  valid: number;
  same: number;
  invalid: number;
  columns: { header: string; field: string | null }[];
}

export interface ImportReport {
  currency: string;
  records: FileReport | null;
  ledger: FileReport | null;
  faults: ImportFault[];
  notes: { code: string; count: number }[];
  willAdd: {
    records: number;
    serialized: number;
    bulk: number;
    closed: number;
    units: number;
    codes: number;
    entries: number;
    cost: Minor;
    income: Minor;
  };
}

/** What the files hold and what bringing them in would add, in figures. */
export function reportOf({ plan, currency, tables }: PlannedImport, files: ImportGiven): ImportReport {
  const fileReport = (file: ImportFile): FileReport | null => {
    const table = tables[file];
    if (!table) return null;
    const lines = table.lines.length;
    const invalid = new Set(plan.faults.filter((fault) => fault.file === file).map(({ line }) => line)).size;
    const same = plan.same[file];
    return {
      name: files[file]?.name ?? '',
      lines,
      same,
      invalid,
      valid: lines - invalid,
      columns: table.columns,
    };
  };
  return {
    currency,
    records: fileReport('records'),
    ledger: fileReport('ledger'),
    faults: plan.faults,
    notes: [...plan.notes].map(([code, count]) => ({ code, count })),
    willAdd: additionsOf(plan),
  };
}

function additionsOf(plan: ImportPlan): ImportReport['willAdd'] {
  const quantities = plan.records.map(({ quantity }) => quantity);
  for (const { target, units } of plan.exits) {
    if (target.kind === 'new') quantities[target.index] = (quantities[target.index] ?? 0) - units;
  }
  const byTracking = Map.groupBy(quantities, (quantity) => trackingOf({ quantity }));
  const sums = { income: ZERO, cost: ZERO };
  for (const { entry } of plan.entries) {
    const direction = directionOf(entry.kind);
    sums[direction] = minor(sums[direction] + entry.amount);
  }
  return {
    records: quantities.length,
    serialized: byTracking.get('serialized')?.length ?? 0,
    bulk: byTracking.get('bulk')?.length ?? 0,
    closed: byTracking.get('closed')?.length ?? 0,
    units: quantities.reduce((sum, quantity) => sum + quantity, 0),
    codes: plan.records.reduce((sum, { codes }) => sum + codes.length, 0),
    entries: plan.entries.length,
    ...sums,
  };
}
