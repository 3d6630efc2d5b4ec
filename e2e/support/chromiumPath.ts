import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';

const debianPath = '/usr/bin/chromium';

/** The browser for tests, none of it downloaded: the one named, the one installed, or the one inside an npm package. */
export async function chromiumPath(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  return existsSync(debianPath) ? debianPath : chromium.executablePath();
}
