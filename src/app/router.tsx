import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readIds } from '#features/conversion/idsInAddress.ts';
import { readInventorySearch } from '#features/inventory/inventorySearch.ts';
import { OPERATION_TYPES, type OperationType } from '#domain/operation.ts';
import { preferredLanguage } from '#ui/chosenLanguage.ts';
import { loadPageWords } from '#ui/pageWords.ts';
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

const serializeRoute = createRoute({
  getParentRoute: () => inventoryRoute,
  path: '/$id/serialize',
  component: lazyRouteComponent(() => import('./ConversionRoutes.tsx'), 'SerializeRoute'),
});

const splitRoute = createRoute({
  getParentRoute: () => inventoryRoute,
  path: '/$id/split',
  component: lazyRouteComponent(() => import('./ConversionRoutes.tsx'), 'SplitRoute'),
});

const poolRoute = createRoute({
  getParentRoute: () => inventoryRoute,
  path: '/pool',
  validateSearch: readIds,
  component: lazyRouteComponent(() => import('./ConversionRoutes.tsx'), 'PoolRoute'),
});

const mergeRoute = createRoute({
  getParentRoute: () => inventoryRoute,
  path: '/merge',
  validateSearch: readIds,
  component: lazyRouteComponent(() => import('./ConversionRoutes.tsx'), 'MergeRoute'),
});

const activityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/activity',
  validateSearch: ({ type }: Record<string, unknown>): { type?: OperationType } => {
    const known = OPERATION_TYPES.find((one) => one === type);
    return known ? { type: known } : {};
  },
  component: lazyRouteComponent(() => import('./ActivityRoute.tsx'), 'ActivityRoute'),
});

const profitRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/profitability',
  // Read where it is used: what the page understands is fetched with the page.
  validateSearch: (given: Record<string, unknown>) => given,
  component: lazyRouteComponent(() => withPageWords(import('./ProfitRoute.tsx')), 'ProfitRoute'),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  component: lazyRouteComponent(() => withPageWords(import('./ImportRoutes.tsx')), 'NewImportRoute'),
});

const oneImportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import/$id',
  component: lazyRouteComponent(() => withPageWords(import('./ImportRoutes.tsx')), 'OneImportRoute'),
});

const routeTree = rootRoute.addChildren([
  startRoute,
  inventoryRoute.addChildren([addRoute, serializeRoute, splitRoute, poolRoute, mergeRoute, recordRoute]),
  profitRoute,
  activityRoute,
  importRoute,
  oneImportRoute,
]);

/** A page's code and its texts come side by side. */
async function withPageWords<Code>(code: Promise<Code>): Promise<Code> {
  const [loaded] = await Promise.all([code, loadPageWords(preferredLanguage())]);
  return loaded;
}

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
