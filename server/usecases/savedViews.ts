import type { Person } from '#domain/access.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { LABEL_RULE, checkText } from '#domain/text.ts';
import type { ReadHandle } from '#server/store/store.ts';
import {
  type StoredView,
  deleteView,
  findDefaultView,
  findView,
  forgetOthersDefault,
  listViews,
  putView,
  setDefaultView,
} from '#server/store/views.ts';
import type { Context, Outcome, WriteRequest } from './context.ts';
import { type Operation, writeOnce } from './writeOnce.ts';

/** A saved view as one person sees it. */
export interface SeenView extends Pick<StoredView, 'id' | 'name' | 'search' | 'isShared' | 'changedAt'> {
  isDefault: boolean;
  isMine: boolean;
  ownerName: string;
}

/** More than anybody picks from; it keeps a script from filling the table. */
const MAX_VIEWS = 200;

/** The views a person may open: their own and those that others share, in the order of their names. */
export async function readViews(database: ReadHandle, person: Person): Promise<SeenView[]> {
  const [views, defaultId] = await Promise.all([
    listViews(database, person.id),
    findDefaultView(database, person.id),
  ]);
  return views.map((view) => seenBy(person, view, defaultId));
}

/** The table that this person's inventory opens with, or null: the plain one. */
export async function readDefaultView(
  database: ReadHandle,
  { id: personId }: Person,
): Promise<Pick<SeenView, 'id' | 'search'> | null> {
  const viewId = await findDefaultView(database, personId);
  const view = viewId === null ? null : await findView(database, viewId);
  return view && { id: view.id, search: view.search };
}

/** Keeps a table under a name. It changes no stock, and so leaves no line of history. */
export function saveView(
  context: Context,
  request: WriteRequest & {
    view: { name: string; search: string; isShared: boolean; isDefault: boolean };
  },
): Promise<Outcome<{ view: SeenView }>> {
  return writeOnce(context, { ...request, type: 'view' }, async (operation) => {
    const { person, transaction } = operation;
    const { isDefault, ...given } = request.view;
    const mine = (await listViews(transaction, person.id)).filter(({ personId }) => personId === person.id);
    if (mine.length >= MAX_VIEWS) return refuse([fault({ code: 'view.too-many', max: MAX_VIEWS })]);
    const owner = { id: operation.newId(), personId: person.id, personName: person.name };
    return keepView(operation, { view: { ...owner, ...given, changedAt: operation.now }, isDefault });
  });
}

export interface ViewChange {
  name?: string | undefined;
  search?: string | undefined;
  isShared?: boolean | undefined;
  /** Whether whoever asks opens with it. */
  isDefault?: boolean | undefined;
}

/** Changes a view. Only its owner may, but everybody may open with one that they see. */
export function changeView(
  context: Context,
  request: WriteRequest & {
    viewId: string;
    change: ViewChange;
  },
): Promise<Outcome<{ view: SeenView }>> {
  return writeOnce(context, { ...request, type: 'view' }, async (operation) => {
    const { person, transaction } = operation;
    const { name, search, isShared, isDefault } = request.change;
    const view = await findVisible(transaction, { viewId: request.viewId, person });
    if (!view.ok) return view;
    const isOnlyOpened = name === undefined && search === undefined && isShared === undefined;
    if (isOnlyOpened) return keepDefault(operation, { view: view.value, isDefault });
    if (view.value.personId !== person.id) return refuse([notYours(view.value)]);
    const changed = {
      ...view.value,
      name: name ?? view.value.name,
      search: search ?? view.value.search,
      isShared: isShared ?? view.value.isShared,
      changedAt: operation.now,
    };
    return keepView(operation, { view: changed, isDefault });
  });
}

/** Removes a view; who opened with it opens with the plain table again. */
export function removeView(
  context: Context,
  request: WriteRequest & { viewId: string },
): Promise<Outcome<{ id: string }>> {
  return writeOnce(context, { ...request, type: 'view' }, async ({ transaction, person }) => {
    const view = await findVisible(transaction, { viewId: request.viewId, person });
    if (!view.ok) return view;
    if (view.value.personId !== person.id) return refuse([notYours(view.value)]);
    await deleteView(transaction, request.viewId);
    return accept({ id: request.viewId });
  });
}

interface Keeping {
  view: StoredView;
  isDefault: boolean | undefined;
}

async function keepView(
  operation: Operation,
  { view, isDefault }: Keeping,
): Promise<Outcome<{ view: SeenView }>> {
  const name = checkText(view.name, { ...LABEL_RULE, isRequired: true });
  if (!name.ok) return refuse([fault(name.refusal, '/name')]);
  const kept = { ...view, name: name.value };
  await putView(operation.transaction, kept);
  if (!kept.isShared)
    await forgetOthersDefault(operation.transaction, { viewId: kept.id, ownerId: kept.personId });
  return keepDefault(operation, { view: kept, isDefault });
}

async function keepDefault(
  { transaction, person }: Operation,
  { view, isDefault }: Keeping,
): Promise<Outcome<{ view: SeenView }>> {
  const before = await findDefaultView(transaction, person.id);
  const isChanged = isDefault !== undefined && isDefault !== (before === view.id);
  const after = isChanged ? (isDefault ? view.id : null) : before;
  if (isChanged) await setDefaultView(transaction, { personId: person.id, viewId: after });
  return accept({ view: seenBy(person, view, after) });
}

async function findVisible(
  database: ReadHandle,
  { viewId, person }: { viewId: string; person: Person },
): Promise<Outcome<StoredView>> {
  const view = await findView(database, viewId);
  const isVisible = view !== null && (view.isShared || view.personId === person.id);
  // What somebody keeps for themselves is not there for others.
  return isVisible ? accept(view) : refuse([fault({ code: 'view.missing' })]);
}

function notYours({ name, personName }: StoredView) {
  return fault({ code: 'view.not-yours', name, ownerName: personName });
}

function seenBy(person: Person, view: StoredView, defaultId: string | null): SeenView {
  const { id, name, search, isShared, changedAt, personId, personName } = view;
  const isMine = personId === person.id;
  return {
    id,
    name,
    search,
    isShared,
    changedAt,
    isMine,
    isDefault: id === defaultId,
    ownerName: personName,
  };
}
