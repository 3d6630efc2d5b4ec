import { useLanguage } from '#ui/useLanguage.ts';
import './advice.css';

/** As many as print.css leaves on one page. */
const PRINTED_LINES = 14;

/** On paper alone: when it was printed, and that there are more lines than fit. */
export function PrintNote({ lines }: { lines: number }) {
  const { words, formats } = useLanguage();
  const { advice, profit } = words;
  return (
    <p className="profit-print-note ui-hint">
      {lines > PRINTED_LINES && `${advice.printedFirst(formats.number(PRINTED_LINES))} `}
      {profit.printed(formats.instant(new Date().toISOString()))}
    </p>
  );
}
