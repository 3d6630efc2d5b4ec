import type { Selectable } from 'kysely';
import type { Instant } from '#domain/day.ts';
import { sortKey } from '#domain/text.ts';
import type { Schema } from './schema.ts';
import type { ReadHandle, WriteHandle } from './store.ts';

export interface StoredView {
  id: string;
  personId: string;
  personName: string;
  name: string;
  search: string;
  isShared: boolean;
  changedAt: Instant;
}

/** The views that a person may see: their own and the shared ones. */
export async function listViews(database: ReadHandle, personId: string): Promise<StoredView[]> {
  const rows = await database
    .selectFrom('saved_view')
    .selectAll()
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('is_shared', '=', 1)]))
    .orderBy('name_key')
    .orderBy('id')
    .execute();
  return rows.map(viewOf);
}

export async function findView(database: ReadHandle, id: string): Promise<StoredView | null> {
  const row = await database.selectFrom('saved_view').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? viewOf(row) : null;
}

export async function putView(transaction: WriteHandle, view: StoredView): Promise<void> {
  const row = rowOf(view);
  const { id: _id, ...changed } = row;
  await transaction
    .insertInto('saved_view')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
}

export async function deleteView(transaction: WriteHandle, id: string): Promise<void> {
  await transaction.deleteFrom('saved_view').where('id', '=', id).execute();
}

/** The view that a person's inventory opens with, or null. */
export async function findDefaultView(database: ReadHandle, personId: string): Promise<string | null> {
  const row = await database
    .selectFrom('default_view')
    .select('view_id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.view_id ?? null;
}

export async function setDefaultView(
  transaction: WriteHandle,
  { personId, viewId }: { personId: string; viewId: string | null },
): Promise<void> {
  await transaction.deleteFrom('default_view').where('person_id', '=', personId).execute();
  if (viewId === null) return;
  await transaction.insertInto('default_view').values({ person_id: personId, view_id: viewId }).execute();
}

/** Nobody but its owner opens with a view that is no longer shared. */
export async function forgetOthersDefault(
  transaction: WriteHandle,
  { viewId, ownerId }: { viewId: string; ownerId: string },
): Promise<void> {
  await transaction
    .deleteFrom('default_view')
    .where('view_id', '=', viewId)
    .where('person_id', '<>', ownerId)
    .execute();
}

function viewOf(row: Selectable<Schema['saved_view']>): StoredView {
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    name: row.name,
    search: row.search,
    isShared: row.is_shared === 1,
    changedAt: row.changed_at,
  };
}

function rowOf(view: StoredView): Selectable<Schema['saved_view']> {
  return {
    id: view.id,
    person_id: view.personId,
    person_name: view.personName,
    name: view.name,
    name_key: sortKey(view.name),
    search: view.search,
    is_shared: view.isShared ? 1 : 0,
    changed_at: view.changedAt,
  };
}
