import { describe, expect, test } from 'vitest';
import { PERMISSIONS, type Permission, ROLES, isAllowed, permissionToAdd, whyForbidden } from './access.ts';
import { ENTRY_KINDS } from './entry.ts';

// The table as people read it: x may.
const MATRIX: Readonly<Record<Permission, string>> = {
  //                  viewer staff manager admin
  'records.see': '      x     x      x      x',
  'records.edit': '     -     x      x      x',
  'costs.add': '        -     x      x      x',
  'entries.see-own': '  -     x      x      x',
  'money.see': '        -     -      x      x',
  'income.add': '       -     -      x      x',
  'entries.void': '     -     -      x      x',
  'records.convert': '  -     -      x      x',
  'data.import': '      -     -      x      x',
  'money.export': '     -     -      x      x',
  'workspace.manage': ' -     -      -      x',
};

describe.each(PERMISSIONS)('%s', (permission) => {
  const marks = MATRIX[permission].trim().split(/\s+/);

  test.each(ROLES.map((role, index) => [role, marks[index]] as const))('for a %s: %s', (role, mark) => {
    expect(isAllowed(role, permission)).toBe(mark === 'x');
  });

  test('whoever may not is told the least role that may', () => {
    const leastRole = ROLES[marks.indexOf('x')];
    for (const [index, role] of ROLES.entries()) {
      expect(whyForbidden(role, permission)).toEqual(
        marks[index] === 'x' ? null : { code: 'forbidden', permission, leastRole },
      );
    }
  });
});

test('Each role may do all that the roles before it may', () => {
  for (const permission of PERMISSIONS) {
    const allowed = ROLES.map((role) => isAllowed(role, permission));
    expect(allowed).toEqual(allowed.toSorted((left, right) => Number(left) - Number(right)));
  }
});

test('Staff book upkeep; what a thing cost to buy and what it earns is the manager’s', () => {
  const byStaff = ENTRY_KINDS.filter((kind) => isAllowed('staff', permissionToAdd(kind)));
  expect(byStaff).toEqual(['repair', 'maintenance', 'cleaning', 'transport', 'other-cost']);
  expect(ENTRY_KINDS.every((kind) => isAllowed('manager', permissionToAdd(kind)))).toBe(true);
  expect(ENTRY_KINDS.some((kind) => isAllowed('viewer', permissionToAdd(kind)))).toBe(false);
});
