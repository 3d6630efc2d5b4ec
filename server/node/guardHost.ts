import type { Hono } from 'hono';
import type { Config } from './config.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * On a loopback address only requests that name a loopback host are answered: a web page elsewhere that points its
 * own name at this machine (DNS rebinding) must not reach a server that asks nobody to sign in.
 */
export function guardHost(app: Hono, config: Config): void {
  if (!LOOPBACK.has(config.host) && config.host !== '::1') return;
  app.use('*', async (c, next) => {
    const host = (c.req.header('Host') ?? '').replace(/:\d+$/, '');
    if (!LOOPBACK.has(host)) return c.text('This server answers on this machine only.', 421);
    return next();
  });
}
