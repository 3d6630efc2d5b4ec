import { usePageWords } from '#ui/pageWords.ts';
import type { BucketSpan, TimeBucket } from './timeBuckets.ts';

interface ChartTableProps {
  buckets: readonly TimeBucket[];
  span: BucketSpan;
  nameOf(key: string): string;
  write(amount: number | null): string;
}

/** What the chart shows, in figures. */
export function ChartTable({ buckets, span, nameOf, write }: ChartTableProps) {
  const { profit } = usePageWords();
  return (
    <details className="profit-chart-table">
      <summary>{profit.asTable}</summary>
      <div className="profit-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{profit.spans[span]}</th>
              {(['income', 'cost', 'profit'] as const).map((figure) => (
                <th key={figure} scope="col" className="profit-number">
                  {profit.figures[figure]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {buckets.map(({ key, income, cost, profit: result }) => (
              <tr key={key}>
                <th scope="row">{nameOf(key)}</th>
                {[income, cost, result].map((amount, index) => (
                  <td key={index} className="profit-number">
                    {write(amount)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
