import { Outlet, useRouterState } from '@tanstack/react-router';
import { Banner } from '#ui/Banner.tsx';
import { useWatchedConnection } from '#api/session.ts';
import { useWords } from '#ui/useLanguage.ts';
import { CurrentNotice } from './CurrentNotice.tsx';
import { SessionGate } from './SessionGate.tsx';
import { TopBar } from './TopBar.tsx';
import './shell.css';

/** The frame around every screen: where to go, search, connection, person. */
export function Shell() {
  const words = useWords();
  const connection = useWatchedConnection();
  const isLoading = useRouterState({ select: (state) => state.isLoading });
  return (
    <div className="shell">
      <a className="shell-skip" href="#content">
        {words.app.skip}
      </a>
      <TopBar connection={connection} />
      {isLoading && <div className="shell-progress" aria-hidden="true" />}
      {connection === 'unreachable' && <Banner tone="warn">{words.app.unreachable}</Banner>}
      <CurrentNotice />
      <main id="content" className="shell-content" tabIndex={-1}>
        <SessionGate>
          <Outlet />
        </SessionGate>
      </main>
    </div>
  );
}
