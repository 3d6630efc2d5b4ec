import { usePageLanguage } from '#ui/pageWords.ts';
import './advice.css';

/** As many as print.css leaves on one page. */
const PRINTED_LINES = 14;

/** On paper alone: the day it is of, and that there are more lines than fit. */
export function PrintNote({ lines, asOf }: { lines: number; asOf: string }) {
  const { words, formats } = usePageLanguage();
  const { advice, profit } = words;
  return (
    <p className="profit-print-note ui-hint">
      {lines > PRINTED_LINES && `${advice.printedFirst(formats.number(PRINTED_LINES))} `}
      {profit.printed(formats.day(asOf))}
    </p>
  );
}
