import type { RecordFigures } from '#contract/ledger.ts';
import { averagePerUnit } from '#domain/figures.ts';
import { minor } from '#domain/money.ts';
import { KnownFigure } from '#ui/KnownFigure.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { Figure } from './Figure.tsx';

/** How much the record was used, what one kilometre or hour cost, and what it is still worth. */
export function UseFigures({ figures }: { figures: RecordFigures }) {
  const { words, formats } = useLanguage();
  const { use, life } = words;
  const { rentals, rentedUnitDays, utilisationPpm, unitDays, bookValue, profitWithBookValue } = figures;
  return (
    <>
      {rentals > 0 && (
        <Figure label={use.rentals}>
          <span className="ui-number">{formats.number(rentals)}</span>
        </Figure>
      )}
      {rentals > 0 && (
        <Figure label={use.utilisation}>
          {utilisationPpm === null || rentedUnitDays === null ? (
            <KnownFigure known="unknown" because={use.noPeriods} />
          ) : (
            <>
              <span className="ui-number">{formats.percent(utilisationPpm)}</span>
              <small>{use.rentedOf(formats.number(rentedUnitDays), formats.number(unitDays))}</small>
            </>
          )}
        </Figure>
      )}
      {figures.use.map((meter) => (
        <Figure key={meter.meter} label={use.costPer[meter.meter]}>
          <CostPerUse meter={meter} />
        </Figure>
      ))}
      {bookValue && (
        <Figure label={life.bookValue}>
          <MoneyText money={bookValue} />
        </Figure>
      )}
      {profitWithBookValue && (
        <Figure label={life.withBook}>
          <MoneyText money={profitWithBookValue} isResult />
          <small>{life.withBookHint}</small>
        </Figure>
      )}
    </>
  );
}

/** Rounded to the smallest unit to be read; the exact amount and use stand beside it. */
function CostPerUse({ meter: { meter, used, cost, from, to } }: { meter: RecordFigures['use'][number] }) {
  const { words, formats } = useLanguage();
  const { use } = words;
  const each = averagePerUnit(minor(cost.amount), used);
  if (used <= 0 || !each.known) return <KnownFigure known="unknown" because={use.notUsed} />;
  const amount = use.amounts[meter](formats.number(used), used);
  const days = use.serviceText(formats.day(from), formats.day(to));
  return (
    <>
      <MoneyText money={{ amount: each.value, currency: cost.currency }} />
      <small>{use.costPerText(formats.money(cost), amount, days)}</small>
    </>
  );
}
