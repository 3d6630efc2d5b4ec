import { useState } from 'react';
import type { RecordRow } from '#contract/records.ts';
import { TrackingGlyph } from '#ui/TrackingGlyph.tsx';
import { useLanguage } from '#ui/useLanguage.ts';

interface RecordHeadProps {
  record: RecordRow;
}

/** More chips than this would push the figures off the screen. */
const SHOWN_CODES = 8;

/** What the record is: name, tracking in words, where it is, its codes. */
export function RecordHead({ record }: RecordHeadProps) {
  const { words, formats } = useLanguage();
  const { tracking, quantity } = record;
  const kind =
    tracking === 'bulk'
      ? words.record.kindOfRecord.bulk(formats.number(quantity))
      : words.record.kindOfRecord[tracking];
  const facts = [
    { label: words.record.sku, text: record.sku },
    { label: words.record.category, text: record.category },
    { label: words.record.place, text: record.location },
    { label: words.record.since, text: formats.day(record.openedOn) },
  ].filter(({ text }) => text !== '');
  return (
    <header className="record-head">
      <h2 className="record-name">{record.name}</h2>
      <p className="record-kind">
        <TrackingGlyph tracking={tracking} /> <strong>{kind}</strong>
      </p>
      <dl className="record-facts">
        {facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <RecordCodes key={record.id} record={record} />
      {record.notes !== '' && <p className="record-notes">{record.notes}</p>}
    </header>
  );
}

function RecordCodes({ record }: { record: RecordRow }) {
  const { words, formats } = useLanguage();
  const [isWhole, setIsWhole] = useState(false);
  const { codes, codeCount } = record;
  if (codeCount === 0) return <p className="ui-hint">{words.record.noCodes}</p>;
  const shown = isWhole ? codes : codes.slice(0, SHOWN_CODES);
  return (
    <div className="record-codes">
      {shown.map(({ code }) => (
        <span key={code} className="ui-chip">
          {code}
        </span>
      ))}
      {codeCount > shown.length && (
        <button type="button" className="ui-link" onClick={() => setIsWhole(true)}>
          {words.record.allCodes(formats.number(codeCount))}
        </button>
      )}
    </div>
  );
}
