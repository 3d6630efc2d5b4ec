import type { Hono } from 'hono';
import {
  type ImportReport as ImportAnswer,
  checkImport,
  commitImport,
  discardImport,
  getFailedLines,
  getImport,
} from '#contract/imports.ts';
import type { ImportFault } from '#domain/importTable.ts';
import { accept } from '#domain/result.ts';
import {
  type Import,
  checkImport as check,
  discardImport as discard,
  readImport,
} from '#server/usecases/checkImport.ts';
import { commitImport as commit } from '#server/usecases/commitImport.ts';
import type { Outcome } from '#server/usecases/context.ts';
import type { AppContext } from './createApp.ts';
import { faultDetail, noteDetail } from './importDetail.ts';
import { readRows } from './readRows.ts';
import { serve } from './route.ts';
import { writeCsv } from './writeCsv.ts';

export function importRoutes(app: Hono, context: AppContext): void {
  const database = context.store.read;
  const answer = async (outcome: Outcome<{ id: string }>): Promise<Outcome<ImportAnswer>> => {
    const found = outcome.ok ? await readImport(database, outcome.value.id) : outcome;
    return found.ok ? accept(importAnswer(found.value)) : found;
  };
  serve(app, context, {
    operation: checkImport,
    handler: async ({ body, write }) => {
      const files = { records: await fileOf(body.records), ledger: await fileOf(body.ledger) };
      return answer(
        await check(context, { ...write, files, options: { takeSoldOut: body.takeSoldOut === 'yes' } }),
      );
    },
  });
  serve(app, context, { operation: getImport, handler: ({ params }) => answer(accept(params)) });
  serve(app, context, {
    operation: commitImport,
    handler: async ({ params, body, write }) =>
      answer(await commit(context, { ...write, ...params, ...body })),
  });
  serve(app, context, {
    operation: discardImport,
    handler: ({ params, write }) => discard(context, { ...write, ...params }),
  });
  serve(app, context, {
    operation: getFailedLines,
    handler: async ({ params, query }) => {
      const found = await readImport(database, params.id);
      return found.ok ? accept(failedLines(found.value, query.file)) : found;
    },
  });
}

/** A screen shows the first; the file of failed lines has all. */
const MAX_FAULTS_SHOWN = 500;

function importAnswer({ id, state, createdAt, options, operationId, report }: Import): ImportAnswer {
  const { currency, records, ledger, willAdd, notes, faults } = report;
  return {
    id,
    state,
    createdAt,
    currency,
    records,
    ledger,
    operationId,
    takeSoldOut: options.takeSoldOut,
    faults: faults.slice(0, MAX_FAULTS_SHOWN).map((fault) => faultAnswer(fault, currency)),
    faultCount: faults.length,
    notes: notes.map(({ code, count }) => ({ code, count, detail: noteDetail(code) })),
    willAdd: {
      ...willAdd,
      cost: { amount: willAdd.cost, currency },
      income: { amount: willAdd.income, currency },
    },
  };
}

function faultAnswer(fault: ImportFault, currency: string) {
  const { file, line, column, code, given } = fault;
  return { file, line, column, code, given, detail: faultDetail(fault, currency) };
}

/** The failed lines as they came, with a last column that says why: mended, they can be brought in by themselves. */
function failedLines({ files, report }: Import, file: 'records' | 'ledger'): string {
  const rows = files[file]?.rows ?? [];
  const faultsByLine = Map.groupBy(
    report.faults.filter((fault) => fault.file === file),
    ({ line }) => line,
  );
  const headers = new Set(report[file]?.columns.map(({ header }) => header));
  const header = rows.find((row) => row.some((cell) => headers.has(cell.trim()))) ?? [];
  const failed = [...faultsByLine].flatMap(([line, faults]) => {
    const row = rows[line - 1];
    const why = faults.map((fault) => faultDetail(fault, report.currency)).join(' ');
    return row && row !== header ? [[...row, why]] : [];
  });
  return writeCsv([[...header, 'why_not'], ...failed]);
}

async function fileOf(file: Blob | undefined) {
  return file ? { name: nameOf(file), rows: await readRows(file) } : null;
}

function nameOf(file: Blob): string {
  return 'name' in file && typeof file.name === 'string' ? file.name.slice(0, 200).toWellFormed() : '';
}
