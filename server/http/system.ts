import type { Hono } from 'hono';
import { getHealth, getSession, verifyStock } from '#contract/system.ts';
import { PERMISSIONS, isAllowed } from '#domain/access.ts';
import { accept } from '#domain/result.ts';
import { hasEntries } from '#server/store/ledger.ts';
import { findCurrency } from '#server/store/workspace.ts';
import { readDefaultView } from '#server/usecases/savedViews.ts';
import { verify } from '#server/usecases/verify.ts';
import type { AppContext } from './createApp.ts';
import { serve } from './route.ts';

export function systemRoutes(app: Hono, context: AppContext): void {
  const database = context.store.read;
  serve(app, context, {
    operation: getHealth,
    handler: async () => {
      await findCurrency(database); // an answer proves that the database answers
      return accept({ status: 'ok' as const, version: context.version, database: context.store.name });
    },
  });
  serve(app, context, { operation: verifyStock, handler: async () => accept(await verify(context.store)) });
  serve(app, context, {
    operation: getSession,
    handler: async ({ person }) => {
      const [currency, isCurrencyFixed, defaultView] = await Promise.all([
        findCurrency(database),
        hasEntries(database),
        readDefaultView(database, person),
      ]);
      const may = PERMISSIONS.filter((permission) => isAllowed(person.role, permission));
      return accept({ person, may, workspace: { currency, isCurrencyFixed }, defaultView });
    },
  });
}
