import { NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { type KeyboardEvent, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { NewEntry } from '#api/ledger.ts';
import type { ProblemError } from '#api/problemError.ts';
import type { Role } from '#domain/access.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { AmountOutcome } from './AmountOutcome.tsx';
import { type EntryFault, type EntryFields, faultsOfRefusal, readEntry } from './entryDraft.ts';
import { ServiceFields } from './ServiceFields.tsx';
import { firstOpenKind, isKindClosed, kindChoices } from './kindChoices.ts';

interface EntryFormProps {
  currency: string;
  role: Role;
  /** The day offered first. */
  today: string;
  /** Answers null when the entry is posted, or why it was refused. */
  post(entry: NewEntry): Promise<ProblemError | null>;
  /** Told when something is typed that is not posted, and when there is nothing any more. */
  onTyped(isTyped: boolean): void;
  /** The person is done, or gives up. */
  onLeave(): void;
}

/**
 * Books a cost or an income. Enter saves and leaves, Ctrl+Enter saves and starts the next of the same kind and day, Esc
 * leaves. What was typed stays until the server has it.
 */
export function EntryForm({ currency, role, today, post, onTyped, onLeave }: EntryFormProps) {
  const language = useLanguage();
  const { words, formats } = language;
  const start: EntryFields = {
    ...{ kind: firstOpenKind(role), amount: '', occurredOn: today, note: '' },
    ...{ serviceFrom: '', serviceTo: '', serviceUnits: '1' },
  };
  const form = useForm<EntryFields>({ defaultValues: start });
  const { register, setError, setFocus, formState } = form;
  const { errors, isSubmitting } = formState;
  const [saved, setSaved] = useState('');

  function showFaults(faults: readonly EntryFault[]) {
    for (const fault of faults) setError(fault.field, { message: explain(fault, language) });
    const [first] = faults;
    if (first && first.field !== 'root') setFocus(first.field);
  }

  async function save(fields: EntryFields, then: 'leave' | 'next') {
    setSaved('');
    const entry = readEntry(fields, { currency, decimalMark: formats.decimalMark });
    if (!entry.ok) return showFaults(entry.refusal);
    const problem = await post(entry.value);
    if (problem) return showFaults(faultsOfRefusal(problem));
    onTyped(false);
    if (then === 'leave') return onLeave();
    setSaved(words.entry.saved(words.kinds[fields.kind], formats.money(entry.value.amount)));
    // Who is quicker than the server has begun the next already: that is left alone.
    for (const field of ['amount', 'note', 'serviceFrom', 'serviceTo'] as const) {
      if (form.getValues(field) === fields[field]) form.setValue(field, '');
    }
    setFocus('amount');
  }

  function submit(then: 'leave' | 'next') {
    // A second Enter while the first is on its way would book twice.
    if (!isSubmitting) void form.handleSubmit((fields) => save(fields, then))();
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.nativeEvent.isComposing) return;
    const isSaveAndNext = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.key !== 'Escape' && !isSaveAndNext) return;
    event.preventDefault();
    if (isSaveAndNext) submit('next');
    else onLeave();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields inside, caught once
    <form
      className="ledger-form"
      ref={takeOver}
      noValidate
      aria-label={words.entry.title}
      onChange={() => onTyped(true)}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit('leave');
      }}
    >
      <div className="ledger-form-fields">
        <NativeSelect
          label={words.entry.kind}
          data={kindChoices(role, words)}
          description={isKindClosed(role) ? words.entry.upkeepOnly : undefined}
          error={errors.kind?.message}
          {...register('kind')}
        />
        <TextInput
          label={words.entry.amount(currency)}
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          error={errors.amount?.message}
          {...register('amount')}
        />
        <TextInput
          type="date"
          label={words.entry.day}
          error={errors.occurredOn?.message}
          {...register('occurredOn')}
        />
        <TextInput
          className="ledger-form-note"
          label={words.entry.note}
          autoComplete="off"
          error={errors.note?.message}
          {...register('note')}
        />
        <ServiceFields form={form} />
      </div>
      <AmountOutcome control={form.control} currency={currency} />
      {errors.root?.message !== undefined && <Banner tone="bad">{errors.root.message}</Banner>}
      <div className="ui-actions">
        <Button type="submit" look="primary" isBusy={isSubmitting}>
          {isSubmitting ? words.common.saving : words.entry.save}
        </Button>
        <Button isBusy={isSubmitting} onClick={() => submit('next')} aria-keyshortcuts="Control+Enter">
          {words.entry.saveAndNext}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          {words.common.cancel}
        </Button>
        <span role="status" className="ledger-form-saved">
          {saved}
        </span>
      </div>
      <p className="ui-hint">{words.entry.keys}</p>
    </form>
  );
}

/** The person asked for it: it takes the focus, and comes into sight as a whole with its buttons. */
function takeOver(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  form?.scrollIntoView({ block: 'nearest' });
}
