import { NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { knownDay } from '#domain/day.ts';
import { COMPARISONS } from '#domain/period.ts';
import { TRACKINGS } from '#domain/tracking.ts';
import { Icon } from '#ui/Icon.tsx';
import { localToday } from '#ui/today.ts';
import { usePageLanguage } from '#ui/pageWords.ts';
import { PRESETS, periodOf, presetOf } from './periods.ts';
import { type ProfitSearch, groupingOf } from './profitSearch.ts';

interface ProfitControlsProps {
  search: ProfitSearch;
  onSearch(change: ProfitSearch): void;
}

const GROUPINGS = ['sku', 'record', 'batch', 'category', 'location', 'month'] as const;
const TYPING_MS = 250;
const OWN = 'own';
const ALL = '';

/** Which lines the report has, how they are grouped, over which days, and what they are compared with. */
export function ProfitControls({ search, onSearch }: ProfitControlsProps) {
  const { words } = usePageLanguage();
  const { profit } = words;
  const today = knownDay(localToday());
  const chosen = presetOf(search, today);
  const [tracking] = search.tracking ?? [];
  const hasPeriod = search.from !== undefined && search.to !== undefined;
  return (
    <div className="profit-controls" role="group" aria-label={words.app.profitability}>
      <NativeSelect
        label={profit.by}
        value={groupingOf(search)}
        onChange={({ currentTarget: { value } }) =>
          onSearch({ by: GROUPINGS.find((by) => by === value), sort: undefined, open: undefined })
        }
        data={GROUPINGS.map((value) => ({ value, label: profit.groupings[value] }))}
      />
      <NativeSelect
        label={profit.period}
        value={chosen ?? OWN}
        onChange={({ currentTarget: { value } }) => {
          const preset = PRESETS.find((one) => one === value);
          // A range of one's own begins with the year, or with what is shown.
          if (preset) onSearch(periodOf(preset, today));
          else if (!hasPeriod) onSearch(periodOf('this-year', today));
        }}
        data={[...PRESETS, OWN].map((value) => ({
          value,
          label: profit.presets[value as keyof typeof profit.presets], // the presets and one's own are its keys
        }))}
      />
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={profit[end]}
          value={search[end] ?? ''}
          onChange={({ currentTarget: { value } }) => onSearch({ [end]: value === '' ? undefined : value })}
        />
      ))}
      <NativeSelect
        label={profit.compare}
        value={hasPeriod ? (search.compare ?? 'none') : 'none'}
        disabled={!hasPeriod}
        title={hasPeriod ? undefined : profit.compareNeedsPeriod}
        onChange={({ currentTarget: { value } }) =>
          onSearch({ compare: COMPARISONS.find((comparison) => comparison === value) })
        }
        data={(['none', ...COMPARISONS] as const).map((value) => ({
          value,
          label: profit.comparisons[value],
        }))}
      />
      <NativeSelect
        label={profit.tracking}
        value={tracking ?? ALL}
        onChange={({ currentTarget: { value } }) => {
          const one = TRACKINGS.find((known) => known === value);
          onSearch({ tracking: one && [one] });
        }}
        data={[
          { value: ALL, label: words.inventory.all },
          ...TRACKINGS.map((value) => ({ value, label: words.tracking[value] })),
        ]}
      />
      <SearchField value={search.q ?? ''} onSearch={(q) => onSearch({ q: q || undefined })} />
    </div>
  );
}

function SearchField({ value, onSearch }: { value: string; onSearch(text: string): void }) {
  const { profit } = usePageLanguage().words;
  const [typed, setTyped] = useState<string | null>(null);
  // The address has caught up: from here on it is what is shown, also after Back.
  if (typed !== null && typed === value) setTyped(null);
  const searchSoon = useDebouncedCallback(onSearch, TYPING_MS);
  return (
    <TextInput
      className="profit-search"
      label={profit.search}
      value={typed ?? value}
      maxLength={500}
      autoComplete="off"
      leftSection={<Icon name="search" size={15} />}
      onChange={({ currentTarget: { value: next } }) => {
        setTyped(next);
        searchSoon(next);
      }}
    />
  );
}
