import { NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { type KeyboardEvent } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { ProblemError } from '#api/problemError.ts';
import type { NewReading } from '#api/readings.ts';
import type { ReadingRow } from '#contract/readings.ts';
import { METERS } from '#domain/reading.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import {
  type ReadingFault,
  type ReadingFields,
  faultOfProblem,
  readReading,
  readingFaultText,
} from './readingDraft.ts';

interface ReadingFormProps {
  today: string;
  newest: readonly ReadingRow[];
  /** Answers null when it is kept, or why it was refused. */
  post(reading: NewReading): Promise<ProblemError | null>;
  onTyped(isTyped: boolean): void;
  onLeave(): void;
}

/** Keeps a value read off a meter. Enter saves, Esc leaves; what was typed stays until the server has it. */
export function ReadingForm({ today, newest, post, onTyped, onLeave }: ReadingFormProps) {
  const language = useLanguage();
  const { words } = language;
  const { use } = words;
  const form = useForm<ReadingFields>({
    defaultValues: {
      meter: newest[0]?.meter ?? 'km',
      value: '',
      occurredOn: today,
      note: '',
      isReset: false,
    },
  });
  const { register, setError, setFocus, formState } = form;
  const { errors, isSubmitting } = formState;
  const fields = useWatch({ control: form.control });

  function show(fault: ReadingFault) {
    setError(fault.field, { message: readingFaultText(fault, language) });
    if (fault.field !== 'root') setFocus(fault.field);
  }

  async function save(typed: ReadingFields) {
    const reading = readReading(typed);
    if (!reading.ok) return show(reading.refusal);
    const problem = await post(reading.value);
    if (problem) return show(faultOfProblem(problem));
    onTyped(false);
    onLeave();
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onLeave();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields inside, caught once
    <form
      className="ledger-form"
      ref={takeFocus}
      noValidate
      aria-label={use.add}
      onChange={() => onTyped(true)}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSubmitting) void form.handleSubmit(save)();
      }}
    >
      <div className="ledger-form-fields">
        <NativeSelect
          label={use.meter}
          data={METERS.map((value) => ({ value, label: use.meters[value] }))}
          {...register('meter')}
        />
        <TextInput
          label={use.value}
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
          error={errors.value?.message}
          {...register('value')}
        />
        <TextInput
          type="date"
          label={use.day}
          error={errors.occurredOn?.message}
          {...register('occurredOn')}
        />
        <TextInput
          className="ledger-form-note"
          label={use.note}
          autoComplete="off"
          error={errors.note?.message}
          {...register('note')}
        />
      </div>
      <label className="use-reset" title={use.isResetHint}>
        <input type="checkbox" {...register('isReset')} /> {use.isReset}
      </label>
      <Outcome fields={fields} newest={newest} />
      {errors.root?.message !== undefined && <Banner tone="bad">{errors.root.message}</Banner>}
      <div className="ui-actions">
        <Button type="submit" look="primary" isBusy={isSubmitting}>
          {isSubmitting ? words.common.saving : use.save}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          {words.common.cancel}
        </Button>
      </div>
      <p className="ui-hint">{use.keys}</p>
    </form>
  );
}

/** What it adds to the newest reading of its meter, before it is saved. */
function Outcome({ fields, newest }: { fields: Partial<ReadingFields>; newest: readonly ReadingRow[] }) {
  const { words, formats } = useLanguage();
  const { use } = words;
  const { meter = 'km', value = '', occurredOn = '', isReset = false } = fields;
  const reading = readReading({ meter, value, occurredOn, isReset, note: '' });
  const last = newest.find((one) => one.meter === meter);
  const outcome = () => {
    if (!reading.ok || !last || isReset || last.occurredOn > occurredOn) return '';
    const more = reading.value.value - last.value;
    if (more < 0) return '';
    return use.after(use.amounts[meter](formats.number(more), more), formats.day(last.occurredOn));
  };
  return (
    <p className="ledger-form-outcome" aria-live="polite">
      {outcome()}
    </p>
  );
}

function takeFocus(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
}
