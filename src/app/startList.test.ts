// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { listAtStart, rememberDefaultView } from './startList.ts';

const at = (pathname: string, search = '') => listAtStart({ pathname, search });

afterEach(() => rememberDefaultView(null));

test('the rows that the address names are asked for', () => {
  expect(at('/inventory', '?q=ski&sort=-profit&row=r1&at=5')).toEqual({ q: 'ski', sort: '-profit' });
  expect(at('/')).toEqual({});
  expect(at('/activity')).toBeNull();
});

test('an address that names none asks for the default view, as it was known last', () => {
  rememberDefaultView('tracking=bulk&sort=-profit');
  expect(at('/')).toEqual({ tracking: ['bulk'], sort: '-profit' });
  expect(at('/inventory')).toEqual({ tracking: ['bulk'], sort: '-profit' });
  expect(at('/inventory', '?view=none')).toEqual({});
  expect(at('/inventory', '?q=ski')).toEqual({ q: 'ski' });
  // A record over the table does not open the default view below it.
  expect(at('/inventory/r1/ledger')).toEqual({});
  rememberDefaultView(null);
  expect(at('/')).toEqual({});
});

test('groups are read otherwise: no rows are asked for in vain', () => {
  expect(at('/inventory', '?group=sku')).toBeNull();
  rememberDefaultView('group=category');
  expect(at('/')).toBeNull();
});
