import { TextInput } from '@mantine/core';
import { Icon } from '#ui/Icon.tsx';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import type { PlacedFaults } from './useConversion.ts';
import type { useCodeScan } from './useCodeScan.ts';

interface CodeScanProps {
  scan: ReturnType<typeof useCodeScan>;
  /** How many units can have one. */
  units: number;
  faults: PlacedFaults['codes'];
}

/** As many chips as can be looked over; of thousands the newest and those at fault are shown. */
const SHOWN = 60;

/** The codes scanned so far. Each Enter adds one; an empty Enter confirms the form around it. */
export function CodeScan({ scan, units, faults }: CodeScanProps) {
  const language = useLanguage();
  const { words, formats } = language;
  const texts = words.conversions;
  const first = [...faults.values()][0];
  const error = scan.fault ?? (first ? explain(first, language) : undefined);
  const from = Math.max(0, scan.codes.length - SHOWN);
  const shown = scan.codes.map((code, index) => ({ code, index }));
  return (
    <div className="conversion-codes">
      <TextInput
        label={texts.codes}
        description={texts.codesHint}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="enter"
        value={scan.text}
        error={error}
        onChange={(event) => scan.type(event.currentTarget.value)}
        onKeyDown={scan.onKeyDown}
        onPaste={(event) => {
          if (scan.paste(scan.text + event.clipboardData.getData('text'))) event.preventDefault();
        }}
      />
      <p role="status" className="ui-hint">
        {scan.codes.length > 0 &&
          texts.codesScanned(formats.number(scan.codes.length), formats.number(units))}
      </p>
      <div className="conversion-chips">
        {shown
          .filter(({ index }) => index >= from || faults.has(index))
          .map(({ code, index }) => (
            <button
              key={code.key}
              type="button"
              className={faults.has(index) ? 'ui-chip conversion-chip-bad' : 'ui-chip'}
              aria-label={texts.removeCode(code.text)}
              onClick={() => scan.removeAt(index)}
            >
              {code.text} <Icon name={faults.has(index) ? 'alert' : 'close'} size={11} />
            </button>
          ))}
        {from > 0 && <span className="ui-hint">{texts.moreCodes(formats.number(from))}</span>}
      </div>
    </div>
  );
}
