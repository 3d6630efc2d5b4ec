import { lazy, Suspense } from 'react';
import { problemOf } from '#api/problemError.ts';
import { type ReportAsked, useMonths, useReport } from '#api/profitability.ts';
import { useRecord } from '#api/records.ts';
import type { Session } from '#api/session.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { PartTabs } from '#ui/PartTabs.tsx';
import { EmptyState, FailedState, Forbidden } from '#ui/States.tsx';
import { usePageLanguage } from '#ui/pageWords.ts';
import type { AdviceActions } from './Advice.tsx';
import { BestWorst } from './BestWorst.tsx';
import { CurrentReport } from './currentReport.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { FigureLines } from './FigureLines.tsx';
import { FigureTiles } from './FigureTiles.tsx';
import { lineName } from './lineName.ts';
import { MonthsChart } from './MonthsChart.tsx';
import { PrintNote } from './PrintNote.tsx';
import { ProfitControls } from './ProfitControls.tsx';
import {
  type FigureName,
  type Grouping,
  type ProfitSearch,
  groupingOf,
  linesAsked,
  nextSort,
  reportAskedBy,
  scopeOf,
} from './profitSearch.ts';
import { ReportTable } from './ReportTable.tsx';
import './profit.css';
import './print.css';

const PAGE_PARTS = ['report', 'advice'] as const;
const Advice = lazy(async () => ({ default: (await import('./Advice.tsx')).Advice }));

interface ProfitPageProps {
  session: Session;
  search: ProfitSearch;
  onSearch(change: ProfitSearch, how: 'step' | 'rest'): void;
  onVisit(recordId: string): void;
  /** Where the previews of conversions open. */
  convert: Pick<AdviceActions, 'onSerialize' | 'onPool'>;
}

/** What earns and what loses, and how exactly that is known. */
export function ProfitPage(props: ProfitPageProps) {
  const { session, search, onSearch } = props;
  const language = usePageLanguage();
  const { words, formats } = language;
  const { profit } = words;
  if (!session.may.includes('money.see')) return <Forbidden>{profit.forbidden}</Forbidden>;
  const asked = reportAskedBy(search);
  return (
    <section className="profit">
      <header className="profit-head">
        <div>
          <h1>{language.words.app.profitability}</h1>
          <p className="ui-hint">
            {search.from && search.to
              ? profit.span(formats.day(search.from), formats.day(search.to))
              : profit.lifetimeText}
          </p>
        </div>
        <CurrentReport value={asked}>
          <MenuButton icon="download" label={profit.exportTitle} panel={ExportMenu}>
            {profit.export}
          </MenuButton>
        </CurrentReport>
      </header>
      <PartTabs
        label={words.advice.parts}
        parts={PAGE_PARTS}
        labels={{ report: words.advice.report, advice: words.advice.title }}
        part={search.show ?? 'report'}
        onPart={(part) => onSearch({ show: part === 'advice' ? part : undefined }, 'step')}
      />
      {search.show === 'advice' ? (
        <Suspense fallback={<Loading />}>
          <Advice session={session} onVisit={props.onVisit} {...props.convert} />
        </Suspense>
      ) : (
        <>
          <ProfitControls search={search} onSearch={(change) => onSearch(change, 'step')} />
          <ReportView {...props} asked={asked} />
          <OpenedFigure {...props} />
        </>
      )}
    </section>
  );
}

