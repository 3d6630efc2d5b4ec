/**
 * Tells eslint-plugin-boundaries which file an import means. Its own resolver does not know the `imports` map of
 * package.json: every `#domain/...` would pass unseen. Node itself knows that map, so Node is asked.
 */
import { createRequire } from 'node:module';

type Resolution = { found: true; path: string } | { found: false };

export const interfaceVersion = 2;

/** Own files only. A package stays "not found", which boundaries reads as "external" and judges by its name. */
export function resolve(source: string, importer: string): Resolution {
  if (!source.startsWith('.') && !source.startsWith('#')) return { found: false };
  try {
    return { found: true, path: createRequire(importer).resolve(withoutQuery(source)) };
  } catch {
    return { found: false };
  }
}

/** Vite reads `./parse.worker.ts?worker` as the file before the question mark. */
function withoutQuery(source: string): string {
  return source.split('?', 1)[0] ?? source;
}
