import { lazy } from 'react';
import { useViewName } from '#api/views.ts';
import type { RecordTotals } from '#contract/records.ts';
import { TRACKINGS, type Tracking } from '#domain/tracking.ts';
import { Button, IconButton } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Segments } from '#ui/Segments.tsx';
import { useFormats, useWords } from '#ui/useLanguage.ts';
import { MenuButton } from '#ui/MenuButton.tsx';
import { type InventorySearch, isFiltered, isSoldAtALoss, soldAtALoss } from './inventorySearch.ts';

interface InventoryToolbarProps {
  search: InventorySearch;
  totals: RecordTotals | undefined;
  isWaiting: boolean;
  canSeeMoney: boolean;
  /** Why this person cannot add or change items, or null. */
  addForbidden: string | null;
  onSearch(change: InventorySearch): void;
  onAdd(): void;
  /** Changes all items of the list, or the ticked ones, alike. */
  onEditAll(): void;
  onRefresh(): void;
}

const FilterMenu = lazy(async () => ({ default: (await import('./FilterMenu.tsx')).FilterMenu }));
const ViewMenu = lazy(async () => ({ default: (await import('./ViewMenu.tsx')).ViewMenu }));

/** Over the table: what narrows it, how much is left, and adding an item. */
export function InventoryToolbar({
  search,
  totals,
  isWaiting,
  canSeeMoney,
  addForbidden,
  onSearch,
  onAdd,
  onEditAll,
  onRefresh,
}: InventoryToolbarProps) {
  const words = useWords();
  const formats = useFormats();
  const [tracking, ...more] = search.tracking ?? [];
  const viewName = useViewName(search.view);
  const options = (['all', ...TRACKINGS] as const).map((value) => ({
    value,
    label: value === 'all' ? words.inventory.all : words.tracking[value],
  }));
  return (
    <div className="inventory-toolbar">
      <h1 className="ui-hidden">{words.inventory.title}</h1>
      <Segments
        label={words.inventory.filter}
        options={options}
        // Two at once come from a link or the filter, and are shown among the filters.
        value={more.length > 0 ? 'all' : (tracking ?? 'all')}
        onChange={(value) => onSearch({ tracking: trackingFilter(value) })}
      />
      <LossFilter isOn={isSoldAtALoss(search)} canSeeMoney={canSeeMoney} onSearch={onSearch} />
      <MenuButton icon="filter" label={words.table.filter.title} isOn={isFiltered(search)} panel={FilterMenu}>
        {words.table.filter.button}
      </MenuButton>
      <MenuButton icon="table" label={words.table.view.title} isOn={hasOwnLook(search)} panel={ViewMenu}>
        {viewName === undefined ? words.table.view.button : words.table.view.named(viewName)}
      </MenuButton>
      <p className="inventory-count" role="status" aria-busy={isWaiting}>
        {totals && words.inventory.items(formats.number(totals.records), totals.records)}
      </p>
      <div className="inventory-actions">
        {totals?.records !== 0 && (
          <Button onClick={onEditAll} disabledBecause={addForbidden}>
            {words.editing.bulk.openAll}
          </Button>
        )}
        <IconButton icon="refresh" label={words.inventory.refresh} onClick={onRefresh} />
        <Button look="primary" icon="add" onClick={onAdd} disabledBecause={addForbidden}>
          {words.inventory.add}
        </Button>
      </div>
    </div>
  );
}

/** Groups, or columns of its own. */
function hasOwnLook({ columns, frozen, group }: InventorySearch): boolean {
  return columns !== undefined || frozen !== undefined || group !== undefined;
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
