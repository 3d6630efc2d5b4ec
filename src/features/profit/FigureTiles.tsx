import type { ReactNode } from 'react';
import type { Report } from '#api/profitability.ts';
import type { ReportFiguresRow } from '#contract/profitability.ts';
import { KnownFigure } from '#ui/KnownFigure.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { usePageLanguage } from '#ui/pageWords.ts';
import { Change } from './Change.tsx';
import { ProfitFigure, RatioFigure } from './ProfitFigure.tsx';
import type { FigureName } from './profitSearch.ts';

interface FigureTilesProps {
  report: Report;
  onOpen(figure: FigureName): void;
}

/** The totals of the report, each with what it stood at before and how exactly it is known. */
export function FigureTiles({ report: { totals, comparisonTotals: before }, onOpen }: FigureTilesProps) {
  const { words, formats } = usePageLanguage();
  const texts = words.profit;
  const unknown = texts.unknownOf(formats.number(totals.profitUnknown), formats.number(totals.records));
  return (
    <dl className="profit-tiles">
      {(['income', 'cost'] as const).map((figure) => (
        <Tile key={figure} label={texts.figures[figure]} onOpen={() => onOpen(figure)}>
          <MoneyText money={totals[figure]} />
          <Change now={totals[figure]} before={before?.[figure] ?? null} />
          <Parts name={texts.figures[figure]} parts={totals.provenance[figure]} />
        </Tile>
      ))}
      <Tile label={texts.figures.profit} onOpen={() => onOpen('profit')}>
        <ProfitFigure figures={totals} />
        <Change now={totals.profit} before={before?.profit ?? null} />
        <small>{totals.profitUnknown > 0 ? unknown : texts.cashProfit}</small>
      </Tile>
      {totals.profitWithBookValue !== null && (
        <Tile label={texts.figures.profitWithBookValue}>
          <MoneyText money={totals.profitWithBookValue} isResult />
          <small>
            {texts.withBookValue}
            {totals.bookValueUnknown > 0 &&
              `; ${words.life.someOff(formats.number(totals.bookValueUnknown), formats.number(totals.records))}`}
          </small>
        </Tile>
      )}
      <Tile label={texts.figures.margin}>
        <RatioFigure
          ppm={totals.marginPpm}
          why={totals.profit === null ? texts.allUnknown : texts.noIncome}
        />
      </Tile>
      <Tile label={texts.figures.roi}>
        <RatioFigure ppm={totals.roiPpm} why={texts.allUnknown} />
      </Tile>
      <Tile label={texts.figures.utilisation}>
        <RatioFigure ppm={totals.utilisationPpm} why={texts.noPeriods} />
      </Tile>
      {totals.bookValue !== null && (
        <Tile label={texts.figures.bookValue}>
          <MoneyText money={totals.bookValue} />
        </Tile>
      )}
      {totals.lostUnits > 0 && (
        <Tile label={texts.figures.lostValue}>
          {totals.lostValue ? (
            <MoneyText money={totals.lostValue} />
          ) : (
            <KnownFigure known="unknown" because={unknown} />
          )}
          <small>{texts.memo}</small>
        </Tile>
      )}
    </dl>
  );
}

function Tile({ label, onOpen, children }: { label: string; onOpen?: () => void; children: ReactNode }) {
  const { profit } = usePageLanguage().words;
  return (
    <div className="profit-tile">
      <dt>
        {onOpen ? (
          <button
            type="button"
            className="profit-open"
            aria-label={profit.show(label, profit.behind.all)}
            onClick={onOpen}
          >
            {label}
          </button>
        ) : (
          label
        )}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Own, inherited and shared are different knowledge: shown apart wherever there is more than one of them. */
function Parts({ name, parts }: { name: string; parts: ReportFiguresRow['provenance']['income'] }) {
  const { words } = usePageLanguage();
  const shown = (['own', 'inherited', 'shared'] as const).filter((part) => parts[part].amount !== 0);
  if (shown.length < 2) return null;
  return (
    <ul className="profit-parts" aria-label={words.profit.parts(name)}>
      {shown.map((part) => (
        <li key={part}>
          {words.profit[part]} <MoneyText money={parts[part]} />
        </li>
      ))}
    </ul>
  );
}
