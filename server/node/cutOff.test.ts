import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AnswerBody, first, parseAnswer } from '#server/testing/answerBody.ts';
import { type ServerProcess, startServer } from '#server/testing/serverProcess.ts';
import { type TemporaryFolder, temporaryFolder } from '#server/testing/temporaryFolder.ts';

const UNITS = 3000;

describe('A conversion that is cut off half way', { timeout: 120_000 }, () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = temporaryFolder('cut-off');
  });
  afterEach(() => folder.remove());

  it('in the middle of its request leaves nothing behind, and the same request does it once afterwards', async () => {
    const server = await startServer({ dataFolder: folder.path });
    const id = await createBatch(server);
    const body = serializing(id);
    for (const share of [0, 0.5, 0.999]) {
      const { hostname, port } = new URL(server.url);
      const socket = connect({ host: hostname, port: Number(port) });
      await once(socket, 'connect');
      const head = [
        'POST /api/conversions HTTP/1.1',
        `Host: ${hostname}:${port}`,
        'Content-Type: application/json',
        'Idempotency-Key: cut-off',
        `Content-Length: ${body.length}`,
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, Math.floor(body.length * share))}`);
      await wait(50);
      socket.destroy();
      await once(socket, 'close');
    }
    expect(await stockOf(server)).toEqual({ records: 1, quantity: UNITS, codes: 1 });
    // Sent whole, but nobody waits for the answer: asked again with the same key, it was done once.
    const impatient = new AbortController();
    const asked = ask(server, '/api/conversions', { body, key: 'cut-off', signal: impatient.signal });
    await wait(30);
    impatient.abort();
    await expect(asked).rejects.toThrow();
    const again = await ask(server, '/api/conversions', { body, key: 'cut-off' });
    expect(again.made.length).toBe(UNITS);
    expect(await stockOf(server)).toEqual({ records: UNITS + 1, quantity: UNITS, codes: UNITS + 1 });
    expect((await ask(server, '/api/verification')).differences).toEqual([]);
    await server.stop('SIGTERM');
  });

  it('by the death of the server is there whole or not at all', async () => {
    const seen = new Set<number>();
    for (const waitMs of [5, 120, 250, 400, 600]) {
      const here = temporaryFolder(`cut-off-${waitMs}`);
      const dying = await startServer({ dataFolder: here.path });
      const id = await createBatch(dying);
      const asked = ask(dying, '/api/conversions', { body: serializing(id), key: 'dies' }).catch(() => null);
      await wait(waitMs);
      await dying.stop('SIGKILL');
      const wasAcknowledged = (await asked) !== null;
      const server = await startServer({ dataFolder: here.path });
      const { records, quantity, codes } = await stockOf(server);
      seen.add(records);
      expect([1, UNITS + 1]).toContain(records);
      expect({ quantity, codes }).toEqual({ quantity: UNITS, codes: records });
      if (wasAcknowledged) expect(records).toBe(UNITS + 1);
      const { differences } = await ask(server, '/api/verification');
      expect(differences).toEqual([]);
      await server.stop('SIGTERM');
      here.remove();
    }
    // The first is killed before anything can be done.
    expect(seen).toContain(1);
  });
});

async function createBatch(server: ServerProcess): Promise<string> {
  const purchaseCost = { amount: 100_001, currency: 'EUR' };
  const body = JSON.stringify({ name: 'Cable', quantity: UNITS, codes: ['BOX'], purchaseCost });
  return first((await ask(server, '/api/records', { body, key: 'batch' })).ids);
}

function serializing(id: string): string {
  const codes = Array.from({ length: UNITS }, (_, index) => `C-${index}`);
  return JSON.stringify({
    type: 'serialize',
    record: { id, version: 1 },
    units: UNITS,
    codes,
    history: 'share',
  });
}

async function stockOf(server: ServerProcess) {
  const { totals } = await ask(server, '/api/records?limit=1');
  return { records: totals.records, quantity: totals.quantity, codes: totals.codes };
}

interface Sent {
  body: string;
  key: string;
  signal?: AbortSignal;
}

async function ask({ url }: ServerProcess, path: string, sent?: Sent): Promise<AnswerBody> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': sent?.key ?? '' };
  const init = sent ? { method: 'POST', headers, body: sent.body, signal: sent.signal ?? null } : {};
  const response = await fetch(url + path, init);
  return parseAnswer(await response.text());
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
