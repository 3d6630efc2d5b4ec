import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ActivityPage } from '#features/activity/ActivityPage.tsx';
import { useReadySession } from './SessionGate.tsx';

const route = getRouteApi('/activity');

export function ActivityRoute() {
  const { type } = route.useSearch();
  const navigate = useNavigate();
  return (
    <ActivityPage
      session={useReadySession()}
      type={type ?? null}
      onType={(next) => void navigate({ to: '/activity', search: next ? { type: next } : {} })}
      onShow={(id) => void navigate({ to: '/inventory/$id/$part', params: { id, part: 'history' } })}
    />
  );
}
