/** `npm run bench:conversions`: ten thousand units out of one batch and back, and the replay of everything, on both databases. */
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { findPostgres, startPostgres } from '#server/testing/postgresCluster.ts';
import { type LargeServer, startLargeServer } from './largeServer.ts';
import { printFigure, printTimes, summarise } from './measure.ts';

const UNITS = 10_000;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);

await measure('SQLite', {});
const given = process.env['DATABASE_URL'];
const programs = findPostgres();
if (given) await measure('PostgreSQL', { DATABASE_URL: given });
else if (programs.ok) {
  const cluster = await startPostgres(programs.folder, { isDurable: true });
  await measure('PostgreSQL', { DATABASE_URL: cluster.url });
  await cluster.stop();
} else console.log(`PostgreSQL not measured: ${programs.reason}`);

async function measure(database: string, environment: Record<string, string>): Promise<void> {
  const server = await startLargeServer({ records: 10_000, entries: 100_000 }, environment);
  const times: Record<'preview' | 'serialize' | 'undo', number[]> = { preview: [], serialize: [], undo: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const record = await batchWithFiveKinds(server);
    const codes = Array.from({ length: UNITS }, (_, index) => `R${round}-${index}`);
    const body = { type: 'serialize', record, units: UNITS, codes, history: 'share' };
    times.preview.push(await timed(() => ask(server, 'POST /api/conversions?preview=true', body)));
    let operationId = '';
    times.serialize.push(
      await timed(async () => {
        operationId = (await ask(server, 'POST /api/conversions', body)).operationId;
      }),
    );
    times.undo.push(await timed(() => ask(server, `POST /api/operations/${operationId}/undo`)));
  }
  printTimes(`${database}: preview of serializing ${UNITS} of ${UNITS}, 5 kinds`, summarise(times.preview));
  printTimes(`${database}: serialize ${UNITS} of ${UNITS}, 5 kinds`, summarise(times.serialize));
  printTimes(`${database}: undo of it`, summarise(times.undo));
  const ratio = summarise(times.undo).median / summarise(times.serialize).median;
  printFigure(`${database}: undo / serialize`, ratio.toFixed(2));
  let lines = 0;
  const verifyMs = await timed(async () => {
    lines = (await ask(server, 'GET /api/verification')).lines;
  });
  const perSecond = Math.round(lines / (verifyMs / 1000));
  printFigure(`${database}: replay of everything`, `${lines} lines, ${perSecond} lines per second`);
  await server.remove();
}

async function batchWithFiveKinds(server: LargeServer): Promise<{ id: string; version: number }> {
  const made = await ask(server, 'POST /api/records', {
    name: 'Cable',
    quantity: UNITS,
    purchaseCost: eur(1_234_567),
  });
  const { id } = made.record;
  for (const kind of ['rental', 'repair', 'cleaning', 'fee']) {
    await ask(server, `POST /api/records/${id}/entries`, {
      kind,
      amount: eur(98_765),
      occurredOn: '2026-01-02',
    });
  }
  return { id, version: 5 };
}

interface Answered {
  operationId: string;
  lines: number;
  record: { id: string };
}

async function ask({ url }: LargeServer, operation: string, body?: object): Promise<Answered> {
  const [method = '', path = ''] = operation.split(' ');
  const headers = {
    'Idempotency-Key': randomUUID(),
    ...(body ? { 'Content-Type': 'application/json' } : {}),
  };
  const response = await fetch(url + path, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  // The contract's own answers; the bench reads three fields of them.
  const answer = (await response.json()) as Answered;
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer).slice(0, 500)}`);
  return answer;
}

function eur(amount: number) {
  return { amount, currency: 'EUR' };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
