import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ProfitPage } from '#features/profit/ProfitPage.tsx';
import { type ProfitSearch, readProfitSearch } from '#features/profit/profitSearch.ts';
import { useReadySession } from './SessionGate.tsx';

const route = getRouteApi('/profitability');
const LifeSheet = lazy(async () => ({
  default: (await import('#features/life/LifeSheet.tsx')).LifeSheet,
}));

export function ProfitRoute() {
  const navigate = useNavigate();
  const session = useReadySession();
  const search = readProfitSearch(route.useSearch());
  const onSearch = (change: ProfitSearch, how: 'step' | 'rest') =>
    void navigate({
      to: '/profitability',
      search: (before) => ({ ...before, ...change }),
      replace: how === 'rest',
    });
  return (
    <>
      <ProfitPage
        session={session}
        search={search}
        onSearch={onSearch}
        onVisit={(id) => void navigate({ to: '/inventory/$id/$part', params: { id, part: 'ledger' } })}
        convert={{
          onSerialize: (id) => void navigate({ to: '/inventory/$id/serialize', params: { id } }),
          onPool: (ids) => void navigate({ to: '/inventory/pool', search: { ids: [...ids] } }),
        }}
      />
      {search.life !== undefined && session.may.includes('money.see') && (
        <Suspense>
          <LifeSheet
            sku={search.life}
            session={session}
            onClose={() => onSearch({ life: undefined }, 'step')}
          />
        </Suspense>
      )}
    </>
  );
}
