import { getRouteApi, Navigate, Outlet, useMatchRoute, useNavigate, useRouter } from '@tanstack/react-router';
import { InventoryPage } from '#features/inventory/InventoryPage.tsx';
import {
  asksForNothing,
  changedSearch,
  listNameOf,
  readInventorySearch,
} from '#features/inventory/inventorySearch.ts';
import { useEffect, useState } from 'react';
import { parseSearch, stringifySearch } from './addressText.ts';
import { useReadySession } from './SessionGate.tsx';
import { rememberDefaultView } from './startList.ts';
import { useStartConversion } from './useStartConversion.ts';

const route = getRouteApi('/inventory');

/** Names the list that the address asks for. It is asked for each key, and most keys change no address. */
function listAskedOf(latest: () => Record<string, unknown>): () => string {
  let read: unknown;
  let name = '';
  return () => {
    const search = latest();
    if (search !== read) name = listNameOf(readInventorySearch(search));
    read = search;
    return name;
  };
}

/** The inventory, and over it whatever its address opens: a record or the form for a new one. */
export function InventoryRoute() {
  const session = useReadySession();
  // The router hands on what is only of the address over the table: `ids` is no filter of the list.
  const search = readInventorySearch(route.useSearch());
  const navigate = useNavigate();
  const startConversion = useStartConversion(search);
  const router = useRouter();
  const [askedList] = useState(() => listAskedOf(() => router.latestLocation.search));
  const isOpen = useMatchRoute();
  const isCovered = isOpen({ to: '/inventory' }) === false;
  const { defaultView } = session;
  const opensWith = defaultView?.search ?? null;
  useEffect(() => rememberDefaultView(opensWith), [opensWith]);
  if (defaultView && !isCovered && asksForNothing(search)) {
    const table = readInventorySearch(parseSearch(defaultView.search));
    return <Navigate to="/inventory" search={{ ...table, view: defaultView.id }} replace />;
  }
  return (
    <>
      <InventoryPage
        session={session}
        search={search}
        isCovered={isCovered}
        askedList={askedList}
        onSearch={(change, how) =>
          void navigate({
            to: '.',
            search: (before) => ({ ...before, ...changedSearch(readInventorySearch(before), change) }),
            replace: how === 'rest',
          })
        }
        onOpen={(row, at) =>
          void navigate({
            to: '/inventory/$id/$part',
            params: { id: row.id, part: 'ledger' },
            search: { ...search, row: row.id, at },
          })
        }
        writeView={(table) => stringifySearch(table).replace(/^\?/, '')}
        readView={(text) => readInventorySearch(parseSearch(text))}
        onVisit={(id) =>
          void navigate({ to: '/inventory/$id/$part', params: { id, part: 'ledger' }, search })
        }
        onAdd={() => void navigate({ to: '/inventory/add', search })}
        onGather={(how, ids) =>
          void navigate({ to: `/inventory/${how}`, search: { ...search, ids: [...ids] } })
        }
        onConvert={startConversion}
        onImport={() => void navigate({ to: '/import' })}
      />
      <Outlet />
    </>
  );
}
