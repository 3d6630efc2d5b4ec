import { type RefObject, useMemo, useRef } from 'react';
import type { RecordWindow } from '#api/recordWindow.ts';
import type { Session } from '#api/session.ts';
import type { RecordRow } from '#contract/records.ts';
import { whyForbidden } from '#domain/access.ts';
import type { BlockEdit } from '#grid/column.ts';
import type { ConversionStart } from '#domain/conversion.ts';
import type { CellPosition } from '#grid/cursor.ts';
import { Grid } from '#grid/Grid.tsx';
import type { GridHandle } from '#grid/session.ts';
import { useSingleKeys } from '#ui/singleKeys.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import { useScreenSize } from '#ui/useScreenSize.ts';
import { inventoryColumns } from './inventoryColumns.tsx';
import type { InventorySearch } from './inventorySearch.ts';
import { nextOrder, readOrder } from './listOrder.ts';
import { toggleRows, useSelectedRows } from './selectedRows.ts';
import { CurrentTable } from './tableActions.ts';
import { ListTotals } from './TotalsCell.tsx';
import { useUnsavedEdits } from './unsavedEdits.ts';

interface InventoryGridProps {
  session: Session;
  search: InventorySearch;
  list: RecordWindow;
  gridRef: RefObject<GridHandle | null>;
  onSort(sort: string | undefined): void;
  onCursor(row: RecordRow, index: number): void;
  onOpen(row: RecordRow, index: number): void;
  /** Shows a record that is not in this list. */
  onVisit(id: string): void;
  onBlockEdit(edit: BlockEdit<RecordRow>): void;
  onUndo(way: 'undo' | 'redo'): void;
  onShowKeys(): void;
  onConvert(how: ConversionStart, id: string): void;
}

/** Long enough that the address is not written for each step of a held arrow key. */
const CURSOR_REST_MS = 250;

/** The table: the rows of the list in the columns this person may see. */
export function InventoryGrid({
  session,
  search,
  list,
  gridRef,
  onSort,
  onCursor,
  onOpen,
  onVisit,
  onBlockEdit,
  onUndo,
  onShowKeys,
  onConvert,
}: InventoryGridProps) {
  const { words, formats } = useLanguage();
  const screen = useScreenSize();
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { currency } = session.workspace;
  const { role } = session.person;
  const forbidden = whyForbidden(role, 'records.edit');
  const readOnlyBecause = forbidden && words.common.needsRole(words.common.roleNames[forbidden.leastRole]);
  const canSeeMoney = session.may.includes('money.see');
  const unsaved = useUnsavedEdits();
  const selected = useSelectedRows();
  const areSingleKeysOn = useSingleKeys();
  const anchor = useRef<number>(undefined);
  // The grid redraws every row when its columns change identity.
  const columns = useMemo(
    () => inventoryColumns({ words, formats, currency, canSeeMoney, readOnlyBecause, screen, unsaved }),
    [words, formats, currency, canSeeMoney, readOnlyBecause, screen, unsaved],
  );
  const sort = useMemo(() => readOrder(search.sort), [search.sort]);

  function onCursorChange(at: CellPosition) {
    clearTimeout(rest.current);
    const row = list.rowAt(at.rowIndex);
    if (row) rest.current = setTimeout(() => onCursor(row, at.rowIndex), CURSOR_REST_MS);
  }

  /** Extending ticks the rows from the one ticked last to this one, as far as they are loaded. */
  function onToggleRow(rowIndex: number, isExtending: boolean) {
    const from = isExtending ? (anchor.current ?? rowIndex) : rowIndex;
    const [first, last] = [Math.min(from, rowIndex), Math.max(from, rowIndex)];
    const indexes = Array.from({ length: last - first + 1 }, (_, step) => first + step);
    anchor.current = rowIndex;
    toggleRows(
      indexes.flatMap((index) => list.rowAt(index) ?? []),
      isExtending,
    );
  }

  const actions = {
    goToRecord(id: string) {
      const rowIndex = list.indexOf(id);
      if (rowIndex === undefined) onVisit(id);
      else gridRef.current?.goTo({ rowIndex, columnId: 'codes' });
    },
    convert: onConvert,
    announce: (text: string) => gridRef.current?.announce(text),
  };

  return (
    <CurrentTable value={actions}>
      <ListTotals value={list.totals}>
        <Grid
          ref={gridRef}
          label={words.inventory.grid}
          words={words.grid}
          rowCount={list.total}
          rowAt={list.rowAt}
          rowKey={rowKey}
          columns={columns}
          sort={sort}
          onSort={(columnId, isAdditive) => onSort(nextOrder(search.sort, columnId, isAdditive))}
          onWindow={list.loadWindow}
          startAt={{ rowIndex: search.at ?? 0, columnId: 'name' }}
          onCursorChange={onCursorChange}
          onOpenRow={onOpen}
          isRowSelected={(row) => selected.has(row.id)}
          onToggleRow={onToggleRow}
          onBlockEdit={onBlockEdit}
          loadRows={list.loadRows}
          onUndo={onUndo}
          onShowKeys={onShowKeys}
          isSingleKeyEnabled={areSingleKeysOn}
        />
      </ListTotals>
    </CurrentTable>
  );
}

function rowKey(row: RecordRow): string {
  return row.id;
}
