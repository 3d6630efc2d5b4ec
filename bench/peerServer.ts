import { once } from 'node:events';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const FOLDER = 'bench/grid/dist';
/** As many as Granary reads first. */
const FIRST_ROWS = 200;

type Rows = readonly Record<string, string | number>[];

/** The peers' pages as a good host serves them: compressed, and the first rows also as a file of their own for a slow line. */
export async function servePeers(rows: Rows): Promise<{ url: string; stop: () => Promise<void> }> {
  writeFileSync(join(FOLDER, 'rows.json'), JSON.stringify(rows));
  writeFileSync(join(FOLDER, 'first-rows.json'), JSON.stringify(rows.slice(0, FIRST_ROWS)));
  for (const name of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
    // All rows are read on a fast line only, where unpacking them would cost more than it saves.
    if (!/\.(js|html|json)$/.test(name) || name === 'rows.json') continue;
    writeFileSync(join(FOLDER, `${name}.br`), brotliCompressSync(readFileSync(join(FOLDER, name))));
  }
  const app = new Hono();
  app.get('*', serveStatic({ root: FOLDER, precompressed: true }));
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The peers are served at no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
