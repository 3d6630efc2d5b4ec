import { TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { useId, useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { filterOfRange, rangeOf } from './conditions.ts';
import { FILTER_KINDS, type FilterField } from './filterKinds.ts';
import { type RangeFault, checkRange, writeBound } from './rangeDraft.ts';
import { useTableTools } from './tableTools.ts';

interface RangeFilterProps {
  field: FilterField;
  label: string;
  onApplied(): void;
}

/** From and to, both included, in the unit of the column; either may be left open. */
export function RangeFilter({ field, label, onApplied }: RangeFilterProps) {
  const tools = useTableTools();
  const { search, onSearch, words, formats, currency } = tools;
  const { filter } = words.table;
  const kind = FILTER_KINDS[field];
  const style = { currency, decimalMark: formats.decimalMark };
  const value = search[field];
  const [draft, setDraft] = useState(() => {
    const range = rangeOf(Array.isArray(value) ? value : undefined) ?? { from: null, to: null };
    return { from: writeBound(kind, range.from, style), to: writeBound(kind, range.to, style) };
  });
  const [fault, setFault] = useState<RangeFault | null>(null);
  const message = useId();

  function apply() {
    const checked = checkRange(kind, draft, style);
    if (!checked.ok) return setFault(checked.refusal);
    onSearch({ [field]: filterOfRange(checked.value) });
    onApplied();
  }

  const isDay = kind === 'day';
  return (
    <form
      className="filter-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <fieldset className="filter-range">
        <legend className="ui-hidden">{filter.of(label)}</legend>
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type={isDay ? 'date' : 'text'}
            inputMode={isDay ? undefined : 'decimal'}
            label={filter[end]}
            value={draft[end]}
            error={fault !== null}
            aria-describedby={fault === null ? undefined : message}
            autoComplete="off"
            {...(end === 'from' ? { 'data-autofocus': true } : {})}
            onChange={({ currentTarget: { value: text } }) => {
              setDraft((before) => ({ ...before, [end]: text }));
              setFault(null);
            }}
          />
        ))}
      </fieldset>
      {fault !== null && (
        <p id={message} role="alert" className="ui-negative">
          {filter[fault]}
        </p>
      )}
      <div className="ui-actions">
        <Button type="submit" look="primary">
          {filter.apply}
        </Button>
        {(field === 'profit' || field === 'margin') && (
          <Button
            onClick={() => {
              onSearch({ [field]: ['lt:0'] });
              onApplied();
            }}
          >
            {filter.belowZero}
          </Button>
        )}
      </div>
    </form>
  );
}
