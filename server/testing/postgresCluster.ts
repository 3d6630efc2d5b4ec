/**
 * A PostgreSQL of our own for one test run: made in a temporary folder, reached through a unix socket in that folder
 * (so that no port can clash), never flushed to disk, removed at the end.
 */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './temporaryFolder.ts';

export type PostgresCluster = { url: string; stop: () => Promise<void> };
export type PostgresPrograms = { ok: true; folder: string } | { ok: false; reason: string };

type Owner = { uid: number; gid: number } | Record<string, never>;

const debianFolder = '/usr/lib/postgresql';
const settings = {
  listen_addresses: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
};

/** Where `initdb` and `postgres` lie. Debian keeps them off the PATH, one folder for each version. */
export function findPostgres(): PostgresPrograms {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a));
  const folders = [
    ...newestFirst.map((version) => path.join(debianFolder, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  const folder = folders.find(
    (each) => existsSync(path.join(each, 'initdb')) && existsSync(path.join(each, 'postgres')),
  );
  return folder
    ? { ok: true, folder }
    : { ok: false, reason: 'no initdb and postgres found on this machine' };
}

/** Takes about a second. `isDurable`: flushed to disk as in real use, to measure it. Call `stop` at the end; when the process ends early, the cluster is ended with it. */
export async function startPostgres(
  programs: string,
  { isDurable = false }: { isDurable?: boolean } = {},
): Promise<PostgresCluster> {
  const owner = ownerForPrograms();
  const folder = temporaryFolder('postgres');
  if (owner.uid !== undefined) chownSync(folder.path, owner.uid, owner.gid);
  const data = path.join(folder.path, 'data');
  await initialize({ programs, data, owner });
  const server = spawn(
    path.join(programs, 'postgres'),
    serverArguments({ data, sockets: folder.path, isDurable }),
    {
      ...owner,
      cwd: folder.path,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const killWithProcess = () => server.kill('SIGQUIT');
  process.prependOnceListener('exit', killWithProcess); // before the folder is removed
  await untilReady(server);
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder.path)}`,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGQUIT');
      await ended;
      process.off('exit', killWithProcess);
      folder.remove();
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as the first unprivileged user there is. */
function ownerForPrograms(): Owner {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const idOf = (option: string) =>
        Number(execFileSync('id', [option, user], { stdio: 'pipe' }).toString());
      return { uid: idOf('-u'), gid: idOf('-g') };
    } catch {
      continue; // no such user: try the next
    }
  }
  throw new Error('PostgreSQL cannot run as root, and there is neither a user "postgres" nor "nobody".');
}

async function initialize({ programs, data, owner }: { programs: string; data: string; owner: Owner }) {
  await promisify(execFile)(
    path.join(programs, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
      '--no-instructions',
    ],
    { ...owner, cwd: path.dirname(data) },
  );
}

function serverArguments({
  data,
  sockets,
  isDurable,
}: {
  data: string;
  sockets: string;
  isDurable: boolean;
}): string[] {
  const chosen = isDurable ? { listen_addresses: '', shared_buffers: '256MB' } : settings;
  const options = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', data, '-k', sockets, ...options];
}

async function untilReady(server: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)));
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
  });
  server.stderr?.removeAllListeners('data').resume();
}
