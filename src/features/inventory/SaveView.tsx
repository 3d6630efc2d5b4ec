import { Checkbox, TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/Checkbox.css';
import { useState } from 'react';
import { useSaveView } from '#api/views.ts';
import { LABEL_RULE, type TextRefusal, checkText } from '#domain/text.ts';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { viewSearchOf } from './inventorySearch.ts';
import { useTableTools } from './tableTools.ts';

interface SaveViewProps {
  onDone(): void;
}

/** Keeps the table as it is now under a name. */
export function SaveView({ onDone }: SaveViewProps) {
  const { words, search, onSearch, writeView } = useTableTools();
  const language = useLanguage();
  const { view } = words.table;
  const save = useSaveView();
  const [draft, setDraft] = useState({ name: '', isShared: false, isDefault: false });
  const [refusal, setRefusal] = useState<TextRefusal | null>(null);
  const objection = refusal ? { code: refusal.code, facts: { ...refusal } } : save.error;
  return (
    <form
      className="view-save"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const name = checkText(draft.name, { ...LABEL_RULE, isRequired: true });
        setRefusal(name.ok ? null : name.refusal);
        if (!name.ok) return;
        save.mutate(
          { ...draft, search: writeView(viewSearchOf(search)) },
          {
            onSuccess: (answer) => {
              onSearch({ view: answer.view.id });
              onDone();
            },
          },
        );
      }}
    >
      <TextInput
        label={view.name}
        value={draft.name}
        maxLength={200}
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form has just been opened to be typed into
        autoFocus
        error={objection && explain(objection, language)}
        onChange={({ currentTarget: { value: name } }) => setDraft((before) => ({ ...before, name }))}
      />
      {(['isShared', 'isDefault'] as const).map((field) => (
        <Checkbox
          key={field}
          label={field === 'isShared' ? view.share : view.open}
          checked={draft[field]}
          onChange={({ currentTarget: { checked } }) =>
            setDraft((before) => ({ ...before, [field]: checked }))
          }
        />
      ))}
      <div className="ui-actions">
        <Button type="submit" look="primary" isBusy={save.isPending}>
          {view.save}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {words.common.cancel}
        </Button>
      </div>
    </form>
  );
}
