import {
  type InfiniteData,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { AnswerOf, QueryInput } from '#contract/operation.ts';
import { getFigureLines, getProfitability } from '#contract/profitability.ts';
import { exportJournal, exportReport } from '#contract/reportExports.ts';
import { call, callUrl } from './call.ts';
import type { ProblemError } from './problemError.ts';
import { recordKeys } from './recordCache.ts';

export type Report = AnswerOf<typeof getProfitability>;
export type ReportAsked = Omit<QueryInput<typeof getProfitability>, 'offset' | 'limit'>;
export type LinesAsked = Omit<QueryInput<typeof getFigureLines>, 'offset' | 'limit'>;
type FigureLines = AnswerOf<typeof getFigureLines>;

const PAGE_LINES = 100;
/** As many as one answer may have: forty years. */
const MONTHS_AT_ONCE = 500;

/** A report page by page. Under the records' key: whatever is booked or converted here makes it stale. */
export function useReport(asked: ReportAsked) {
  return useInfiniteQuery<Report, ProblemError, InfiniteData<Report>, readonly unknown[], number>({
    queryKey: [...recordKeys.all, 'report', asked],
    queryFn: ({ pageParam, signal }) =>
      call(getProfitability, { query: { ...asked, offset: pageParam, limit: PAGE_LINES }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => nextOffset(last.total, pages),
    placeholderData: keepPreviousData,
  });
}

/** The first lines of a report: the best, the worst, the members of a group. */
export function useReportTop(asked: ReportAsked, { limit, isOn = true }: { limit: number; isOn?: boolean }) {
  return useQuery({ ...topQuery(asked, limit), enabled: isOn, placeholderData: keepPreviousData });
}

/** A report month by month, from the first to the last that has lines. */
export function useMonths(asked: ReportAsked) {
  const query = { ...asked, by: 'month', sort: 'label', compare: undefined } as const;
  return useQuery<Report['rows'], ProblemError>({
    queryKey: [...recordKeys.all, 'months', query],
    queryFn: async ({ signal }) => {
      const rows: Report['rows'] = [];
      for (let total = 1; rows.length < total;) {
        const page = { offset: rows.length, limit: MONTHS_AT_ONCE };
        const answer = await call(getProfitability, { query: { ...query, ...page }, signal });
        if (answer.rows.length === 0) break;
        rows.push(...answer.rows);
        total = answer.total;
      }
      return rows;
    },
    placeholderData: keepPreviousData,
  });
}

/** The entries and carries that a figure is the sum of, newest first. */
export function useFigureLines(asked: LinesAsked) {
  return useInfiniteQuery<FigureLines, ProblemError, InfiniteData<FigureLines>, readonly unknown[], number>({
    queryKey: [...recordKeys.all, 'figureLines', asked],
    queryFn: ({ pageParam, signal }) =>
      call(getFigureLines, { query: { ...asked, offset: pageParam, limit: PAGE_LINES }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => nextOffset(last.total, pages),
  });
}

/** Where the browser downloads the report that is on the screen. */
export function reportFileUrl(asked: ReportAsked, format: 'csv' | 'xlsx'): string {
  return callUrl(exportReport, { query: { ...asked, format } });
}

/** Where the browser downloads the whole ledger as a double-entry journal. */
export function journalUrl(): string {
  return callUrl(exportJournal, {});
}

function topQuery(asked: ReportAsked, limit: number) {
  return queryOptions<Report, ProblemError>({
    queryKey: [...recordKeys.all, 'reportTop', asked, limit],
    queryFn: ({ signal }) => call(getProfitability, { query: { ...asked, limit }, signal }),
  });
}

function nextOffset(total: number, pages: readonly { rows: readonly unknown[] }[]): number | undefined {
  const loaded = pages.reduce((sum, page) => sum + page.rows.length, 0);
  return loaded < total ? loaded : undefined;
}
