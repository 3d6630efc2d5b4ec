import type { Hono } from 'hono';
import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { exportJournal, exportReport } from '#contract/reportExports.ts';
import { journalEntry, journalTransfer } from '#domain/journal.ts';
import { fault } from '#domain/refusal.ts';
import { accept, refuse } from '#domain/result.ts';
import { allEntries, allTransfers } from '#server/store/journal.ts';
import type { ReadHandle } from '#server/store/store.ts';
import { findCurrency } from '#server/store/workspace.ts';
import type { LedgerBook } from '#server/usecases/ledgerBook.ts';
import { type Report, type ReportRequest, readReport } from '#server/usecases/readReport.ts';
import type { AppContext } from './createApp.ts';
import { FileAnswer, streamOf } from './fileAnswer.ts';
import { reportRequestOf } from './profitability.ts';
import { REPORT_HEADERS, type ReportCell, reportCells, totalCells } from './reportTable.ts';
import { serve } from './route.ts';
import { writeCsv } from './writeCsv.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A workbook is in memory as a whole while it is made; CSV leaves page by page. */
const MAX_XLSX_LINES = 20_000;
const LINES_PER_PAGE = 5000;

export function exportRoutes(app: Hono, context: AppContext & { book: LedgerBook }): void {
  const database = context.store.read;
  serve(app, context, {
    operation: exportReport,
    handler: async ({ query }) => {
      const currency = await findCurrency(database);
      const request = reportRequestOf(query);
      const first = await readReport(context, { ...request, offset: 0, limit: LINES_PER_PAGE });
      const name = `profitability-by-${query.by}.${query.format}`;
      const pages = reportPages(context, { request, first });
      if (query.format === 'csv') {
        const body = streamOf(csvPages(pages, { currency, first }));
        return accept(new FileAnswer({ name, mediaType: 'text/csv; charset=utf-8', body }));
      }
      if (first.total > MAX_XLSX_LINES)
        return refuse([fault({ code: 'export.too-many', lines: first.total, max: MAX_XLSX_LINES })]);
      const body = await workbookOf(pages, { currency, first });
      return accept(new FileAnswer({ name, mediaType: XLSX, body }));
    },
  });
  serve(app, context, {
    operation: exportJournal,
    handler: async () => {
      const body = streamOf(journalTexts(database, await findCurrency(database)));
      return accept(
        new FileAnswer({ name: 'granary.journal', mediaType: 'text/plain; charset=utf-8', body }),
      );
    },
  });
}

type Pages = AsyncGenerator<Report['lines']>;
interface Table {
  currency: string;
  /** The first page, with the totals. */
  first: Report;
}

async function* reportPages(
  context: AppContext & { book: LedgerBook },
  { request, first }: { request: Omit<ReportRequest, 'offset' | 'limit'>; first: Report },
): Pages {
  yield first.lines;
  for (let offset = LINES_PER_PAGE; offset < first.total; offset += LINES_PER_PAGE)
    yield (await readReport(context, { ...request, offset, limit: LINES_PER_PAGE })).lines;
}

async function* csvPages(pages: Pages, { currency, first }: Table): AsyncGenerator<string> {
  yield writeCsv([REPORT_HEADERS]);
  for await (const lines of pages)
    if (lines.length > 0) yield writeCsv(lines.map((line) => reportCells(line, currency).map(plainText)));
  yield writeCsv([totalCells(first, currency).map(plainText)]);
}

function plainText(cell: ReportCell): string {
  if (cell === null) return '';
  return 'number' in cell ? cell.number : cell.text;
}

async function workbookOf(pages: Pages, { currency, first }: Table): Promise<ArrayBuffer> {
  const rows: SheetData = [REPORT_HEADERS.map((value) => ({ value, fontWeight: 'bold' as const }))];
  for await (const lines of pages)
    rows.push(...lines.map((line) => reportCells(line, currency).map(sheetCell)));
  rows.push(totalCells(first, currency).map(sheetCell));
  const file = await writeExcelFile(rows, { sheet: 'Profitability', stickyRowsCount: 1 }).toBlob();
  return file.arrayBuffer();
}

/** A text stays a text, whatever it begins with: a workbook has formulas only where they are declared. */
function sheetCell(cell: ReportCell) {
  if (cell === null) return null;
  return 'number' in cell ? { value: Number(cell.number), type: Number } : { value: cell.text, type: String };
}

async function* journalTexts(database: ReadHandle, currency: string): AsyncGenerator<string> {
  yield `; The ledger of Granary, ${currency}. Carries hand history from record to record and sum to zero.\n\n`;
  for await (const entries of allEntries(database))
    yield entries.map((entry) => journalEntry(entry, currency)).join('');
  for await (const transfer of allTransfers(database)) yield journalTransfer(transfer, currency);
}
