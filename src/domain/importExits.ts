import type { ImportPlan, PlannedExit } from './importPlan.ts';
import type { ImportFault } from './importTable.ts';

/** The exits in the order of their days; one that takes more units than are left is a fault of its line. */
export function checkExits(plan: Pick<ImportPlan, 'exits' | 'records'>): {
  exits: PlannedExit[];
  faults: ImportFault[];
} {
  const left = new Map<string, number>();
  const exits: PlannedExit[] = [];
  const faults: ImportFault[] = [];
  for (const exit of plan.exits.toSorted(byDayThenLine)) {
    const { target, units, line } = exit;
    const key = target.kind === 'new' ? `#${target.index}` : target.record.id;
    const stock = target.kind === 'new' ? plan.records[target.index]?.quantity : target.record.quantity;
    const available = left.get(key) ?? stock ?? 0;
    if (units > available) {
      const facts = { available };
      faults.push({
        file: 'ledger',
        line,
        column: 'units',
        code: 'units.too-many',
        given: String(units),
        facts,
      });
    } else if (units > 0) {
      left.set(key, available - units);
      exits.push(exit);
    }
  }
  return { exits, faults };
}

function byDayThenLine(left: PlannedExit, right: PlannedExit): number {
  if (left.occurredOn !== right.occurredOn) return left.occurredOn < right.occurredOn ? -1 : 1;
  return left.line - right.line;
}
