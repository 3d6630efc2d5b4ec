import { COST_KINDS, type EntryKind } from './entry.ts';
import { CONVERSION_TYPES } from './operation.ts';

export const ROLES = ['viewer', 'staff', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'records.see',
  'records.edit',
  'costs.add',
  'entries.see-own',
  'money.see',
  'income.add',
  'entries.void',
  'records.convert',
  'data.import',
  'money.export',
  'workspace.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The least role that may do it; each role may do all that the roles before it may. */
const LEAST_ROLE: Readonly<Record<Permission, Role>> = {
  'records.see': 'viewer',
  'records.edit': 'staff',
  'costs.add': 'staff',
  'entries.see-own': 'staff',
  'money.see': 'manager',
  'income.add': 'manager',
  'entries.void': 'manager',
  'records.convert': 'manager',
  'data.import': 'manager',
  'money.export': 'manager',
  'workspace.manage': 'admin',
};

export interface Person {
  id: string;
  name: string;
  role: Role;
}

export interface Forbidden {
  code: 'forbidden';
  permission: Permission;
  leastRole: Role;
}

/** The one table that decides who may do what. The server enforces it; the screen asks it to say why not. */
export function isAllowed(role: Role, permission: Permission): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[permission]);
}

/** Null when allowed; otherwise what is missing and who has it. */
export function whyForbidden(role: Role, permission: Permission): Forbidden | null {
  if (isAllowed(role, permission)) return null;
  return { code: 'forbidden', permission, leastRole: LEAST_ROLE[permission] };
}

/** What adding an entry of this kind needs: staff book upkeep; what a thing cost to buy and what it earns is the manager's. */
export function permissionToAdd(kind: EntryKind): Permission {
  const isUpkeep = kind !== 'purchase' && kind !== 'insurance' && COST_KINDS.some((cost) => cost === kind);
  return isUpkeep ? 'costs.add' : 'income.add';
}

/** What taking an operation back, or doing it again, needs: the same as doing it. */
export function permissionToUndo(type: string): Permission {
  if (CONVERSION_TYPES.some((conversion) => conversion === type)) return 'records.convert';
  return type === 'entry' || type === 'void' ? 'entries.void' : 'records.edit';
}
