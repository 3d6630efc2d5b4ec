import type { Report, ReportAsked } from '#api/profitability.ts';
import { usePageLanguage } from '#ui/pageWords.ts';
import { MembersOf } from './MembersOf.tsx';
import { type ProfitSearch, groupingOf, membersAsked, reportAskedBy } from './profitSearch.ts';
import { ReportLine, type LineActions } from './ReportLine.tsx';

interface ReportTableProps extends LineActions {
  report: Report;
  rows: Report['rows'];
  search: ProfitSearch;
  onSort(field: string): void;
  onToggle(key: string): void;
  /** Shows the members of a group as a report of their own. */
  onAll(asked: ReportAsked): void;
}

/** The figures of the table, left to right, each sorted by its name in the API. */
const SORTED = ['income', 'cost', 'profit', 'margin', 'roi', 'profitPerUnitDay', 'utilisation'] as const;

/** Only where some SKU has a life. */
const BOOK_VALUE = ['bookValue', 'profitWithBookValue'] as const;

/** The report line by line: every column can be ordered by, every amount opens what it is made of. */
export function ReportTable({ report, rows, search, onSort, onToggle, onAll, ...actions }: ReportTableProps) {
  const { words, formats } = usePageLanguage();
  const { profit } = words;
  const by = groupingOf(search);
  const { sort = '' } = reportAskedBy(search);
  const largest = rows.reduce(
    (most, { figures }) => Math.max(most, Math.abs(figures.profit?.amount ?? 0)),
    0,
  );
  return (
    <div className="profit-scroll">
      <table className="profit-table">
        <caption className="ui-hidden">
          {profit.table}: {profit.groupings[by]}
        </caption>
        <thead>
          <tr>
            <SortHeading field="label" sort={sort} onSort={onSort}>
              {profit.groupings[by]}
            </SortHeading>
            {[...SORTED, ...(actions.hasBookValue ? BOOK_VALUE : [])].map((field) => (
              <SortHeading key={field} field={field} sort={sort} onSort={onSort} isNumber>
                {profit.figures[field]}
              </SortHeading>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const members = membersAsked(search, row.key);
            const isOpen = members !== null && (search.open?.includes(row.key) ?? false);
            return [
              <ReportLine
                key={row.key}
                row={row}
                by={by}
                largest={largest}
                toggle={members && { isOpen, onToggle: () => onToggle(row.key) }}
                {...actions}
              />,
              isOpen && (
                <MembersOf
                  key={`${row.key} members`}
                  asked={members}
                  largest={largest}
                  onAll={onAll}
                  {...actions}
                />
              ),
            ];
          })}
        </tbody>
        <tfoot>
          <ReportLine
            row={totalLine(
              report,
              `${profit.total}, ${profit.lines(formats.number(report.total), report.total)}`,
            )}
            by={by}
            largest={0}
            toggle={null}
            isTotal
            {...actions}
          />
        </tfoot>
      </table>
    </div>
  );
}

interface SortHeadingProps {
  field: string;
  sort: string;
  isNumber?: boolean;
  onSort(field: string): void;
  children: string;
}

function SortHeading({ field, sort, isNumber = false, onSort, children }: SortHeadingProps) {
  const isSorted = sort === field || sort === `-${field}`;
  const isDown = sort.startsWith('-');
  return (
    <th
      scope="col"
      className={isNumber ? 'profit-number' : undefined}
      aria-sort={isSorted ? (isDown ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" onClick={() => onSort(field)}>
        {children}
        {isSorted && <span aria-hidden="true">{isDown ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
}

function totalLine({ totals, comparisonTotals }: Report, label: string): Report['rows'][number] {
  return {
    key: '',
    label,
    record: null,
    figures: totals,
    averagePerUnit: null,
    comparison: comparisonTotals,
  };
}
