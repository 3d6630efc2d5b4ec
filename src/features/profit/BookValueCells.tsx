import type { ReportFiguresRow } from '#contract/profitability.ts';
import { MoneyText } from '#ui/MoneyText.tsx';
import { usePageLanguage } from '#ui/pageWords.ts';

/** What is still owned, and cash profit with it: columns of their own, so that the two profits are never mixed up. */
export function BookValueCells({ figures }: { figures: ReportFiguresRow }) {
  const { words, formats } = usePageLanguage();
  const { bookValue, profitWithBookValue, bookValueUnknown, records } = figures;
  const some =
    bookValue !== null && bookValueUnknown > 0
      ? words.life.someOff(formats.number(bookValueUnknown), formats.number(records))
      : null;
  return (
    <>
      <td className="profit-number">
        {bookValue ? (
          <MoneyText money={bookValue} isBare />
        ) : (
          <span className="ui-muted" title={words.life.state.off}>
            {words.life.stateOff}
          </span>
        )}
        {some !== null && <small>{some}</small>}
      </td>
      <td className="profit-number">
        {profitWithBookValue ? (
          <MoneyText money={profitWithBookValue} isBare isResult />
        ) : (
          <span className="ui-muted" title={words.life.state.off}>
            {words.life.stateOff}
          </span>
        )}
      </td>
    </>
  );
}
