/** The real server as its own process, with its own data: what a journey, or a test of starting and dying, talks to. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  url: string;
  pid: number;
  log: () => string;
  /** Ends it and answers its exit code; null when the signal itself ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface ServerOptions {
  /** Where this server keeps its database. */
  dataFolder: string;
  /** Further settings, for example `DATABASE_URL`. */
  environment?: Record<string, string>;
}

const program = fileURLToPath(new URL('../node/main.ts', import.meta.url));
const readyLine = /^Granary is listening on (http:\/\/\S+)$/m;
const startWaitMs = 20_000;
const stopWaitMs = 5_000;

/** Resolves when the server says that it listens. Starting again on the same folder shows what was kept. */
export async function startServer({ dataFolder, environment = {} }: ServerOptions): Promise<ServerProcess> {
  const server = spawn(process.execPath, [program], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: '0',
      GRANARY_DATA: dataFolder,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killWithProcess = () => server.kill('SIGKILL');
  process.once('exit', killWithProcess);
  const log = collectLog(server);
  const url = await untilReady(server, log);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const code = await end(server, signal);
    process.off('exit', killWithProcess);
    return code;
  };
  return { url, pid: server.pid ?? 0, log, stop };
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
      server.off('close', onClose);
      server.stdout?.off('data', onData);
    };
    const giveUp = (why: string) => {
      stopWaiting();
      server.kill('SIGKILL');
      reject(new Error(`The server ${why}: ${log().trim()}`));
    };
    const onClose = (code: number | null) => giveUp(`ended with ${code} before it listened`);
    const onData = () => {
      const url = readyLine.exec(log())?.[1];
      if (!url) return;
      stopWaiting();
      resolve(url);
    };
    const timer = setTimeout(() => giveUp(`did not listen within ${startWaitMs} ms`), startWaitMs);
    // 'close' rather than 'exit': what it said last has been read by then.
    server.once('close', onClose);
    server.stdout?.on('data', onData);
  });
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (server.exitCode !== null || server.signalCode !== null) return server.exitCode;
  const ended = once(server, 'exit');
  server.kill(signal);
  const timer = setTimeout(() => server.kill('SIGKILL'), stopWaitMs);
  await ended;
  clearTimeout(timer);
  return server.exitCode;
}
