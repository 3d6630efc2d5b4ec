import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { type StoredImport, deleteImport, findImport, insertImport } from '#server/store/imports.ts';
import type { ReadHandle } from '#server/store/store.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { type ImportGiven, type ImportOptions, planFiles } from './importPlanning.ts';
import { type ImportReport, reportOf } from './importReport.ts';
import { writeOnce } from './writeOnce.ts';

/** An import as it is stored, its JSON columns in the types that this file writes. */
export interface Import extends StoredImport {
  options: ImportOptions;
  files: ImportGiven;
  report: ImportReport;
}

/** Checks files and keeps them with the report, so that a person may look, reload, and decide. */
export function checkImport(
  context: Context,
  request: WriteRequest & { files: ImportGiven; options: ImportOptions },
): Promise<Outcome<{ id: string }>> {
  return writeOnce(context, { ...request, type: 'import' }, async ({ transaction, now, newId, person }) => {
    const { files, options } = request;
    if (!files.records && !files.ledger)
      return refuse([fault({ code: 'import.invalid', problem: 'no file was given' })]);
    const report = reportOf(await planFiles(transaction, { files, options, now }), files);
    const id = newId();
    const job = {
      id,
      state: 'checked',
      personId: person.id,
      createdAt: now,
      options,
      files,
      report,
      operationId: null,
    } as const;
    await insertImport(transaction, job);
    return accept({ id });
  });
}

export async function readImport(database: ReadHandle, id: string): Promise<Outcome<Import>> {
  const job = await findImport(database, id);
  // The three JSON columns were written by checkImport and commitImport from these types.
  return job ? accept(job as Import) : refuse([fault({ code: 'import.missing', id })]);
}

/** Forgets an import that was not committed. */
export function discardImport(
  context: Context,
  request: WriteRequest & { id: string },
): Promise<Outcome<{ id: string }>> {
  return writeOnce(context, { ...request, type: 'import' }, async ({ transaction }) => {
    const found = await readImport(transaction, request.id);
    if (!found.ok) return found;
    const { state } = found.value;
    if (state !== 'checked') return refuse([fault({ code: 'import.not-ready', state })]);
    await deleteImport(transaction, request.id);
    return accept({ id: request.id });
  });
}
