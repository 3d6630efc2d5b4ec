import { Fragment } from 'react';
import type { RecordRow } from '#contract/records.ts';
import { useFormats, useWords } from '#ui/useLanguage.ts';

interface CodeChipsProps {
  row: RecordRow;
}

/** More would not fit in the cell; the record itself shows all. */
const SHOWN = 2;

/** The first stock codes as chips, and how many more there are. */
export function CodeChips({ row }: CodeChipsProps) {
  const words = useWords();
  const formats = useFormats();
  const more = row.codeCount - Math.min(SHOWN, row.codes.length);
  return (
    <span className="inventory-chips">
      {row.codes.slice(0, SHOWN).map(({ code }) => (
        // With the space, the text of the cell is the codes as they are read out.
        <Fragment key={code}>
          <span className="ui-chip">{code}</span>{' '}
        </Fragment>
      ))}
      {more > 0 && (
        <span
          className="inventory-more"
          title={words.inventory.moreCodes(formats.number(more))}
          // Drawn by the style sheet: the cell's own text names the codes, not their number.
          data-more={`+${formats.number(more)}`}
        />
      )}
    </span>
  );
}
