import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { announceDone, useDone } from './doneNotice.ts';

const DoneNotice = lazy(async () => ({
  default: (await import('#features/activity/DoneNotice.tsx')).DoneNotice,
}));

/** Above every screen: what was just done, with the way back. */
export function CurrentNotice() {
  const done = useDone();
  const navigate = useNavigate();
  if (!done) return null;
  return (
    <Suspense>
      <DoneNotice
        key={done.operationId}
        {...done}
        onShow={(id) => void navigate({ to: '/inventory/$id/$part', params: { id, part: 'ledger' } })}
        onClose={() => announceDone(null)}
      />
    </Suspense>
  );
}
