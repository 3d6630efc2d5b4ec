import type { RecordRow } from '#contract/records.ts';
import { type Role, whyForbidden } from '#domain/access.ts';
import { type ConversionStart, conversionStarts } from '#domain/conversion.ts';
import { Button } from '#ui/Button.tsx';
import { useWords } from '#ui/useLanguage.ts';

interface RecordActionsProps {
  record: RecordRow;
  role: Role;
  onConvert(how: ConversionStart): void;
}

/** What a record can be turned into: a batch into units or parts, a unit into a part of a pool. */
export function RecordActions({ record, role, onConvert }: RecordActionsProps) {
  const { common, conversions } = useWords();
  const forbidden = whyForbidden(role, 'records.convert');
  const starts = conversionStarts(record);
  if (starts.length === 0) return <p className="ui-hint">{conversions.start.closed}</p>;
  return (
    <div className="ui-actions">
      {starts.map((how) => (
        <Button
          key={how}
          disabledBecause={forbidden && common.needsRole(common.roleNames[forbidden.leastRole])}
          onClick={() => onConvert(how)}
        >
          {conversions.start[how]}
        </Button>
      ))}
    </div>
  );
}
