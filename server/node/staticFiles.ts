import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

/** Serves the built screens: hashed files for ever, everything else afresh, the page itself for every other address. */
export function serveScreens(app: Hono, folder: string): void {
  if (!existsSync(folder)) {
    app.get('*', (c) => c.text('The screens are not built yet: run npm run build, then start again.', 503));
    return;
  }
  const root = relative(process.cwd(), folder) || '.';
  const files = serveStatic({ root, precompressed: true });
  const page = serveStatic({ root, path: 'index.html', precompressed: true });
  app.use('*', async (c, next) => {
    await next();
    const isHashed = c.req.path.startsWith('/assets/');
    c.header(
      'Cache-Control',
      isHashed && c.res.status === 200 ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'same-origin');
    c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  });
  app.get('*', files);
  app.get('/assets/*', (c) => c.notFound());
  app.get('*', page);
}

/** Everything comes from ourselves; styles are also written into elements by the UI kit. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
