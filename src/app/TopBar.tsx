import { Link, useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import type { Connection } from '#api/connection.ts';
import { readInventorySearch } from '#features/inventory/inventorySearch.ts';
import { Icon } from '#ui/Icon.tsx';
import { useWords } from '#ui/useLanguage.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { SearchBox } from './SearchBox.tsx';

interface TopBarProps {
  connection: Connection;
}

/** One line on top: the places, the search box, the person. */
export function TopBar({ connection }: TopBarProps) {
  const { app, conversions } = useWords();
  const navigate = useNavigate();
  const router = useRouter();
  const q = useRouterState({ select: (state) => readInventorySearch(state.location.search).q ?? '' });
  const isInventory = useRouterState({ select: (state) => state.location.pathname.startsWith('/inventory') });
  return (
    <header className="shell-bar">
      <Link to="/inventory" className="shell-brand">
        <img src="/icon.svg" alt="" width={26} height={26} />
        <span>{app.name}</span>
      </Link>
      <nav className="shell-nav" aria-label={app.navigation}>
        <Link to="/inventory" activeProps={{ 'aria-current': 'page' }}>
          <Icon name="inventory" />
          <span>{app.inventory}</span>
        </Link>
        <Link to="/profitability" activeProps={{ 'aria-current': 'page' }}>
          <Icon name="curve" />
          <span>{app.profitability}</span>
        </Link>
        <Link to="/import" activeProps={{ 'aria-current': 'page' }}>
          <Icon name="import" />
          <span>{app.imports}</span>
        </Link>
        <Link to="/activity" activeProps={{ 'aria-current': 'page' }}>
          <Icon name="activity" />
          <span>{conversions.activity.title}</span>
        </Link>
      </nav>
      <SearchBox
        value={isInventory ? q : ''}
        onSearch={(text) => {
          // Asked now, not as last drawn: a second key comes before the first has been.
          const { pathname, search } = router.latestLocation;
          const asked = pathname.startsWith('/inventory') ? readInventorySearch(search).q : null;
          if (asked !== null && (asked ?? '') === text) return;
          void navigate({
            to: '/inventory',
            // Another search starts at its first row; typing on replaces the step before.
            search: (before) => ({ ...before, q: text || undefined, row: undefined, at: undefined }),
            replace: asked !== null && asked !== undefined,
          });
        }}
      />
      <PersonMenu connection={connection} />
    </header>
  );
}
