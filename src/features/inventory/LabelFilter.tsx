import { TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { useState } from 'react';
import { useLabels } from '#api/records.ts';
import { foldText } from '#domain/text.ts';
import { Loading } from '#ui/Loading.tsx';
import { CheckList } from './CheckList.tsx';
import { useTableTools } from './tableTools.ts';

interface LabelFilterProps {
  field: 'sku' | 'category' | 'location';
  label: string;
}

const LABELS_OF = { sku: 'skus', category: 'categories', location: 'locations' } as const;
/** More are found by typing. */
const MOST_SHOWN = 60;
/** From here on typing is faster than reading. */
const MOST_WITHOUT_SEARCH = 8;

/** Any of the labels in use, those that are chosen first. */
export function LabelFilter({ field, label }: LabelFilterProps) {
  const { search, onSearch, words, formats } = useTableTools();
  const { filter } = words.table;
  const labels = useLabels(LABELS_OF[field]);
  const [typed, setTyped] = useState('');
  const chosen = search[field] ?? [];
  // What was chosen when the list was opened stays where it is, so that nothing jumps under the pointer.
  const [first] = useState(chosen);
  if (labels.isPending) return <Loading />;
  const all = [...new Set([...first, '', ...(labels.data ?? [])])];
  const found = all.filter((name) => foldText(name || filter.blank).includes(foldText(typed)));
  const hidden = found.length - MOST_SHOWN;
  return (
    <div className="filter-form">
      {all.length > MOST_WITHOUT_SEARCH && (
        <TextInput
          aria-label={filter.search(label)}
          placeholder={filter.search(label)}
          value={typed}
          autoComplete="off"
          data-autofocus
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      <CheckList
        label={filter.of(label)}
        options={found.slice(0, MOST_SHOWN).map((value) => ({ value, label: value || filter.blank }))}
        chosen={chosen}
        onChange={(next) => onSearch({ [field]: next.length > 0 ? next : undefined })}
      />
      {found.length === 0 && <p className="ui-hint">{filter.noMatch}</p>}
      {hidden > 0 && <p className="ui-hint">{filter.tooMany(formats.number(hidden))}</p>}
    </div>
  );
}
