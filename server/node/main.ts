import { fileURLToPath } from 'node:url';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { NewerDatabaseError } from '#server/store/migrate.ts';
import type { Store } from '#server/store/store.ts';
import { readConfig } from './config.ts';
import { guardHost } from './guardHost.ts';
import { openApp } from './openApp.ts';
import { StartError } from './openSqlite.ts';
import { serveScreens } from './staticFiles.ts';

try {
  await start();
} catch (error) {
  const isTheirs = error instanceof StartError || error instanceof NewerDatabaseError;
  console.error(isTheirs ? error.message : error);
  process.exit(1);
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const { app, store } = await openApp(config);
  const whole = new Hono();
  guardHost(whole, config);
  // What is read only: a window of rows is a tenth of its size then. The answer to a write is short, and waited for.
  whole.on('GET', '/api/*', compress());
  whole.route('/', app);
  serveScreens(whole, fileURLToPath(new URL('../../dist', import.meta.url)));
  const server = serve({ fetch: whole.fetch, hostname: config.host, port: config.port }, ({ port }) => {
    console.log(`Granary is listening on http://${config.host}:${port}`);
  });
  server.on('error', (error: Error & { code?: string }) => {
    const isTaken = error.code === 'EADDRINUSE';
    console.error(
      isTaken ? `The port ${config.port} is taken. Stop what uses it, or give another with PORT.` : error,
    );
    process.exit(1);
  });
  stopOnSignal(server, store);
}

/** Lets requests finish, then closes the database: SIGINT and SIGTERM lose nothing. A second signal does not wait. */
function stopOnSignal(server: ServerType, store: Store): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    server.close(() => void store.close().then(() => process.exit(0)));
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
