/** The real server as its own process, with its own data: what a journey talks to. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export type ServerProcess = { url: string; log: () => string; stop: () => Promise<void> };
export type ServerOptions = {
  /** Where this server keeps its database. */
  dataFolder: string;
  /** Further settings, for example `DATABASE_URL`. */
  environment?: Record<string, string>;
};

const program = 'server/node/main.ts';
const readyLine = /^Granary is listening on (http:\/\/\S+)$/m;
const startWaitMs = 20_000;
const stopWaitMs = 5_000;

/** Resolves when the server says that it listens. Starting again on the same folder shows what was kept. */
export async function startServer({ dataFolder, environment = {} }: ServerOptions): Promise<ServerProcess> {
  const server = spawn(process.execPath, [program], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: String(await freePort()),
      GRANARY_DATA: dataFolder,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killWithProcess = () => server.kill('SIGKILL');
  process.once('exit', killWithProcess);
  const log = collectLog(server);
  const url = await untilReady(server, log);
  return {
    url,
    log,
    stop: async () => {
      await end(server);
      process.off('exit', killWithProcess);
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The probe listens on no port.');
  return address.port;
}

function collectLog(server: ChildProcess): () => string {
  let lines = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      lines += chunk.toString();
    });
  }
  return () => lines;
}

async function untilReady(server: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const stopWaiting = () => {
      clearTimeout(timer);
      server.off('exit', onExit);
      server.stdout?.off('data', onData);
    };
    const giveUp = (why: string) => {
      stopWaiting();
      server.kill('SIGKILL');
      reject(new Error(`${program} ${why}. It said:\n${log()}`));
    };
    const onExit = (code: number | null) => giveUp(`ended with ${code} before it listened`);
    const onData = () => {
      const url = readyLine.exec(log())?.[1];
      if (!url) return;
      stopWaiting();
      resolve(url);
    };
    const timer = setTimeout(() => giveUp(`did not listen within ${startWaitMs} ms`), startWaitMs);
    server.once('exit', onExit);
    server.stdout?.on('data', onData);
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  const timer = setTimeout(() => server.kill('SIGKILL'), stopWaitMs);
  await ended;
  clearTimeout(timer);
}
