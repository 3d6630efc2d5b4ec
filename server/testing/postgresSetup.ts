/**
 * Vitest's global setup for tests against PostgreSQL. It starts nothing by itself: it listens for the first test file
 * that asks, so that a run of domain tests alone does not wait for a database.
 */
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { findPostgres, type PostgresCluster, startPostgres } from './postgresCluster.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** How a test reaches PostgreSQL: a server that runs already, one that starts when asked for, or none. */
export type PostgresOffer =
  | { kind: 'running'; url: string }
  | { kind: 'onRequest'; socket: string }
  | { kind: 'missing'; reason: string };

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresOffer;
  }
}

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) {
    project.provide('postgres', { kind: 'running', url });
    return undefined;
  }
  const programs = findPostgres();
  if (!programs.ok) {
    project.provide('postgres', { kind: 'missing', reason: programs.reason });
    console.log(`PostgreSQL tests skipped: ${programs.reason}`);
    return undefined;
  }
  const { socket, close } = await offerOnRequest(programs.folder);
  project.provide('postgres', { kind: 'onRequest', socket });
  return close;
}

/** Answers every connection with the address of the one cluster, and starts that cluster at the first. */
async function offerOnRequest(programs: string) {
  const folder = temporaryFolder('tests');
  const socket = path.join(folder.path, 'postgres.sock');
  let cluster: Promise<PostgresCluster> | undefined;
  const server = createServer((connection) => {
    cluster ??= startPostgres(programs);
    void reply(connection, cluster);
  });
  await new Promise<void>((resolve) => void server.listen(socket, resolve));
  return {
    socket,
    close: async () => {
      server.close();
      const started = await cluster?.catch(() => undefined);
      await started?.stop();
      folder.remove();
    },
  };
}

async function reply(connection: Socket, cluster: Promise<PostgresCluster>): Promise<void> {
  try {
    const { url } = await cluster;
    connection.end(url);
  } catch (error) {
    connection.end(`failed: ${String(error)}`);
  }
}
