import { TextInput } from '@mantine/core';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useWords } from '#ui/useLanguage.ts';
import type { EntryFields } from './entryDraft.ts';
import './use.css';

/** For which days a rental earned, and for how many units: what time utilisation is made of. Nobody has to say it. */
export function ServiceFields({ form }: { form: UseFormReturn<EntryFields> }) {
  const { use } = useWords();
  const kind = useWatch({ control: form.control, name: 'kind' });
  const { register, formState } = form;
  const { errors } = formState;
  if (kind !== 'rental') return null;
  return (
    <div className="use-service">
      <TextInput
        type="date"
        label={use.serviceFrom}
        error={errors.serviceFrom?.message}
        {...register('serviceFrom')}
      />
      <TextInput
        type="date"
        label={use.serviceTo}
        error={errors.serviceTo?.message}
        {...register('serviceTo')}
      />
      <TextInput
        label={use.serviceUnits}
        inputMode="numeric"
        autoComplete="off"
        error={errors.serviceUnits?.message}
        {...register('serviceUnits')}
      />
      <p className="ui-hint">{use.serviceHint}</p>
    </div>
  );
}