function ReportView({ asked, ...props }: ProfitPageProps & { asked: ReportAsked }) {
  const { search, onSearch, onVisit } = props;
  const language = usePageLanguage();
  const { words, formats } = language;
  const { profit } = words;
  const report = useReport(asked);
  const months = useMonths(asked);
  const [first] = report.data?.pages ?? [];
  if (!first) {
    if (!report.error) return <Loading />;
    return (
      <FailedState title={profit.failed} onRetry={() => void report.refetch()}>
        {explain(problemOf(report.error), language)}
      </FailedState>
    );
  }
  if (first.totals.records === 0) return <NoLines search={search} onSearch={onSearch} />;
  const by = groupingOf(search);
  const rows = report.data?.pages.flatMap((page) => page.rows) ?? [];
  const open = (figure: FigureName, opened: { by: Grouping; key: string } | null) =>
    onSearch(figureAddress({ figure, opened }), 'step');
  return (
    <div className="profit-report" aria-busy={report.isPlaceholderData}>
      {report.error && <Banner tone="bad">{explain(problemOf(report.error), language)}</Banner>}
      {first.comparison?.from && first.comparison.to && (
        <p className="ui-hint">
          {profit.comparedWith(formats.day(first.comparison.from), formats.day(first.comparison.to))}
        </p>
      )}
      <FigureTiles report={first} onOpen={(figure) => open(figure, null)} />
      <div className="profit-overview">
        {months.data && <MonthsChart rows={months.data} currency={first.totals.income.currency} />}
        {by !== 'month' && <BestWorst asked={asked} by={by} onFigure={open} />}
      </div>
      <ReportTable
        report={first}
        rows={rows}
        search={search}
        onSort={(field) => onSearch({ sort: nextSort(search, field) }, 'step')}
        onToggle={(key) => onSearch({ open: toggled(search.open, key) }, 'rest')}
        onFigure={open}
        onVisit={onVisit}
        onLife={(sku) => onSearch({ life: sku }, 'step')}
        hasBookValue={first.totals.bookValue !== null}
        onAll={({ sku, category, location }) =>
          onSearch(
            {
              by: 'record',
              sku: list(sku),
              category: list(category),
              location: list(location),
              open: undefined,
            },
            'step',
          )
        }
      />
      <PrintNote lines={first.total} asOf={first.asOf} />
      {report.hasNextPage && (
        <Button isBusy={report.isFetchingNextPage} onClick={() => void report.fetchNextPage()}>
          {profit.moreLines}
        </Button>
      )}
    </div>
  );
}

function NoLines({ search, onSearch }: Pick<ProfitPageProps, 'search' | 'onSearch'>) {
  const { profit } = usePageLanguage().words;
  const { from: _from, to: _to, by: _by, compare: _compare, sort: _sort, ...filters } = scopeOf(search);
  const names = Object.entries(filters).filter(([, value]) => value !== undefined);
  if (names.length === 0)
    return (
      <EmptyState icon="curve" title={profit.empty}>
        {profit.emptyText}
      </EmptyState>
    );
  const clear = () => onSearch(Object.fromEntries(names.map(([name]) => [name, undefined])), 'step');
  return (
    <EmptyState
      icon="search"
      title={profit.nothing}
      actions={<Button onClick={clear}>{profit.clear}</Button>}
    >
      {profit.nothingText}
    </EmptyState>
  );
}

/** What the address opens over the report. */
function OpenedFigure(props: ProfitPageProps) {
  const { search } = props;
  const by = search.ofBy ?? groupingOf(search);
  const { words, formats } = usePageLanguage();
  if (search.figure === undefined) return null;
  if (search.of !== undefined && (by === 'record' || by === 'batch'))
    return <OpenedOfRecord {...props} recordId={search.of} />;
  const { of: key } = search;
  const name =
    key === undefined ? words.profit.behind.all : lineName({ key, label: key }, { by, words, formats });
  return <OpenedLines {...props} name={name} />;
}

/** A batch goes by the name of its first record. */
function OpenedOfRecord({ recordId, ...props }: ProfitPageProps & { recordId: string }) {
  return <OpenedLines {...props} name={useRecord(recordId).data?.name ?? ''} />;
}

function OpenedLines({ search, onSearch, onVisit, name }: ProfitPageProps & { name: string }) {
  const asked = linesAsked(search);
  if (asked === null || search.figure === undefined) return null;
  return (
    <FigureLines
      figure={search.figure}
      name={name}
      asked={asked}
      onVisit={onVisit}
      onClose={() => onSearch({ figure: undefined, of: undefined, ofBy: undefined }, 'step')}
    />
  );
}

function figureAddress({
  figure,
  opened,
}: {
  figure: FigureName;
  opened: { by: Grouping; key: string } | null;
}): ProfitSearch {
  return { figure, of: opened?.key, ofBy: opened?.by };
}

function toggled(open: readonly string[] | undefined, key: string): string[] | undefined {
  const others = (open ?? []).filter((one) => one !== key);
  const next = others.length === (open?.length ?? 0) ? [...others, key] : others;
  return next.length > 0 ? next : undefined;
}

function list(given: unknown): string[] | undefined {
  return Array.isArray(given) ? given.map(String) : undefined;
}
