import { TextInput } from '@mantine/core';
import { type KeyboardEvent } from 'react';
import { useForm } from 'react-hook-form';
import { problemOf } from '#api/problemError.ts';
import { NOTE_RULE, checkText } from '#domain/text.ts';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';

interface VoidFormProps {
  /** The question, and the button that takes back. */
  label: string;
  confirm: string;
  takeBack(reason: string): Promise<unknown>;
  onDone(): void;
}

/** Asks why a line is void, and takes it back. Nothing is deleted. */
export function VoidForm({ label, confirm, takeBack, onDone }: VoidFormProps) {
  const language = useLanguage();
  const { words } = language;
  const { register, handleSubmit, setError, formState } = useForm({ defaultValues: { reason: '' } });

  async function save({ reason }: { reason: string }) {
    const checked = checkText(reason, { ...NOTE_RULE, isRequired: true });
    if (!checked.ok)
      return setError('reason', {
        message: explain({ code: checked.refusal.code, facts: { ...checked.refusal } }, language),
      });
    try {
      await takeBack(checked.value);
      onDone();
    } catch (fault) {
      setError('reason', { message: explain(problemOf(fault), language) });
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    // The window around it stays open.
    event.preventDefault();
    onDone();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the field inside
    <form
      ref={takeFocus}
      className="ledger-void"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => void handleSubmit(save)(event)}
    >
      <TextInput
        label={label}
        autoComplete="off"
        data-autofocus
        error={formState.errors.reason?.message}
        {...register('reason')}
      />
      <Button type="submit" look="danger" isBusy={formState.isSubmitting}>
        {confirm}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {words.common.cancel}
      </Button>
    </form>
  );
}

function takeFocus(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
}
