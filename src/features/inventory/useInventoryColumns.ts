import { useMemo } from 'react';
import type { GroupedRow } from '#api/groupedRecords.ts';
import type { Session } from '#api/session.ts';
import { whyForbidden } from '#domain/access.ts';
import type { GridColumn } from '#grid/column.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { useScreenSize } from '#ui/useScreenSize.ts';
import { isFilterField } from './filterKinds.ts';
import { withGroups } from './groupColumns.ts';
import { inventoryColumns } from './inventoryColumns.tsx';
import type { InventorySearch } from './inventorySearch.ts';
import { arrangeColumns } from './tableColumns.ts';
import { useUnsavedEdits } from './unsavedEdits.ts';

export interface InventoryColumns {
  /** Every column there is for this person. */
  all: readonly GridColumn<GroupedRow>[];
  /** Those that the address shows, as it shows them. */
  shown: readonly GridColumn<GroupedRow>[];
}

/** The columns of the table. The grid redraws every row when they change identity. */
export function useInventoryColumns(session: Session, search: InventorySearch): InventoryColumns {
  const { words, formats } = useLanguage();
  const screen = useScreenSize();
  const unsaved = useUnsavedEdits();
  const { currency } = session.workspace;
  const forbidden = whyForbidden(session.person.role, 'records.edit');
  const readOnlyBecause = forbidden && words.common.needsRole(words.common.roleNames[forbidden.leastRole]);
  const canSeeMoney = session.may.includes('money.see');
  const { columns: chosen, frozen, group } = search;
  const filtered = Object.keys(search)
    .filter((name) => isFilterField(name) && search[name] !== undefined)
    .join(' ');
  return useMemo(() => {
    const records = inventoryColumns({
      words,
      formats,
      currency,
      canSeeMoney,
      readOnlyBecause,
      screen,
      unsaved,
    });
    const grouped = withGroups(records, { words, formats, by: group });
    const narrowed = new Set(filtered.split(' '));
    const all = grouped.map((column) =>
      column.isRowSelector === true
        ? column
        : { ...column, hasPanel: true, isFiltered: narrowed.has(column.id) },
    );
    return { all, shown: arrangeColumns(all, { chosen, frozen }) };
  }, [
    words,
    formats,
    currency,
    canSeeMoney,
    readOnlyBecause,
    screen,
    unsaved,
    chosen,
    frozen,
    group,
    filtered,
  ]);
}
