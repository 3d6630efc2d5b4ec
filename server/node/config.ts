import { resolve } from 'node:path';
import { StartError } from './openSqlite.ts';

export interface Config {
  host: string;
  port: number;
  dataFolder: string;
  databaseUrl: string | null;
}

/** What the environment says, with its defaults; a setting that cannot be meant is refused by name. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const port = Number(environment['PORT'] ?? 4680);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartError(`PORT is '${environment['PORT']}'; it takes a number from 0 to 65535.`);
  }
  return {
    // Only this machine, until somebody says otherwise: there is no signing in yet.
    host: environment['HOST'] ?? '127.0.0.1',
    port,
    dataFolder: resolve(environment['GRANARY_DATA'] ?? 'data'),
    databaseUrl: environment['DATABASE_URL'] ?? null,
  };
}
