import { TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { useTableTools } from './tableTools.ts';

interface TextFilterProps {
  label: string;
  value: readonly string[] | undefined;
  onApplied(): void;
}

/** Names that hold a text. */
export function TextFilter({ label, value, onApplied }: TextFilterProps) {
  const { onSearch, words } = useTableTools();
  const [text, setText] = useState(value?.[0] ?? '');
  return (
    <form
      className="filter-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch({ name: text.trim() === '' ? undefined : [text.trim()] });
        onApplied();
      }}
    >
      <TextInput
        label={`${label}: ${words.table.filter.contains}`}
        value={text}
        maxLength={500}
        autoComplete="off"
        data-autofocus
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" look="primary">
        {words.table.filter.apply}
      </Button>
    </form>
  );
}
