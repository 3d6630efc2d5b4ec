import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readInventorySearch } from '#features/inventory/inventorySearch.ts';
import { parseSearch, stringifySearch } from './addressText.ts';
import { BrokenPage } from './BrokenPage.tsx';
import { InventoryRoute } from './InventoryRoute.tsx';
import { MissingPage } from './MissingPage.tsx';
import { PendingPage } from './PendingPage.tsx';
import { Shell } from './Shell.tsx';

const rootRoute = createRootRoute({ component: Shell });

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    // oxlint-disable-next-line typescript/only-throw-error -- the router's way to send somebody elsewhere
    throw redirect({ to: '/inventory', replace: true });
  },
});

const inventoryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inventory',
  validateSearch: readInventorySearch,
  component: InventoryRoute,
});

const addRoute = createRoute({
  getParentRoute: () => inventoryRoute,
  path: '/add',
  component: lazyRouteComponent(() => import('./AddItemRoute.tsx'), 'AddItemRoute'),
});

const recordRoute = createRoute({
  getParentRoute: () => inventoryRoute,
  path: '/$id/$part',
  component: lazyRouteComponent(() => import('./RecordRoute.tsx'), 'RecordRoute'),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('./ImportRoutes.tsx'), 'NewImportRoute'),
});

const oneImportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import/$id',
  component: lazyRouteComponent(() => import('./ImportRoutes.tsx'), 'OneImportRoute'),
});

const routeTree = rootRoute.addChildren([
  startRoute,
  inventoryRoute.addChildren([addRoute, recordRoute]),
  importRoute,
  oneImportRoute,
]);

export function createAppRouter() {
  return createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    // What no route has read is not passed on: a link with a stranger's parameter still opens what it can.
    search: { strict: true },
    defaultPreload: 'intent',
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: MissingPage,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
