import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ImportPage } from '#features/imports/ImportPage.tsx';
import { NewImport } from '#features/imports/NewImport.tsx';
import { useReadySession } from './SessionGate.tsx';

const route = getRouteApi('/import/$id');

export function NewImportRoute() {
  const navigate = useNavigate();
  return (
    <NewImport
      session={useReadySession()}
      onChecked={(id) => void navigate({ to: '/import/$id', params: { id } })}
    />
  );
}

export function OneImportRoute() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  return (
    <ImportPage
      key={id}
      id={id}
      session={useReadySession()}
      onInventory={() => void navigate({ to: '/inventory' })}
      onAgain={() => void navigate({ to: '/import' })}
    />
  );
}
