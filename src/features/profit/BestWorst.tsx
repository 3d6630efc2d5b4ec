import { type ReportAsked, useReportTop } from '#api/profitability.ts';
import { MoneyText } from '#ui/MoneyText.tsx';
import { usePageLanguage } from '#ui/pageWords.ts';
import { lineName } from './lineName.ts';
import type { FigureName, Grouping } from './profitSearch.ts';

interface BestWorstProps {
  asked: ReportAsked;
  by: Grouping;
  onFigure(figure: FigureName, opened: { by: Grouping; key: string }): void;
}

const SHOWN = 5;

/** What made most and what lost most, by the grouping of the report. */
export function BestWorst({ asked, by, onFigure }: BestWorstProps) {
  const { words, formats } = usePageLanguage();
  const { profit } = words;
  const plain = { ...asked, compare: undefined };
  const best = useReportTop({ ...plain, sort: '-profit' }, { limit: SHOWN });
  const worst = useReportTop({ ...plain, sort: 'profit' }, { limit: SHOWN });
  const lists = [
    {
      title: profit.best,
      none: profit.noGain,
      rows: best.data?.rows.filter(({ figures }) => (figures.profit?.amount ?? 0) > 0),
    },
    {
      title: profit.worst,
      none: profit.noLoss,
      rows: worst.data?.rows.filter(({ figures }) => (figures.profit?.amount ?? 0) < 0),
    },
  ];
  return (
    <div className="profit-ends">
      {lists.map(({ title, none, rows }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          {rows?.length === 0 && <p className="ui-hint">{none}</p>}
          <ol>
            {rows?.map((row) => {
              const name = lineName(row, { by, words, formats });
              return (
                <li key={row.key}>
                  <button
                    type="button"
                    className="profit-open"
                    title={profit.show(profit.figures.profit, name)}
                    onClick={() => onFigure('profit', { by, key: row.key })}
                  >
                    {name}
                  </button>
                  {row.figures.profit && <MoneyText money={row.figures.profit} isResult />}
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </div>
  );
}
