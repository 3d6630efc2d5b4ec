import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Person } from '#domain/access.ts';
import type { Context } from '#server/usecases/context.ts';
import { batchRoutes } from './batch.ts';
import { catalogueRoutes } from './catalogue.ts';
import { codeRoutes } from './codes.ts';
import { conversionRoutes } from './conversions.ts';
import { docsPage } from './docs.ts';
import { exportRoutes } from './exports.ts';
import { importRoutes } from './imports.ts';
import { ledgerRoutes } from './ledger.ts';
import { openApiDocument } from './openapi.ts';
import { openLedgerBook } from '#server/usecases/ledgerBook.ts';
import { problemResponse } from './problem.ts';
import { profitabilityRoutes } from './profitability.ts';
import { readingRoutes } from './readings.ts';
import { recordRoutes } from './records.ts';
import { systemRoutes } from './system.ts';
import { viewRoutes } from './views.ts';

/** What the application is given from outside; it reads no clock, makes no ids and opens no files by itself. */
export interface AppContext extends Context {
  version: string;
  /** Who sends this request. */
  identify: (request: Request) => Promise<Person>;
  /** Told of every fault (a bug or a broken machine) before the person gets a plain 500. */
  report: (fault: unknown) => void;
}

/** JSON bodies: 10,000 records with codes and notes fit. Files are larger. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;
const MAX_FILES_BYTES = 40 * 1024 * 1024;

/** The whole API as one Hono application: the same in Node, in tests and inside the browser. */
export function createApp(context: AppContext): Hono {
  const app = new Hono();
  app.use('/api/*', limitBody);
  app.use('/api/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
  });
  recordRoutes(app, context);
  batchRoutes(app, context);
  codeRoutes(app, context);
  catalogueRoutes(app, context);
  readingRoutes(app, context);
  conversionRoutes(app, context);
  const book = openLedgerBook(context.store.read);
  ledgerRoutes(app, { ...context, book });
  profitabilityRoutes(app, { ...context, book });
  exportRoutes(app, { ...context, book });
  importRoutes(app, context);
  viewRoutes(app, context);
  systemRoutes(app, context);
  app.get('/api/openapi.json', (c) => c.json(openApiDocument(context.version)));
  app.get('/api/docs', (c) => c.html(docsPage(context.version)));
  app.all('/api/*', (c) => problemResponse({ code: 'path.missing', path: c.req.path, method: c.req.method }));
  app.onError((error) => {
    context.report(error);
    return problemResponse({ code: 'fault' });
  });
  return app;
}

const tooLarge = (maxBytes: number) => () => problemResponse({ code: 'request.too-large', maxBytes });
const limitFiles = bodyLimit({ maxSize: MAX_FILES_BYTES, onError: tooLarge(MAX_FILES_BYTES) });
const limitJson = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: tooLarge(MAX_BODY_BYTES) });

const limitBody: MiddlewareHandler = (c, next) =>
  c.req.path === '/api/imports' ? limitFiles(c, next) : limitJson(c, next);
