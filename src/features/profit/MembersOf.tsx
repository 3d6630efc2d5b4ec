import { problemOf } from '#api/problemError.ts';
import { type ReportAsked, useReportTop } from '#api/profitability.ts';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { usePageLanguage } from '#ui/pageWords.ts';
import { type LineActions, ReportLine } from './ReportLine.tsx';

interface MembersOfProps extends LineActions {
  asked: ReportAsked;
  largest: number;
  /** Shows them as a report of their own. */
  onAll(asked: ReportAsked): void;
}

/** Side by side is what can be looked over; more is a report of its own. */
const SHOWN = 50;
const COLUMNS = 10;

/** The records of an open group, side by side: which of the two cars earns. */
export function MembersOf({ asked, largest, onAll, ...actions }: MembersOfProps) {
  const language = usePageLanguage();
  const { words, formats } = language;
  const { data, error, refetch } = useReportTop(asked, { limit: SHOWN });
  if (!data)
    return (
      <tr className="profit-member">
        <td colSpan={COLUMNS}>
          {error ? (
            <>
              {explain(problemOf(error), language)}{' '}
              <Button onClick={() => void refetch()}>{words.common.retry}</Button>
            </>
          ) : (
            words.profit.loading
          )}
        </td>
      </tr>
    );
  return (
    <>
      {data.rows.map((row) => (
        <ReportLine
          key={row.key}
          row={row}
          by="record"
          largest={largest}
          toggle={null}
          isMember
          {...actions}
        />
      ))}
      {data.total > data.rows.length && (
        <tr className="profit-member">
          <td colSpan={COLUMNS}>
            <Button look="quiet" onClick={() => onAll(asked)}>
              {words.profit.allMembers(formats.number(data.total))}
            </Button>
          </td>
        </tr>
      )}
    </>
  );
}
