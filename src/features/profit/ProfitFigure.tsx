import type { ReportFiguresRow } from '#contract/profitability.ts';
import { averagePerUnit } from '#domain/figures.ts';
import { minor } from '#domain/money.ts';
import { KnownFigure } from '#ui/KnownFigure.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { usePageLanguage } from '#ui/pageWords.ts';

/** A profit, or that it is unknown; where it is known of some only, of how many it is not. */
export function ProfitFigure({ figures, isBare = false }: { figures: ReportFiguresRow; isBare?: boolean }) {
  const { words, formats } = usePageLanguage();
  const { profit, profitUnknown, records } = figures;
  const unknown = words.profit.unknownOf(formats.number(profitUnknown), formats.number(records));
  if (profit === null) return <KnownFigure known="unknown" because={words.profit.allUnknown} />;
  return (
    <>
      <MoneyText money={profit} isBare={isBare} isResult />
      {profitUnknown > 0 && (
        <span className="profit-partly" title={unknown}>
          <span aria-hidden="true">?</span>
          <span className="ui-hidden">{unknown}</span>
        </span>
      )}
    </>
  );
}

/** A ratio in millionths, or why there is none. */
export function RatioFigure({ ppm, why }: { ppm: number | null; why: string }) {
  const { formats } = usePageLanguage();
  if (ppm === null) return <KnownFigure known="unknown" because={why} />;
  return <span className={`ui-number ${ppm < 0 ? 'ui-negative' : ''}`}>{formats.percent(ppm)}</span>;
}

/** The exact quotient is kept as amount and days; to be read it is rounded to the smallest unit. */
export function PerUnitDay({ of }: { of: ReportFiguresRow['profitPerUnitDay'] }) {
  const { words } = usePageLanguage();
  const each = of && averagePerUnit(minor(of.amount.amount), of.unitDays);
  if (!of || !each?.known) return <KnownFigure known="unknown" because={words.figures.why['no-unit-days']} />;
  return <MoneyText money={{ amount: each.value, currency: of.amount.currency }} isBare isResult />;
}
