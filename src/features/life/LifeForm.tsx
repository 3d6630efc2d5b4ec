import { NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { useForm, useWatch } from 'react-hook-form';
import type { ProblemError } from '#api/problemError.ts';
import type { Example } from '#api/skus.ts';
import { type AssetLife, DEPRECIATION_METHODS, MAX_LIFE_MONTHS } from '#domain/bookValue.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { type LifeFields, fieldsOf, readLife } from './lifeDraft.ts';
import { LifeOutcome } from './LifeOutcome.tsx';

interface LifeFormProps {
  life: AssetLife | null;
  example: Example;
  currency: string;
  /** Why nothing may be changed here; null where it may. */
  why: string | null;
  /** Answers null when it is saved, or why it was refused. Null as a life switches book value off. */
  save(life: AssetLife | null): Promise<ProblemError | null>;
  onTyped(isTyped: boolean): void;
}

/** Life, residual value and method of one SKU. Enter saves; what it would mean is shown before. */
export function LifeForm({ life, example, currency, why, save, onTyped }: LifeFormProps) {
  const language = useLanguage();
  const { words, formats } = language;
  const texts = words.life;
  const form = useForm<LifeFields>({ defaultValues: fieldsOf(life, formats.decimalMark) });
  const { register, setError, setFocus, formState } = form;
  const { errors, isSubmitting } = formState;
  const typed = readLife(useWatch({ control: form.control }) as LifeFields); // every field has a default
  const messages = {
    months: texts.badMonths(formats.number(MAX_LIFE_MONTHS)),
    residual: texts.badResidual,
  };

  async function submit(next: AssetLife | null) {
    const problem = await save(next);
    if (problem) return setError('root', { message: explain(problem, language) });
    onTyped(false);
  }

  async function onSave(fields: LifeFields) {
    const read = readLife(fields);
    if (read.ok) return submit(read.value);
    for (const field of read.refusal) setError(field, { message: messages[field] });
    const [first] = read.refusal;
    if (first) setFocus(first);
  }

  return (
    <form
      className="life-form"
      noValidate
      onChange={() => onTyped(true)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSubmitting && why === null) void form.handleSubmit(onSave)();
      }}
    >
      <div className="life-fields">
        <TextInput
          label={texts.months}
          inputMode="numeric"
          autoComplete="off"
          error={errors.months?.message}
          {...register('months')}
        />
        <TextInput
          label={texts.residual}
          title={texts.residualHint}
          inputMode="decimal"
          autoComplete="off"
          error={errors.residual?.message}
          {...register('residual')}
        />
        <NativeSelect
          label={texts.method}
          data={DEPRECIATION_METHODS.map((value) => ({ value, label: texts.methods[value] }))}
          {...register('method')}
        />
      </div>
      {typed.ok && <LifeOutcome life={typed.value} example={example} currency={currency} />}
      {errors.root?.message !== undefined && <Banner tone="bad">{errors.root.message}</Banner>}
      <div className="ui-actions">
        <Button type="submit" look="primary" isBusy={isSubmitting} disabledBecause={why}>
          {isSubmitting ? words.common.saving : texts.save}
        </Button>
        {life && (
          <Button disabledBecause={why} onClick={() => void submit(null)}>
            {texts.off}
          </Button>
        )}
      </div>
    </form>
  );
}
