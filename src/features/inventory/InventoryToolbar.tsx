import type { RecordTotals } from '#contract/records.ts';
import { TRACKINGS, type Tracking } from '#domain/tracking.ts';
import { Button, IconButton } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Segments } from '#ui/Segments.tsx';
import { useFormats, useWords } from '#ui/useLanguage.ts';
import { type InventorySearch, isSoldAtALoss, soldAtALoss } from './inventorySearch.ts';

interface InventoryToolbarProps {
  search: InventorySearch;
  totals: RecordTotals | undefined;
  isWaiting: boolean;
  canSeeMoney: boolean;
  /** Why this person cannot add items, or null. */
  addForbidden: string | null;
  onSearch(change: InventorySearch): void;
  onAdd(): void;
  onRefresh(): void;
}

const LABEL_FILTERS = ['category', 'location', 'sku'] as const;

/** Over the table: what narrows it, how much is left, and adding an item. */
export function InventoryToolbar({
  search,
  totals,
  isWaiting,
  canSeeMoney,
  addForbidden,
  onSearch,
  onAdd,
  onRefresh,
}: InventoryToolbarProps) {
  const words = useWords();
  const formats = useFormats();
  const [tracking] = search.tracking ?? [];
  const options = (['all', ...TRACKINGS] as const).map((value) => ({
    value,
    label: value === 'all' ? words.inventory.all : words.tracking[value],
  }));
  const filters = LABEL_FILTERS.flatMap((field) => (search[field] ?? []).map((value) => ({ field, value })));
  return (
    <div className="inventory-toolbar">
      <h1 className="ui-hidden">{words.inventory.title}</h1>
      <Segments
        label={words.inventory.filter}
        options={options}
        value={tracking ?? 'all'}
        onChange={(value) => onSearch({ tracking: trackingFilter(value) })}
      />
      <LossFilter isOn={isSoldAtALoss(search)} canSeeMoney={canSeeMoney} onSearch={onSearch} />
      {filters.map(({ field, value }) => (
        <button
          key={`${field} ${value}`}
          type="button"
          className="inventory-filter"
          title={words.inventory.removeFilter(words.inventory.filteredBy[field])}
          onClick={() => onSearch({ [field]: search[field]?.filter((kept) => kept !== value) })}
        >
          {words.inventory.filteredBy[field]}: {value || words.common.none} <Icon name="close" size={12} />
        </button>
      ))}
      <p className="inventory-count" role="status" aria-busy={isWaiting}>
        {totals && words.inventory.items(formats.number(totals.records), totals.records)}
      </p>
      <IconButton icon="refresh" label={words.inventory.refresh} onClick={onRefresh} />
      <Button look="primary" icon="add" onClick={onAdd} disabledBecause={addForbidden}>
        {words.inventory.add}
      </Button>
    </div>
  );
}

interface LossFilterProps extends Pick<InventoryToolbarProps, 'canSeeMoney' | 'onSearch'> {
  isOn: boolean;
}

/** Whoever may not see money is not offered it, but can take it out of a link they were sent. */
function LossFilter({ isOn, canSeeMoney, onSearch }: LossFilterProps) {
  const { inventory } = useWords();
  if (!canSeeMoney && !isOn) return null;
  return (
    <button
      type="button"
      className="inventory-filter"
      aria-pressed={isOn}
      title={inventory.soldAtALossHint}
      onClick={() => onSearch(soldAtALoss(!isOn))}
    >
      {inventory.soldAtALoss} {isOn && <Icon name="close" size={12} />}
    </button>
  );
}

function trackingFilter(value: Tracking | 'all'): Tracking[] | undefined {
  return value === 'all' ? undefined : [value];
}
