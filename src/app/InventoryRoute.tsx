import { getRouteApi, Outlet, useMatchRoute, useNavigate } from '@tanstack/react-router';
import { InventoryPage } from '#features/inventory/InventoryPage.tsx';
import { readInventorySearch } from '#features/inventory/inventorySearch.ts';
import { useReadySession } from './SessionGate.tsx';
import { useStartConversion } from './useStartConversion.ts';

const route = getRouteApi('/inventory');

/** The inventory, and over it whatever its address opens: a record or the form for a new one. */
export function InventoryRoute() {
  const session = useReadySession();
  // The router hands on what is only of the address over the table: `ids` is no filter of the list.
  const search = readInventorySearch(route.useSearch());
  const navigate = useNavigate();
  const startConversion = useStartConversion(search);
  const isOpen = useMatchRoute();
  const isCovered = isOpen({ to: '/inventory' }) === false;
  return (
    <>
      <InventoryPage
        session={session}
        search={search}
        isCovered={isCovered}
        onSearch={(change, how) =>
          void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: how === 'rest' })
        }
        onOpen={(row, at) =>
          void navigate({
            to: '/inventory/$id/$part',
            params: { id: row.id, part: 'ledger' },
            search: { ...search, row: row.id, at },
          })
        }
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
