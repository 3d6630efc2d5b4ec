/**
 * A line to the server that is slow and sometimes fails, as a proxy of its own: nothing in the page is intercepted. Every
 * twentieth request to the API fails, by turns in each way in which a request can: it never arrives, its answer is lost
 * on the way back although the server did what was asked, or the proxy says that the server is away.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface UnreliableLine {
  url: string;
  /** How many requests to the API came, and how many of them failed. */
  counts(): { asked: number; failed: number };
  /** From now on everything arrives at once. */
  mend(): void;
  stop(): Promise<void>;
}

const DELAY_MS = 400;
const FAILS_EACH = 20;

export async function unreliableLine(target: string): Promise<UnreliableLine> {
  let asked = 0;
  let failed = 0;
  let isMended = false;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const isApi = request.url?.startsWith('/api/') === true && !isMended;
    if (isApi) asked += 1;
    const failure = isApi && asked % FAILS_EACH === 0 ? (failed += 1) % 3 : null;
    if (isApi) await wait(DELAY_MS / 2);
    if (failure === 0) return void response.destroy();
    if (failure === 1) return void response.writeHead(503, { 'Content-Type': 'text/plain' }).end('away');
    const answered = await fetch(new URL(request.url ?? '/', target), {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      ...(body.length > 0 ? { body } : {}),
    });
    const bytes = new Uint8Array(await answered.arrayBuffer());
    if (isApi) await wait(DELAY_MS / 2);
    if (failure === 2) return void response.destroy();
    const headers = Object.fromEntries(
      [...answered.headers].filter(
        ([name]) => !['content-encoding', 'content-length', 'transfer-encoding'].includes(name),
      ),
    );
    return void response.writeHead(answered.status, headers).end(bytes);
  }

  const server = createServer((request, response) => {
    // The server is gone, or the test is over: then nothing arrives.
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The line listens on no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    counts: () => ({ asked, failed }),
    mend: () => void (isMended = true),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const kept = ['content-type', 'idempotency-key', 'if-match', 'accept', 'accept-language'];
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
