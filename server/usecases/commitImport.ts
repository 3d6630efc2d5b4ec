import { openingReason } from '#domain/inventoryRecord.ts';
import { MAX_MINOR } from '#domain/money.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { isWithinLimit, sumEntries } from '#domain/totals.ts';
import { finishImport } from '#server/store/imports.ts';
import { saveCurrency } from '#server/store/workspace.ts';
import { readImport } from './checkImport.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { type PlannedImport, planFiles } from './importPlanning.ts';
import { reportOf } from './importReport.ts';
import { postingOf } from './importPosting.ts';
import { addToStored } from './importToStored.ts';
import { type NewRecord, storeNewRecords } from './newRecords.ts';
import { type Operation, writeOnce } from './writeOnce.ts';

export interface ImportToCommit extends WriteRequest {
  id: string;
  /** `all`: nothing while any line is wrong. `valid`: the right lines, the wrong ones are left to be mended. */
  mode: 'all' | 'valid';
}

/** Writes a checked import as one operation. It is planned anew, because the stock may have changed since the check. */
export function commitImport(context: Context, request: ImportToCommit): Promise<Outcome<{ id: string }>> {
  return writeOnce(context, { ...request, type: 'import' }, async (operation) => {
    const { transaction, now } = operation;
    const found = await readImport(transaction, request.id);
    if (!found.ok) return found;
    const { state, files, options } = found.value;
    if (state !== 'checked') return refuse([fault({ code: 'import.not-ready', state })]);
    const planned = await planFiles(transaction, { files, options, now });
    const { faults } = planned.plan;
    if (faults.length > 0 && request.mode === 'all') {
      return refuse([fault({ code: 'import.invalid', problem: `${faults.length} lines are not right` })]);
    }
    await saveCurrency(transaction, { currency: planned.currency, now });
    const written = await writePlan(operation, planned);
    if (!written.ok) return written;
    const report = reportOf(planned, files);
    const kept = faults.length > 0 ? files : { records: null, ledger: null };
    await finishImport(transaction, { id: request.id, operationId: operation.id, report, files: kept });
    return accept({ id: request.id });
  });
}

async function writePlan(operation: Operation, { plan }: PlannedImport): Promise<Outcome<null>> {
  const entriesByRecord = Map.groupBy(plan.entries, ({ target }) =>
    target.kind === 'new' ? target.index : -1,
  );
  const exitsByRecord = Map.groupBy(plan.exits, ({ target }) => (target.kind === 'new' ? target.index : -1));
  const records = plan.records.map((record, index): NewRecord => {
    const id = operation.newId();
    const entries = entriesByRecord.get(index) ?? [];
    const exits = exitsByRecord.get(index) ?? [];
    const reason = openingReason(entries.some(({ entry }) => entry.kind === 'purchase'));
    const opening = { delta: record.quantity, reason, occurredOn: record.openedOn, note: '' };
    const leaving = exits.map((exit) => ({
      delta: -exit.units,
      reason: exit.reason,
      occurredOn: exit.occurredOn,
      note: '',
      externalRef: exit.externalRef,
    }));
    const posted = entries.map((planned) =>
      postingOf(operation, { planned, exits, recordId: id, quantity: record.quantity }),
    );
    const steps = record.quantity === 0 ? [] : [opening, ...leaving];
    return { ...record, id, steps, entries: posted, totals: sumEntries(posted) };
  });
  if (!records.every(({ totals }) => isWithinLimit(totals)))
    return refuse([fault({ code: 'amount.too-large', max: MAX_MINOR })]);
  await storeNewRecords(operation, records);
  return addToStored(operation, {
    entries: entriesByRecord.get(-1) ?? [],
    exits: exitsByRecord.get(-1) ?? [],
  });
}
