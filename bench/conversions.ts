/** `npm run bench:conversions`: ten thousand units out of one batch and back, and the replay of everything. */
import { performance } from 'node:perf_hooks';
import { type LargeServer, startLargeServer } from './largeServer.ts';
import { printFigure, printTimes, summarise } from './measure.ts';
import { randomUUID } from 'node:crypto';

const UNITS = 10_000;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);

const environment = process.env['DATABASE_URL'] ? { DATABASE_URL: process.env['DATABASE_URL'] } : {};
const server = await startLargeServer({ records: 10_000, entries: 100_000 }, environment);
const times: Record<'preview' | 'serialize' | 'undo', number[]> = { preview: [], serialize: [], undo: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  const record = await batchWithFiveKinds();
  const codes = Array.from({ length: UNITS }, (_, index) => `R${round}-${index}`);
  const body = { type: 'serialize', record, units: UNITS, codes, history: 'share' };
  times.preview.push(await timed(() => ask('POST', '/api/conversions?preview=true', body)));
  let operationId = '';
  times.serialize.push(
    await timed(async () => {
      operationId = (await ask('POST', '/api/conversions', body)).operationId;
    }),
  );
  times.undo.push(await timed(() => ask('POST', `/api/operations/${operationId}/undo`)));
}
printTimes(`preview of serializing ${UNITS} of ${UNITS} units, 5 kinds`, summarise(times.preview));
printTimes(`serialize ${UNITS} of ${UNITS} units, 5 kinds`, summarise(times.serialize));
printTimes('undo of it', summarise(times.undo));
const ratio = summarise(times.undo).median / summarise(times.serialize).median;
printFigure('undo / serialize', ratio.toFixed(2));
let lines = 0;
const verifyMs = await timed(async () => {
  lines = (await ask('GET', '/api/verification')).lines;
});
printFigure(
  'replay of everything',
  `${lines} lines, ${Math.round(lines / (verifyMs / 1000))} lines per second`,
);
await server.remove();

async function batchWithFiveKinds(): Promise<{ id: string; version: number }> {
  const made = await ask('POST', '/api/records', {
    name: 'Cable',
    quantity: UNITS,
    purchaseCost: eur(1_234_567),
  });
  const { id } = made.record;
  for (const kind of ['rental', 'repair', 'cleaning', 'fee']) {
    await ask('POST', `/api/records/${id}/entries`, { kind, amount: eur(98_765), occurredOn: '2026-01-02' });
  }
  return { id, version: 5 };
}

interface Answered {
  operationId: string;
  lines: number;
  record: { id: string };
}

async function ask(method: string, path: string, body?: object): Promise<Answered> {
  const headers = {
    'Idempotency-Key': randomUUID(),
    ...(body ? { 'Content-Type': 'application/json' } : {}),
  };
  const { url }: LargeServer = server;
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
