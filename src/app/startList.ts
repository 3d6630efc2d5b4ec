import type { RecordListQuery } from '#api/recordCache.ts';
import { asksForNothing, listQueryOf, readInventorySearch } from '#features/inventory/inventorySearch.ts';
import { parseSearch } from './addressText.ts';

const STORED_AS = 'granary.defaultView';

/**
 * Keeps the table that an address without one opened last time. Who is here, and with what they open, is known only after
 * the first rows have been asked for.
 */
export function rememberDefaultView(search: string | null): void {
  if (search === null) localStorage.removeItem(STORED_AS);
  else localStorage.setItem(STORED_AS, search);
}

/**
 * The list that an address asks for, so that its first rows are on their way before the screen is drawn; null where other
 * rows come first: another page, or groups. Awkward case: somebody has changed the default view on another machine, and
 * the first rows are asked for once in vain.
 */
export function listAtStart({
  pathname,
  search,
}: {
  pathname: string;
  search: string;
}): RecordListQuery | null {
  if (pathname !== '/' && !pathname.startsWith('/inventory')) return null;
  const given = readInventorySearch(parseSearch(search));
  const isPlain = ['/', '/inventory', '/inventory/'].includes(pathname) && asksForNothing(given);
  const kept = isPlain ? localStorage.getItem(STORED_AS) : null;
  const opened = kept === null ? given : readInventorySearch(parseSearch(kept));
  return opened.group === undefined ? listQueryOf(opened) : null;
}
