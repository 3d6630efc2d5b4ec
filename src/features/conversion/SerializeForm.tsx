import { TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { useMemo, useState } from 'react';
import type { Converted } from '#api/conversions.ts';
import type { RecordRow } from '#contract/records.ts';
import type { HistoryChoice } from '#domain/conversion.ts';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { CodeScan } from './CodeScan.tsx';
import { ConversionForm } from './ConversionForm.tsx';
import { HistoryChoices } from './HistoryChoices.tsx';
import { PlanPreview } from './PlanPreview.tsx';
import { useCodeScan } from './useCodeScan.ts';
import { placeFaults, useConversion } from './useConversion.ts';
import { wholeNumber } from './wholeNumber.ts';

interface SerializeFormProps {
  record: RecordRow;
  currency: string;
  onTyped(): void;
  /** `says`: what was done, in the words of the page. */
  onDone(done: Converted, says: string): void;
  onLeave(): void;
}

/** Units of a batch become records of their own: choose it, scan n labels, done. */
export function SerializeForm({ record, currency, onTyped, onDone, onLeave }: SerializeFormProps) {
  const language = useLanguage();
  const { words, formats } = language;
  const texts = words.conversions;
  const scan = useCodeScan();
  const [typed, setTyped] = useState('');
  const [history, setHistory] = useState<HistoryChoice>('keep');
  const { id, version, quantity, name } = record;
  const { codes } = scan;
  const byItself = codes.length > 0 ? codes.length : quantity;
  const units = typed.trim() === '' ? byItself : wholeNumber(typed, formats);
  // The preview is asked by identity.
  const conversion = useMemo(
    () =>
      units === null
        ? null
        : {
            type: 'serialize' as const,
            record: { id, version },
            units,
            codes: codes.map(({ text }) => text),
            history,
          },
    [id, version, units, codes, history],
  );
  const state = useConversion(conversion, (done) => {
    const count = done.made.length;
    onDone(done, texts.done.serialize(formats.number(count), count, name));
  });
  const faults = placeFaults(state.problem);
  const notANumber = units === null ? { code: 'quantity.invalid', facts: {} } : null;
  const fault = notANumber ?? faults.quantity;
  return (
    <ConversionForm
      title={texts.titles.serialize(name)}
      state={state}
      confirm={texts.confirm.serialize(formats.number(units ?? 0), units ?? 0)}
      notYetBecause={notANumber && explain(notANumber, language)}
      // A code that was typed and not entered is shown first: its unit is not in the preview yet.
      beforeSubmit={() => scan.text.trim() === '' || (scan.take(scan.text), false)}
      onTyped={onTyped}
      onLeave={onLeave}
    >
      <CodeScan scan={scan} units={units ?? 0} faults={faults.codes} />
      <TextInput
        label={texts.units}
        description={texts.unitsHint(formats.number(quantity))}
        inputMode="numeric"
        autoComplete="off"
        placeholder={formats.number(byItself)}
        value={typed}
        error={fault && explain(fault, language)}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <HistoryChoices of="serialize" value={history} onChange={setHistory} />
      <PlanPreview plan={state.plan} isBehind={state.isBehind} currency={currency} keptId={id} />
    </ConversionForm>
  );
}
