import type { ReactNode } from 'react';
import type { RecordFigures } from '#contract/ledger.ts';
import type { RecordRow } from '#contract/records.ts';
import { averagePerUnit } from '#domain/figures.ts';
import { minor } from '#domain/money.ts';
import { KnownFigure } from '#ui/KnownFigure.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { Figure } from './Figure.tsx';
import { UseFigures } from './UseFigures.tsx';
import { WhyUnknown } from './WhyUnknown.tsx';

interface FigureListProps {
  figures: RecordFigures;
  record: RecordRow;
}

/** The derived figures, each saying whether it is the record's own, an average or unknown. */
export function FigureList({ figures, record }: FigureListProps) {
  const { words, formats } = useLanguage();
  const { marginPpm, roiPpm, paybackDay, unitDays, lostValue } = figures;
  return (
    <dl className="record-derived">
      <Figure label={words.record.perUnit}>
        <PerUnit figures={figures} record={record} />
      </Figure>
      <Figure label={words.record.perUnitDay}>
        <PerUnitDay figures={figures} />
      </Figure>
      <Figure label={words.record.margin}>
        {marginPpm.known ? <Percent ppm={marginPpm.value} /> : <WhyUnknown why={marginPpm.why} />}
      </Figure>
      <Figure label={words.record.roi}>
        {roiPpm.known ? <Percent ppm={roiPpm.value} /> : <WhyUnknown why={roiPpm.why} />}
      </Figure>
      <Figure label={words.record.payback}>
        {payback(paybackDay, { notYet: words.figures.why['not-earned-back'], day: formats.day })}
      </Figure>
      <Figure label={words.record.unitDays}>
        <span className="ui-number">{formats.number(unitDays)}</span>
      </Figure>
      {lostValue.known && lostValue.value.amount !== 0 && (
        <Figure label={words.record.lost}>
          <MoneyText money={lostValue.value} />
        </Figure>
      )}
      <UseFigures figures={figures} />
    </dl>
  );
}

function PerUnit({ figures, record }: FigureListProps) {
  const { words, formats } = useLanguage();
  const { provenance, amount } = figures.perUnit.profit;
  if (!amount.known) return <WhyUnknown why={amount.why} />;
  const because = {
    own: words.record.ownUnit,
    inherited: words.record.inherited,
    shared: words.record.averageOf(formats.number(record.quantity)),
  }[provenance];
  return (
    <KnownFigure known={provenance === 'own' ? 'exact' : 'average'} because={because}>
      <MoneyText money={amount.value} isResult />
    </KnownFigure>
  );
}

/** The exact quotient is kept by the server as amount and days; to be read it is rounded to the smallest unit. */
function PerUnitDay({ figures: { profitPerUnitDay } }: { figures: RecordFigures }) {
  if (!profitPerUnitDay.known) return <WhyUnknown why={profitPerUnitDay.why} />;
  const { amount, unitDays } = profitPerUnitDay.value;
  const each = averagePerUnit(minor(amount.amount), unitDays);
  if (!each.known) return <WhyUnknown why="no-unit-days" />;
  return <MoneyText money={{ amount: each.value, currency: amount.currency }} isResult />;
}

function Percent({ ppm }: { ppm: number }) {
  const { formats } = useLanguage();
  return <span className={`ui-number ${ppm < 0 ? 'ui-negative' : ''}`}>{formats.percent(ppm)}</span>;
}

function payback(
  found: RecordFigures['paybackDay'],
  texts: { notYet: string; day(text: string): string },
): ReactNode {
  if (found.known) return texts.day(found.value);
  return found.why === 'not-earned-back' ? texts.notYet : <WhyUnknown why={found.why} />;
}
