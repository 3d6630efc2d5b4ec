import { TRACKINGS } from '#domain/tracking.ts';
import { Segments } from '#ui/Segments.tsx';
import { CheckList } from './CheckList.tsx';
import { columnName } from './filterChips.ts';
import { FILTER_KINDS, type FilterField } from './filterKinds.ts';
import { LabelFilter } from './LabelFilter.tsx';
import { RangeFilter } from './RangeFilter.tsx';
import { useTableTools } from './tableTools.ts';
import { TextFilter } from './TextFilter.tsx';

interface FilterControlProps {
  field: FilterField;
  /** Told when a filter was given that ends the choice: Enter or Apply. */
  onApplied(): void;
}

/** How one column narrows the list. Ticks act at once; what is typed acts with Enter. */
export function FilterControl({ field, onApplied }: FilterControlProps) {
  const tools = useTableTools();
  const { search, onSearch, words } = tools;
  const label = columnName(field, tools);
  if (field === 'sku' || field === 'category' || field === 'location')
    return <LabelFilter field={field} label={label} />;
  switch (FILTER_KINDS[field]) {
    case 'text':
      return <TextFilter label={label} value={search.name} onApplied={onApplied} />;
    case 'tracking':
      return (
        <CheckList
          label={words.table.filter.of(label)}
          options={TRACKINGS.map((value) => ({ value, label: words.tracking[value] }))}
          chosen={search.tracking ?? []}
          onChange={(chosen) =>
            onSearch({
              tracking: chosen.length > 0 ? TRACKINGS.filter((one) => chosen.includes(one)) : undefined,
            })
          }
        />
      );
    case 'codes':
      return <CodesFilter label={label} />;
    case 'day':
    case 'money':
    case 'number':
    case 'percent':
      return <RangeFilter field={field} label={label} onApplied={onApplied} />;
  }
}

function CodesFilter({ label }: { label: string }) {
  const { search, onSearch, words } = useTableTools();
  const options = [
    { value: 'all', label: words.inventory.all },
    { value: 'none', label: words.table.filter.noCode },
    { value: 'some', label: words.table.filter.someCode },
  ] as const;
  return (
    <Segments
      label={words.table.filter.of(label)}
      options={options}
      value={search.codes ?? 'all'}
      onChange={(value) => onSearch({ codes: value === 'all' ? undefined : value })}
    />
  );
}
