import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { AddItemSheet } from '#features/inventory/AddItemSheet.tsx';
import { useReadySession } from './SessionGate.tsx';

const route = getRouteApi('/inventory');

/** The form for a new item, over the table it will appear in. */
export function AddItemRoute() {
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <AddItemSheet
      session={useReadySession()}
      onClose={() => void navigate({ to: '/inventory', search })}
      onAdded={(id) =>
        void navigate({ to: '/inventory/$id/$part', params: { id, part: 'ledger' }, search, replace: true })
      }
    />
  );
}
