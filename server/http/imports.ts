import type { Hono } from 'hono';
import type { AppContext } from './createApp.ts';

export function importRoutes(_app: Hono, _context: AppContext): void {}
