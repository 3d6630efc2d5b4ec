import { useFigures } from '#api/ledger.ts';
import { problemOf } from '#api/problemError.ts';
import type { Session } from '#api/session.ts';
import type { RecordFigures as Figures } from '#contract/ledger.ts';
import type { RecordRow } from '#contract/records.ts';
import { explain } from '#ui/explain.ts';
import { FailedState } from '#ui/States.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { FigureList } from './FigureList.tsx';
import { KindTotals } from './KindTotals.tsx';
import { ProfitCurve } from './ProfitCurve.tsx';
import { WhyUnknown } from './WhyUnknown.tsx';

interface RecordFiguresProps {
  record: RecordRow;
  session: Session;
}

/** What the record earned and cost over its life, and how exactly each figure is known. */
export function RecordFigures({ record, session }: RecordFiguresProps) {
  const language = useLanguage();
  const { words } = language;
  const canSee = session.may.includes('money.see');
  const { data, error, refetch } = useFigures(record.id, canSee);
  if (!canSee) return <p className="ui-hint record-hidden">{words.record.moneyHidden}</p>;
  if (error && !data) {
    return (
      <FailedState title={words.record.figures} onRetry={() => void refetch()}>
        {explain(problemOf(error), language)}
      </FailedState>
    );
  }
  if (!data) return <div className="record-figures record-figures-loading" aria-busy="true" />;
  return (
    <section className="record-figures" aria-label={words.record.figures}>
      <HeadFigures figures={data} />
      {!data.profit.known && <p className="ui-hint">{words.figures.why[data.profit.why]}.</p>}
      {data.curve.length > 1 && <ProfitCurve curve={data.curve} payback={data.paybackDay} />}
      <FigureList figures={data} record={record} />
      {data.byKind.length > 0 && <KindTotals lines={data.byKind} />}
    </section>
  );
}

function HeadFigures({ figures }: { figures: Figures }) {
  const { words } = useLanguage();
  const { profit, income, cost } = figures;
  return (
    <dl className="record-main">
      <div className="record-main-profit">
        <dt>{words.record.profit}</dt>
        <dd>
          {profit.known ? <MoneyText money={profit.value} isResult /> : <WhyUnknown why={profit.why} />}
        </dd>
      </div>
      <div>
        <dt>{words.record.income}</dt>
        <dd>
          <MoneyText money={income} />
        </dd>
      </div>
      <div>
        <dt>{words.record.cost}</dt>
        <dd>
          <MoneyText money={cost} />
        </dd>
      </div>
    </dl>
  );
}
