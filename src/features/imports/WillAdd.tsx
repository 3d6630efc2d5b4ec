import type { ImportReport } from '#contract/imports.ts';
import { MoneyText } from '#ui/MoneyText.tsx';
import { usePageLanguage } from '#ui/pageWords.ts';

interface WillAddProps {
  report: ImportReport;
}

const COUNTS = ['records', 'serialized', 'bulk', 'closed', 'units', 'codes', 'entries'] as const;

/** What the import brings: the figures to compare with what one knows of the business. */
export function WillAdd({ report }: WillAddProps) {
  const { words, formats } = usePageLanguage();
  const { willAdd, currency } = report;
  const { cost, income } = willAdd;
  const result = { amount: income.amount - cost.amount, currency };
  const title = report.state === 'committed' ? words.imports.wasAdded : words.imports.willAdd;
  return (
    <section className="imports-card" aria-label={title}>
      <h2>{title}</h2>
      <dl className="imports-figures">
        {COUNTS.filter((count) => count !== 'closed' || willAdd.closed > 0).map((count) => (
          <div key={count}>
            <dt>{words.imports[count]}</dt>
            <dd className="ui-number">{formats.number(willAdd[count])}</dd>
          </div>
        ))}
      </dl>
      <dl className="imports-figures imports-money">
        <div>
          <dt>{words.imports.cost}</dt>
          <dd>
            <MoneyText money={cost} />
          </dd>
        </div>
        <div>
          <dt>{words.imports.income}</dt>
          <dd>
            <MoneyText money={income} />
          </dd>
        </div>
        <div>
          <dt>{words.imports.profit}</dt>
          <dd>
            <MoneyText money={result} isResult />
          </dd>
        </div>
      </dl>
    </section>
  );
}
