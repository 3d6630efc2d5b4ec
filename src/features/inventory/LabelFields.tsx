import { TextInput } from '@mantine/core';
import { useId } from 'react';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { useLanguage } from '#ui/useLanguage.ts';
import type { ItemFields } from './itemDraft.ts';

export interface LabelSuggestions {
  sku: readonly string[];
  category: readonly string[];
  location: readonly string[];
}

interface LabelFieldsProps {
  suggestions: LabelSuggestions;
  errors: FieldErrors<ItemFields>;
  register: UseFormRegister<ItemFields>;
}

const LABELS = ['sku', 'category', 'location'] as const;

/** SKU, category and location, each with what is in use already offered by the browser. */
export function LabelFields({ suggestions, errors, register }: LabelFieldsProps) {
  const { add } = useLanguage().words;
  const list = useId();
  return LABELS.map((field) => (
    <div key={field}>
      <TextInput
        label={add[field]}
        list={`${list}${field}`}
        autoComplete="off"
        error={errors[field]?.message}
        {...register(field)}
      />
      <datalist id={`${list}${field}`}>
        {suggestions[field].map((option) => (
          <option key={option}>{option}</option>
        ))}
      </datalist>
    </div>
  ));
}
