import { lazy, type RefObject, Suspense, useMemo, useRef } from 'react';
import { type GroupedRow, isGroupLine, recordOf } from '#api/groupedRecords.ts';
import type { RecordRow } from '#contract/records.ts';
import type { ConversionStart } from '#domain/conversion.ts';
import type { BlockEdit, ColumnPanelProps } from '#grid/column.ts';
import { Grid } from '#grid/Grid.tsx';
import type { GridHandle } from '#grid/session.ts';
import { useSingleKeys } from '#ui/singleKeys.ts';
import { useLanguage } from '#ui/useLanguage.ts';
import type { InventorySearch } from './inventorySearch.ts';
import { nextOrder, readOrder } from './listOrder.ts';
import { rememberingFit } from './rowFit.ts';
import { toggleRows, useSelectedRows } from './selectedRows.ts';
import { CurrentTable } from './tableActions.ts';
import { columnsShown, resizeColumn, writeColumns } from './tableColumns.ts';
import { ListTotals } from './TotalsCell.tsx';
import type { InventoryColumns } from './useInventoryColumns.ts';
import { type RestingCursor, useRestingCursor } from './useRestingCursor.ts';

interface InventoryGridProps extends RestingCursor {
  search: InventorySearch;
  columns: InventoryColumns;
  gridRef: RefObject<GridHandle | null>;
  onSearch(change: InventorySearch, how: 'step' | 'rest'): void;
  onOpen(row: RecordRow, index: number): void;
  /** Shows a record that is not in this list. */
  onVisit(id: string): void;
  onBlockEdit(edit: BlockEdit<RecordRow>): void;
  onBlockStart(part: BlockEdit<RecordRow>, cellCount: number): (() => void) | undefined;
  onUndo(way: 'undo' | 'redo'): void;
  onShowKeys(): void;
  onConvert(how: ConversionStart, id: string): void;
}

/** The table: the rows of the list in the columns this person may see. */
export function InventoryGrid({
  search,
  list,
  columns: { shown },
  gridRef,
  isCovered,
  shownList,
  askedList,
  onSearch,
  onCursor,
  onOpen,
  onVisit,
  onBlockEdit,
  onBlockStart,
  onUndo,
  onShowKeys,
  onConvert,
}: InventoryGridProps) {
  const { words } = useLanguage();
  const onCursorChange = useRestingCursor({ list, isCovered, shownList, askedList, onCursor });
  const selected = useSelectedRows();
  const areSingleKeysOn = useSingleKeys();
  const anchor = useRef<number>(undefined);
  const sort = useMemo(() => readOrder(search.sort), [search.sort]);
  const fits = useMemo(() => rememberingFit(search), [search]);

  /** Extending ticks the rows from the one ticked last to this one, as far as they are loaded. */
  function onToggleRow(rowIndex: number, isExtending: boolean) {
    const from = isExtending ? (anchor.current ?? rowIndex) : rowIndex;
    const [first, last] = [Math.min(from, rowIndex), Math.max(from, rowIndex)];
    const indexes = Array.from({ length: last - first + 1 }, (_, step) => first + step);
    anchor.current = rowIndex;
    toggleRows(
      indexes.flatMap((index) => recordOf(list.rowAt(index)) ?? []),
      isExtending,
    );
  }

  function onToggleGroup(row: GroupedRow) {
    if (!isGroupLine(row)) return;
    const open = search.open ?? [];
    const others = open.filter((label) => label !== row.label);
    const next = row.isOpen ? others : [...open, row.label];
    onSearch({ open: next.length > 0 ? next : undefined }, 'rest');
  }

  /** A row that was changed here and would stand elsewhere by now stays, with a mark. */
  function rowMark(row: GroupedRow, rowIndex: number) {
    if (isGroupLine(row) || !list.isChanged(row.id)) return undefined;
    // In groups the order is of groups, not of records.
    const recordAt = (index: number) => {
      const other = search.group === undefined ? recordOf(list.rowAt(index)) : undefined;
      return other && !list.isChanged(other.id) ? other : undefined;
    };
    const beside = { above: recordAt(rowIndex - 1), below: recordAt(rowIndex + 1) };
    return fits(row, beside) ? undefined : 'moved';
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
          watchRows={list.watchRows}
          rowKey={rowKey}
          shownList={shownList}
          askedList={askedList}
          columns={shown}
          columnPanel={HeadingPanel}
          onResizeColumn={({ columnId, width }) => {
            const resized = resizeColumn(columnsShown(shown, search.columns), { id: columnId, width });
            onSearch({ columns: writeColumns(resized) }, 'rest');
          }}
          sort={sort}
          onSort={(columnId, isAdditive) =>
            onSearch({ sort: nextOrder(search.sort, columnId, isAdditive) }, 'step')
          }
          {...(search.group === undefined ? {} : { rowGroup, onToggleGroup })}
          onWindow={list.loadWindow}
          startAt={{ rowIndex: search.at ?? 0, columnId: 'name' }}
          onCursorChange={onCursorChange}
          onOpenRow={(row, index) => {
            if (isGroupLine(row)) onToggleGroup(row);
            else onOpen(row, index);
          }}
          rowMark={rowMark}
          isRowSelected={(row) => !isGroupLine(row) && selected.has(row.id)}
          onToggleRow={onToggleRow}
          onBlockEdit={(edit) => onBlockEdit({ ...edit, cells: recordCells(edit.cells) })}
          onBlockStart={(part, cellCount) =>
            onBlockStart({ ...part, cells: recordCells(part.cells) }, cellCount)
          }
          loadRows={list.loadRows}
          onUndo={onUndo}
          onShowKeys={onShowKeys}
          isSingleKeyEnabled={areSingleKeysOn}
        />
      </ListTotals>
    </CurrentTable>
  );
}

function rowKey(row: GroupedRow): string {
  return isGroupLine(row) ? `group ${row.label}` : row.id;
}

function rowGroup(row: GroupedRow) {
  return isGroupLine(row) ? { isExpanded: row.isOpen } : 'member';
}

const ColumnPanel = lazy(async () => ({ default: (await import('./ColumnPanel.tsx')).ColumnPanel }));

/** Fetched when the first heading is opened. */
function HeadingPanel(props: ColumnPanelProps) {
  return (
    <Suspense>
      <ColumnPanel {...props} />
    </Suspense>
  );
}

/** The line of a group cannot be edited: what is left are records. */
function recordCells(cells: BlockEdit<GroupedRow>['cells']): BlockEdit<RecordRow>['cells'] {
  return cells.flatMap((cell) => {
    const row = recordOf(cell.row);
    return row ? [{ ...cell, row }] : [];
  });
}
