import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type ServerProcess, startServer } from '#server/testing/serverProcess.ts';
import { temporaryFolder } from '#server/testing/temporaryFolder.ts';
import { ledgerCsv, recordsCsv } from './dataset.ts';

export interface LargeServer extends ServerProcess {
  importedLines: number;
  importMs: number;
  remove: () => Promise<void>;
}

/** So much goes into one file: below the size that one request may have. */
const RECORDS_PER_FILE = 10_000;

/** A server of its own, filled through the import like a person would: with the time that took. */
export async function startLargeServer(
  size: { records: number; entries: number },
  environment: Record<string, string> = {},
): Promise<LargeServer> {
  const folder = temporaryFolder('bench');
  const server = await startServer({ dataFolder: folder.path, environment });
  const entriesEach = Math.round(size.entries / size.records);
  let importMs = 0;
  for (let from = 0; from < size.records; from += RECORDS_PER_FILE) {
    const slice = { from, to: Math.min(from + RECORDS_PER_FILE, size.records), entriesEach };
    const form = new FormData();
    form.set('records', new File([recordsCsv(slice)], 'records.csv'));
    form.set('ledger', new File([ledgerCsv(slice)], 'ledger.csv'));
    const start = performance.now();
    const checked = await post(server, '/api/imports', form);
    await post(server, `/api/imports/${checked.id}/commit`, JSON.stringify({ mode: 'all' }));
    importMs += performance.now() - start;
  }
  const remove = async () => {
    await server.stop();
    folder.remove();
  };
  return { ...server, importedLines: size.records * entriesEach, importMs, remove };
}

/** The server's resident memory in megabytes, where the system tells. */
export function residentMegabytes({ pid }: ServerProcess): number | null {
  try {
    const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match ? Math.round(Number(match[1]) / 1024) : null;
  } catch {
    return null; // no /proc on this system
  }
}

export async function post(
  { url }: ServerProcess,
  path: string,
  body: FormData | string,
): Promise<{ id: string }> {
  const headers = {
    'Idempotency-Key': randomUUID(),
    ...(typeof body === 'string' ? { 'Content-Type': 'application/json' } : {}),
  };
  const response = await fetch(url + path, { method: 'POST', headers, body });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer).slice(0, 500)}`);
  const id = typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : '';
  return { id };
}
