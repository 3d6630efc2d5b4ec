import { type Role, permissionToAdd, whyForbidden } from '#domain/access.ts';
import { COST_KINDS, ENTRY_KINDS, type EntryKind, INCOME_KINDS } from '#domain/entry.ts';
import type { Words } from '#ui/messages/en.ts';

/** The kinds in two groups; those this role may not book are there and switched off. */
export function kindChoices(role: Role, words: Words) {
  const choice = (kind: EntryKind) => ({
    value: kind,
    label: words.kinds[kind],
    disabled: isClosed(role, kind),
  });
  return [
    { group: words.entry.income, items: INCOME_KINDS.map(choice) },
    { group: words.entry.cost, items: COST_KINDS.map(choice) },
  ];
}

/** The kind offered first: the first that this role may book. */
export function firstOpenKind(role: Role): EntryKind {
  return ENTRY_KINDS.find((kind) => !isClosed(role, kind)) ?? 'other-cost';
}

/** Whether any kind is closed to this role, so that the form says why. */
export function isKindClosed(role: Role): boolean {
  return ENTRY_KINDS.some((kind) => isClosed(role, kind));
}

function isClosed(role: Role, kind: EntryKind): boolean {
  return whyForbidden(role, permissionToAdd(kind)) !== null;
}
