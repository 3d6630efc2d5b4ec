import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { neighbourOf } from '#api/recordWindow.ts';
import { listQueryOf } from '#features/inventory/inventorySearch.ts';
import { RECORD_PARTS, RecordDrawer } from '#features/ledger/RecordDrawer.tsx';
import { useReadySession } from './SessionGate.tsx';
import { useStartConversion } from './useStartConversion.ts';

const LifeEditor = lazy(async () => ({
  default: (await import('#features/life/LifeEditor.tsx')).LifeEditor,
}));
const inventory = getRouteApi('/inventory');
const route = getRouteApi('/inventory/$id/$part');

/** A record over the table; walking goes along the list as the table shows it. */
export function RecordRoute() {
  const search = inventory.useSearch();
  const params = route.useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const session = useReadySession();
  const part = RECORD_PARTS.find((known) => known === params.part) ?? 'ledger';

  useEffect(() => {
    // A scanner does not wait: the codes it sends right after "Serialize" must meet their field.
    void import('./ConversionRoutes.tsx');
  }, []);

  const startConversion = useStartConversion(search);

  async function walk(step: 1 | -1) {
    const next = await neighbourOf(client, listQueryOf(search), { id: params.id, step });
    if (!next) return;
    await navigate({
      to: '/inventory/$id/$part',
      params: { id: next.row.id, part },
      search: { ...search, row: next.row.id, at: next.index },
      // Back leads to the table, not through every record that was passed.
      replace: true,
    });
  }

  return (
    <RecordDrawer
      id={params.id}
      part={part}
      session={session}
      onPart={(next) =>
        void navigate({
          to: '/inventory/$id/$part',
          params: { id: params.id, part: next },
          search,
          replace: true,
        })
      }
      onWalk={(step) => void walk(step)}
      onVisit={(id) =>
        void navigate({ to: '/inventory/$id/$part', params: { id, part }, search: { ...search, row: id } })
      }
      onConvert={(how) => startConversion(how, params.id)}
      valueOf={(sku) => (
        <Suspense>
          <LifeEditor key={sku} sku={sku} session={session} />
        </Suspense>
      )}
      onClose={() => void navigate({ to: '/inventory', search })}
    />
  );
}
