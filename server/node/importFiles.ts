import { randomUUID } from 'node:crypto';
import { existsSync, openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { importReport } from '#contract/imports.ts';
import { problem } from '#contract/problem.ts';
import { readLedgerTable, readRecordsTable } from '#domain/importTable.ts';
import { formatDecimal, minor } from '#domain/money.ts';
import { readRows } from '#server/http/readRows.ts';
import { readConfig } from './config.ts';
import { openApp } from './openApp.ts';
import { StartError } from './openSqlite.ts';

const USAGE = `npm run import -- <records.csv> [<ledger.csv>] [--take-sold-out] [--valid]

Which file is which is told by its header row. Nothing is written while any line is wrong,
unless --valid takes the right ones. --take-sold-out: sales take their units out of stock.`;

type Send = (request: Request) => Response | Promise<Response>;
type Report = ReturnType<typeof importReport.parse>;

/** Brings files in through the API: of the server that runs here, else of the database itself. */
async function importFiles(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'take-sold-out': { type: 'boolean' }, valid: { type: 'boolean' } },
  });
  if (positionals.length === 0 || positionals.length > 2) throw new StartError(USAGE);
  const form = new FormData();
  for (const path of positionals) form.set(...(await namedFile(path)));
  form.set('takeSoldOut', values['take-sold-out'] ? 'yes' : 'no');
  const { send, close } = await openSender();
  try {
    const checked = await ask(send, { method: 'POST', path: '/api/imports', body: form });
    printCheck(checked);
    if (checked.faultCount > 0 && !values.valid) {
      throw new StartError('Nothing was written. Mend the lines above, or take the right ones with --valid.');
    }
    const mode = values.valid ? 'valid' : 'all';
    await ask(send, {
      method: 'POST',
      path: `/api/imports/${checked.id}/commit`,
      body: JSON.stringify({ mode }),
    });
    console.log('Brought in.');
  } finally {
    await close();
  }
}

async function namedFile(path: string): Promise<['records' | 'ledger', File]> {
  if (!existsSync(path)) throw new StartError(`There is no file ${path}.`);
  const blob = await openAsBlob(path);
  const rows = await readRows(blob);
  const file = new File([blob], basename(path));
  if (readLedgerTable(rows).faults.length === 0) return ['ledger', file];
  if (readRecordsTable(rows).faults.length === 0) return ['records', file];
  throw new StartError(
    `${path} has no header row that is known: a records file has name and quantity, a ledger file kind, date and amount.`,
  );
}

async function openSender(): Promise<{ send: Send; close: () => Promise<void> }> {
  const config = readConfig(process.env);
  const base = `http://127.0.0.1:${config.port}`;
  const isRunning = await fetch(`${base}/api/health`).then(
    (response) => response.ok,
    () => false, // nothing listens there: the database is opened directly
  );
  if (isRunning) {
    console.log(`Bringing in through the server at ${base}`);
    return {
      send: (request) => fetch(new Request(base + new URL(request.url).pathname, request)),
      close: () => Promise.resolve(),
    };
  }
  const { app, store } = await openApp(config);
  return { send: (request) => app.fetch(request), close: () => store.close() };
}

async function ask(
  send: Send,
  { method, path, body }: { method: string; path: string; body: FormData | string },
): Promise<Report> {
  const headers = {
    'Idempotency-Key': randomUUID(),
    ...(typeof body === 'string' ? { 'Content-Type': 'application/json' } : {}),
  };
  const response = await send(new Request(`http://127.0.0.1${path}`, { method, headers, body }));
  const answer: unknown = await response.json();
  if (!response.ok) throw new StartError(problem.parse(answer).detail);
  return importReport.parse(answer);
}

function printCheck({ records, ledger, faults, faultCount, notes, willAdd, currency }: Report): void {
  for (const file of [records, ledger]) {
    if (file)
      console.log(`${file.name}: ${file.lines} lines, ${file.invalid} wrong, ${file.same} known already`);
  }
  for (const { file, line, column, detail, given } of faults)
    console.log(`  ${file} line ${line}, ${column}: ${detail} (${given})`);
  if (faultCount > faults.length) console.log(`  … and ${faultCount - faults.length} more`);
  for (const { count, detail } of notes) console.log(`  ${count} ${detail}`);
  const amount = (value: number) => `${formatDecimal({ amount: minor(value), currency })} ${currency}`;
  console.log(
    `${willAdd.records} records (${willAdd.serialized} serialized, ${willAdd.bulk} bulk, ${willAdd.closed} closed), ` +
      `${willAdd.units} units, ${willAdd.codes} codes, ${willAdd.entries} entries, ` +
      `cost ${amount(willAdd.cost.amount)}, income ${amount(willAdd.income.amount)}`,
  );
}

try {
  await importFiles();
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
