import { Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import type { KeyboardEvent } from 'react';
import type { ProblemError } from '#api/problemError.ts';
import type { NewRecord } from '#api/records.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { CodesOutcome, CostOutcome, QuantityOutcome } from './ItemOutcome.tsx';
import { LabelFields, type LabelSuggestions } from './LabelFields.tsx';
import { useItemForm } from './useItemForm.ts';

interface AddItemProps {
  currency: string;
  today: string;
  suggestions: LabelSuggestions;
  /** Why this person may not say what it cost, or null. */
  costForbidden: string | null;
  /** Answers null when the item is stored, or why it was refused. */
  add(item: NewRecord): Promise<ProblemError | null>;
  /** Told when something is typed that is not stored, and when there is nothing any more. */
  onTyped(isTyped: boolean): void;
  onLeave(): void;
}

/** A new item. Enter adds it, Esc leaves; what was typed stays until the server has it. */
export function AddItem({
  currency,
  today,
  suggestions,
  costForbidden,
  add,
  onTyped,
  onLeave,
}: AddItemProps) {
  const { words } = useLanguage();
  const { form, submit } = useItemForm({ currency, today, add });
  const { register, control, formState } = form;
  const { errors, isSubmitting } = formState;

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields inside, caught once
    <form
      className="add-item"
      noValidate
      onChange={() => onTyped(true)}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        label={words.add.name}
        withAsterisk
        data-autofocus
        autoComplete="off"
        error={errors.name?.message}
        {...register('name')}
      />
      <div className="add-item-pair">
        <TextInput
          label={words.add.quantity}
          inputMode="numeric"
          autoComplete="off"
          error={errors.quantity?.message}
          {...register('quantity')}
        />
        <TextInput
          type="date"
          label={words.add.day}
          error={errors.openedOn?.message}
          {...register('openedOn')}
        />
      </div>
      <QuantityOutcome control={control} />
      <Textarea
        label={words.add.codes}
        description={words.add.codesHint}
        rows={2}
        autoComplete="off"
        spellCheck={false}
        error={errors.codes?.message}
        {...register('codes')}
      />
      <CodesOutcome control={control} />
      <div className="add-item-pair">
        <LabelFields suggestions={suggestions} errors={errors} register={register} />
        <TextInput
          label={words.add.cost(currency)}
          description={costForbidden ?? words.add.costHint}
          disabled={costForbidden !== null}
          inputMode="decimal"
          autoComplete="off"
          error={errors.cost?.message}
          {...register('cost')}
        />
      </div>
      <CostOutcome control={control} currency={currency} />
      {errors.root?.message !== undefined && <Banner tone="bad">{errors.root.message}</Banner>}
      <div className="ui-actions ui-actions-end">
        <Button look="quiet" onClick={onLeave}>
          {words.common.cancel}
        </Button>
        <Button type="submit" look="primary" isBusy={isSubmitting}>
          {isSubmitting ? words.common.saving : words.add.submit}
        </Button>
      </div>
    </form>
  );
}
