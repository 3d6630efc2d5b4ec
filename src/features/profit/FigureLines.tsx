import { problemOf } from '#api/problemError.ts';
import { type LinesAsked, useFigureLines } from '#api/profitability.ts';
import { Button, IconButton } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { FailedState } from '#ui/States.tsx';
import { usePageLanguage } from '#ui/pageWords.ts';
import type { FigureName } from './profitSearch.ts';

interface FigureLinesProps {
  figure: FigureName;
  /** What the figure is of. */
  name: string;
  asked: LinesAsked;
  onVisit(recordId: string): void;
  onClose(): void;
}

/** What a figure is the sum of: every entry and carry, newest first, and what they add up to. */
export function FigureLines({ figure, name, asked, onVisit, onClose }: FigureLinesProps) {
  const { words } = usePageLanguage();
  const { behind, figures } = words.profit;
  const title = behind.title(figures[figure], name);
  return (
    <Sheet label={title} place="side" onClose={onClose}>
      <header className="profit-behind-head">
        <h2>{title}</h2>
        <IconButton icon="close" label={behind.close} onClick={onClose} data-autofocus />
      </header>
      <Lines figure={figure} asked={asked} onVisit={onVisit} />
    </Sheet>
  );
}

function Lines({ figure, asked, onVisit }: Pick<FigureLinesProps, 'figure' | 'asked' | 'onVisit'>) {
  const language = usePageLanguage();
  const { words, formats } = language;
  const { behind } = words.profit;
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useFigureLines(asked);
  const [first] = data?.pages ?? [];
  if (!data || !first) {
    if (!error) return <Loading />;
    return (
      <FailedState title={behind.failed} onRetry={() => void refetch()}>
        {explain(problemOf(error), language)}
      </FailedState>
    );
  }
  const rows = data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="profit-behind-sum">{behind.none}</p>;
  const { income, cost } = first.totals;
  const sum =
    figure === 'profit'
      ? { amount: income.amount - cost.amount, currency: income.currency }
      : first.totals[figure];
  return (
    <>
      <p className="profit-behind-sum" role="status">
        {behind.count(formats.number(first.total), first.total)}{' '}
        <strong>
          <MoneyText money={sum} isResult={figure === 'profit'} />
        </strong>
      </p>
      <div className="profit-scroll">
        <table className="profit-behind">
          <thead>
            <tr>
              <th scope="col">{behind.day}</th>
              <th scope="col">{behind.item}</th>
              <th scope="col">{behind.what}</th>
              <th scope="col" className="profit-number">
                {behind.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((line) => (
              <tr key={line.id} data-void={line.voidedBy === null ? undefined : ''}>
                <td>{formats.day(line.occurredOn)}</td>
                <td>
                  <button type="button" className="profit-open" onClick={() => onVisit(line.recordId)}>
                    {line.recordName}
                  </button>
                </td>
                <td>
                  {words.kinds[line.kind]}
                  {line.type === 'carry' && <small>{behind.carry}</small>}
                  {line.voids !== null && <small>{behind.void}</small>}
                  {line.voidedBy !== null && <small>{behind.voided}</small>}
                  {line.provenance !== 'own' && <small>{words.profit[line.provenance]}</small>}
                  {line.note !== '' && <small>{line.note}</small>}
                </td>
                <td className="profit-number">
                  <MoneyText
                    money={
                      figure === 'profit' && line.direction === 'cost'
                        ? { ...line.amount, amount: -line.amount.amount }
                        : line.amount
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {behind.more}
        </Button>
      )}
    </>
  );
}
