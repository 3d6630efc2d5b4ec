import { TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { useMemo, useState } from 'react';
import type { Converted } from '#api/conversions.ts';
import type { RecordRow } from '#contract/records.ts';
import type { HistoryChoice } from '#domain/conversion.ts';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { ConversionForm } from './ConversionForm.tsx';
import { HistoryChoices } from './HistoryChoices.tsx';
import { MovingCodes } from './MovingCodes.tsx';
import { PlanPreview } from './PlanPreview.tsx';
import { placeFaults, useConversion } from './useConversion.ts';
import { wholeNumber } from './wholeNumber.ts';

interface SplitFormProps {
  record: RecordRow;
  currency: string;
  onTyped(): void;
  onDone(done: Converted, says: string): void;
  onLeave(): void;
}

/** A batch becomes two: how many go, and which codes go with them. */
export function SplitForm({ record, currency, onTyped, onDone, onLeave }: SplitFormProps) {
  const language = useLanguage();
  const { words, formats } = language;
  const texts = words.conversions;
  const [typed, setTyped] = useState('');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [history, setHistory] = useState<HistoryChoice>('share');
  const { id, version, name } = record;
  const quantity = wholeNumber(typed, formats);
  // The preview is asked by identity.
  const conversion = useMemo(
    () =>
      quantity === null
        ? null
        : { type: 'split' as const, record: { id, version }, quantity, codes: [...codes], history },
    [id, version, quantity, codes, history],
  );
  const state = useConversion(conversion, (done) =>
    onDone(done, texts.done.split(formats.number(quantity ?? 0), name)),
  );
  const faults = placeFaults(state.problem);
  const notANumber = { code: 'quantity.invalid', facts: {} };
  const fault = quantity === null && typed.trim() !== '' ? notANumber : faults.quantity;
  return (
    <ConversionForm
      title={texts.titles.split(name)}
      state={state}
      confirm={texts.confirm.split}
      notYetBecause={quantity === null ? texts.previewEmpty : null}
      onTyped={onTyped}
      onLeave={onLeave}
    >
      <TextInput
        label={texts.partQuantity}
        description={texts.partHint(formats.number(record.quantity - 1))}
        data-autofocus
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        error={fault && explain(fault, language)}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <MovingCodes own={record.codes.map(({ code }) => code)} moving={codes} onChange={setCodes} />
      <HistoryChoices of="split" value={history} onChange={setHistory} />
      <PlanPreview plan={state.plan} isBehind={state.isBehind} currency={currency} keptId={id} />
    </ConversionForm>
  );
}
