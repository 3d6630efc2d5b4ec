import { once } from 'node:events';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRecords } from '#contract/records.ts';
import { type ServerProcess, startServer } from '#server/testing/serverProcess.ts';
import { type TemporaryFolder, temporaryFolder } from '#server/testing/temporaryFolder.ts';

describe('The server', { timeout: 120_000 }, () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = temporaryFolder('server');
  });
  afterEach(() => folder.remove());

  it('killed with SIGKILL twenty times under a write load opens again with every acknowledged write', async () => {
    const acknowledged = new Set<string>();
    for (let round = 0; round < 20; round += 1) {
      const server = await startServer({ dataFolder: folder.path });
      const writing = writeUntilDead(server, { round, acknowledged });
      // So many of its own, however slow the machine is; then at any moment.
      while (acknowledged.size < (round + 1) * 6) await wait(5);
      await wait((round * 37) % 120);
      await server.stop('SIGKILL');
      await writing;
    }
    const server = await startServer({ dataFolder: folder.path });
    const stored = await allCodes(server);
    expect(acknowledged.size).toBeGreaterThan(100);
    expect([...acknowledged].filter((code) => !stored.has(code))).toEqual([]);
    await server.stop('SIGTERM');
    expect(integrityOf(folder)).toBe('ok');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends cleanly on %s: exit code 0 and no log left to be replayed',
    async (signal) => {
      const server = await startServer({ dataFolder: folder.path });
      await create(server, 'CLEAN');
      expect(await server.stop(signal)).toBe(0);
      expect(readdirSync(folder.path)).toEqual(['granary.sqlite']);
    },
  );

  it('sends what is read compressed to those who take it', async () => {
    const server = await startServer({ dataFolder: folder.path });
    const read = async (encoding: string) => {
      const asked = request(`${server.url}/api/openapi.json`, {
        headers: { 'Accept-Encoding': encoding },
      }).end();
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      const chunks = await answer.toArray();
      return { encoding: answer.headers['content-encoding'], body: Buffer.concat(chunks) };
    };
    const [plain, packed] = [await read('identity'), await read('gzip, deflate, br')];
    expect([plain.encoding, packed.encoding]).toEqual([undefined, 'gzip']);
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    expect(packed.body.length * 5).toBeLessThan(plain.body.length);
    await server.stop();
  });

  it('says which setting is wrong, and starts nothing', async () => {
    await expect(startServer({ dataFolder: folder.path, environment: { PORT: 'many' } })).rejects.toThrow(
      /ended with 1 before it listened: PORT is 'many'/,
    );
  });

  it('says when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    await expect(startServer({ dataFolder: folder.path, environment: { PORT: port } })).rejects.toThrow(
      /ended with 1 before it listened: The port \d+ is taken/,
    );
    other.close();
  });

  it('refuses a data folder that cannot be written, in one sentence', async () => {
    const file = join(folder.path, 'occupied');
    writeFileSync(file, '');
    await expect(startServer({ dataFolder: join(file, 'data') })).rejects.toThrow(
      /ended with 1 before it listened: The folder .* cannot be written .*GRANARY_DATA/,
    );
  });

  it('refuses a file that is no database, and leaves it as it is', async () => {
    writeFileSync(join(folder.path, 'granary.sqlite'), 'this is a letter, not a database'.repeat(200));
    await expect(startServer({ dataFolder: folder.path })).rejects.toThrow(
      /ended with 1 before it listened: The database file .* cannot be opened/,
    );
  });

  it('refuses a file that a newer Granary wrote, and does not touch it', async () => {
    await (await startServer({ dataFolder: folder.path })).stop('SIGTERM');
    change(folder, "insert into kysely_migration values ('999-later', '2030-01-01')");
    await expect(startServer({ dataFolder: folder.path })).rejects.toThrow(
      /ended with 1 before it listened: The database has the step '999-later'/,
    );
  });

  it('keeps a copy of the file before each migration', async () => {
    await (await startServer({ dataFolder: folder.path })).stop('SIGTERM');
    // An older file: one with tables of its own, in which the first step is still to be done.
    rmSync(join(folder.path, 'granary.sqlite'));
    change(folder, 'create table older (id integer)');
    await (await startServer({ dataFolder: folder.path })).stop('SIGTERM');
    const [copy = ''] = readdirSync(join(folder.path, 'backups'));
    const tables = new Database(join(folder.path, 'backups', copy))
      .prepare('select name from sqlite_schema')
      .pluck()
      .all();
    expect(copy).toMatch(/^granary-before-001-foundation-/);
    expect(tables).toEqual(['older']);
  });

  it('answers only requests that name this machine, so that no web page can reach it under a name of its own', async () => {
    const server = await startServer({ dataFolder: folder.path });
    const statuses = await Promise.all([
      statusFor(server, 'granary.example'),
      statusFor(server, '127.0.0.1'),
    ]);
    expect(statuses).toEqual([421, 200]);
    await server.stop('SIGTERM');
  });
});

async function writeUntilDead(
  { url }: ServerProcess,
  { round, acknowledged }: { round: number; acknowledged: Set<string> },
) {
  const lanes = Array.from({ length: 4 }, async (_, lane) => {
    for (let count = 0; ; count += 1) {
      const code = `R${round}-L${lane}-${count}`;
      try {
        const response = await create({ url }, code);
        if (response.status === 201) acknowledged.add(code);
        await response.arrayBuffer();
      } catch {
        return; // the server is dead: what was under way was not acknowledged
      }
    }
  });
  await Promise.all(lanes);
}

function create({ url }: { url: string }, code: string): Promise<Response> {
  return fetch(`${url}/api/records`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': code },
    body: JSON.stringify({ name: code, quantity: 1, codes: [code] }),
  });
}

async function allCodes({ url }: ServerProcess): Promise<Set<string>> {
  const found = new Set<string>();
  for (let offset = 0; ; offset += 500) {
    const response = await fetch(`${url}/api/records?limit=500&offset=${offset}`);
    const page = listRecords.answer.parse(await response.json());
    for (const row of page.rows) for (const { code } of row.codes) found.add(code);
    if (offset + 500 >= page.total) return found;
  }
}

/** `fetch` sets the Host header itself, so this asks by hand. */
function statusFor({ url }: ServerProcess, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/health`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
}

function integrityOf(folder: TemporaryFolder): unknown {
  return new Database(join(folder.path, 'granary.sqlite')).pragma('integrity_check', { simple: true });
}

function change(folder: TemporaryFolder, statement: string): void {
  const database = new Database(join(folder.path, 'granary.sqlite'));
  database.exec(statement);
  database.close();
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
