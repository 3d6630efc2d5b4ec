import type { Instant } from '#domain/day.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

/** Files that were checked: `files`, `options` and `report` are plain JSON values of the use case's own making. */
export interface StoredImport {
  id: string;
  state: 'checked' | 'committed';
  personId: string;
  createdAt: Instant;
  options: unknown;
  files: unknown;
  report: unknown;
  operationId: string | null;
}

export async function insertImport(transaction: WriteHandle, job: StoredImport): Promise<void> {
  const { id, state, personId, createdAt, options, files, report, operationId } = job;
  await transaction
    .insertInto('import_job')
    .values({
      id,
      state,
      person_id: personId,
      created_at: createdAt,
      operation_id: operationId,
      options: JSON.stringify(options),
      files: JSON.stringify(files),
      report: JSON.stringify(report),
    })
    .execute();
}

export async function findImport(database: ReadHandle, id: string): Promise<StoredImport | null> {
  const row = await database.selectFrom('import_job').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    state: row.state === 'committed' ? 'committed' : 'checked',
    personId: row.person_id,
    createdAt: row.created_at,
    options: JSON.parse(row.options),
    files: JSON.parse(row.files),
    report: JSON.parse(row.report),
    operationId: row.operation_id,
  };
}

export async function finishImport(
  transaction: WriteHandle,
  given: { id: string; operationId: string; report: unknown; files: unknown },
): Promise<void> {
  const { id, operationId, report, files } = given;
  await transaction
    .updateTable('import_job')
    .set({
      state: 'committed',
      operation_id: operationId,
      report: JSON.stringify(report),
      files: JSON.stringify(files),
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteImport(transaction: WriteHandle, id: string): Promise<void> {
  await transaction.deleteFrom('import_job').where('id', '=', id).execute();
}
