import { useFormats } from './useLanguage.ts';
import { useNow } from './useNow.ts';

interface TimeTextProps {
  instant: string;
}

/** How long ago, with the exact moment one hover away. */
export function TimeText({ instant }: TimeTextProps) {
  const formats = useFormats();
  return (
    <time dateTime={instant} title={formats.instant(instant)} className="ui-time">
      {formats.ago(instant, useNow())}
    </time>
  );
}
