import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ProfitPage } from '#features/profit/ProfitPage.tsx';
import { readProfitSearch } from '#features/profit/profitSearch.ts';
import { useReadySession } from './SessionGate.tsx';

const route = getRouteApi('/profitability');

export function ProfitRoute() {
  const navigate = useNavigate();
  return (
    <ProfitPage
      session={useReadySession()}
      search={readProfitSearch(route.useSearch())}
      onSearch={(change, how) =>
        void navigate({
          to: '/profitability',
          search: (before) => ({ ...before, ...change }),
          replace: how === 'rest',
        })
      }
      onVisit={(id) => void navigate({ to: '/inventory/$id/$part', params: { id, part: 'ledger' } })}
    />
  );
}
