import { type RefObject, useEffect, useRef } from 'react';
import { type GroupedRow, recordOf, useGroupedRecords } from '#api/groupedRecords.ts';
import { type RecordWindow, useRecordWindow } from '#api/recordWindow.ts';
import type { Session } from '#api/session.ts';
import type { GroupField } from '#contract/recordGroups.ts';
import type { RecordRow } from '#contract/records.ts';
import { whyForbidden } from '#domain/access.ts';
import type { ConversionStart } from '#domain/conversion.ts';
import type { GridHandle } from '#grid/session.ts';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { Loading } from '#ui/Loading.tsx';
import { EmptyState, FailedState, Forbidden } from '#ui/States.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import { FilterChips } from './FilterChips.tsx';
import { InventoryGrid } from './InventoryGrid.tsx';
import { CurrentTableTools } from './tableTools.ts';
import { useInventoryColumns } from './useInventoryColumns.ts';
import { useToolsOf } from './useToolsOf.ts';
import {
  type InventorySearch,
  filterOf,
  isFiltered,
  listQueryOf,
  withoutFilters,
} from './inventorySearch.ts';
import { InventoryToolbar } from './InventoryToolbar.tsx';
import { RowMenuArea } from './RowMenu.tsx';
import { useSelectedRows } from './selectedRows.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { TableEditing } from './TableEditing.tsx';
import { TablePlace } from './TablePlace.tsx';
import { UnsavedEdits } from './UnsavedEdits.tsx';
import type { UnsavedEdit } from './unsavedEdits.ts';
import { useShownList } from './useShownList.ts';
import { useTableEditing } from './useTableEditing.ts';
import './inventory.css';

interface InventoryPageProps {
  session: Session;
  search: InventorySearch;
  /** A record or a form lies over the table. */
  isCovered: boolean;
  /** Names the list that the address asks for by now, which a key may meet before the page is drawn anew for it. */
  askedList(): string;
  /** `step`: a new place to come back to; `rest`: the same place, told more exactly. */
  onSearch(change: InventorySearch, how: 'step' | 'rest'): void;
  onOpen(row: RecordRow, index: number): void;
  /** A table as the text that a saved view keeps, and back. */
  writeView(search: InventorySearch): string;
  readView(text: string): InventorySearch;
  /** Shows a record that is not in this list. */
  onVisit(id: string): void;
  /** Pools or merges the ticked rows. */
  onGather(how: 'pool' | 'merge', ids: readonly string[]): void;
  /** Serializes, splits or pools one record. */
  onConvert(how: ConversionStart, id: string): void;
  onAdd(): void;
  onImport(): void;
}

type List = RecordWindow<GroupedRow>;

/** The inventory: its records one by one, or in groups. */
export function InventoryPage(props: InventoryPageProps) {
  const { group } = props.search;
  return group === undefined ? <PlainInventory {...props} /> : <GroupedInventory {...props} by={group} />;
}

function PlainInventory(props: InventoryPageProps) {
  const { search } = props;
  return <InventoryView {...props} list={useRecordWindow(listQueryOf(search), search.at)} />;
}

function GroupedInventory({ by, ...props }: InventoryPageProps & { by: GroupField }) {
  const { search } = props;
  const asked = { query: listQueryOf(search), by, open: search.open ?? [] };
  return <InventoryView {...props} list={useGroupedRecords(asked, search.at)} />;
}

/** The table with its toolbar, and what stands in its place when there is no table to show. */
function InventoryView(props: InventoryPageProps & { list: List }) {
  const { session, search, onSearch, onOpen, onAdd, list } = props;
  const { words } = useLanguage();
  const grid = useRef<GridHandle>(null);
  const selected = useSelectedRows();
  const editing = useTableEditing({ grid, list });
  const columns = useInventoryColumns(session, search);
  const tools = useToolsOf(props, columns);
  const shownList = useShownList(grid, props);
  const cursorRow = useCursorInAddress(grid, { ...props, isReady: list.state === 'ready' });
  const addForbidden = whyForbidden(session.person.role, 'records.edit');
  const isPlain = search.group === undefined;
  const isStale =
    isPlain && list.state === 'ready' && list.totals !== undefined && list.totals.records !== list.total;
  return (
    <CurrentTableTools value={tools}>
      <section className="inventory">
        <InventoryToolbar
          search={search}
          totals={list.totals}
          isWaiting={list.state === 'waiting'}
          canSeeMoney={session.may.includes('money.see')}
          addForbidden={
            addForbidden && words.common.needsRole(words.common.roleNames[addForbidden.leastRole])
          }
          onSearch={(change) => onSearch(change, 'step')}
          onAdd={onAdd}
          onEditAll={() => onSearch({ panel: 'edit-all' }, 'step')}
          onRefresh={list.refresh}
        />
        <FilterChips />
        <ListNews list={list} isStale={isStale} />
        <SelectionBar
          selected={selected}
          role={session.person.role}
          onEdit={() => onSearch({ panel: 'edit' }, 'step')}
          onGather={props.onGather}
          onConvert={props.onConvert}
        />
        <TableEditing
          editing={editing}
          onShow={props.onVisit}
          bulk={{
            selectedIds: [...selected.keys()],
            total: list.totals?.records ?? list.total,
            filter: filterOf(search),
            isForAll: search.panel === 'edit-all',
            isOpen: search.panel !== undefined && addForbidden === null && list.state !== 'loading',
            onClose: () => onSearch({ panel: undefined }, 'rest'),
          }}
        />
        <UnsavedEdits again={(edit) => reopener(edit, { list, grid })} />
        <TablePlace
          grid={grid}
          instead={insteadOfTable(list, props)}
          isWaiting={list.state === 'waiting'}
          onUndo={editing.onUndo}
        >
          <RowMenuArea
            role={session.person.role}
            rowAt={(index) => recordOf(list.rowAt(index))}
            onOpen={onOpen}
            onConvert={(how, { id }) => props.onConvert(how, id)}
          >
            <InventoryGrid
              search={search}
              list={list}
              gridRef={grid}
              columns={columns}
              isCovered={props.isCovered}
              shownList={shownList}
              askedList={props.askedList}
              onSearch={onSearch}
              onVisit={props.onVisit}
              onBlockEdit={editing.onBlockEdit}
              onBlockStart={editing.onBlockStart}
              onUndo={editing.onUndo}
              onShowKeys={editing.openKeys}
              onOpen={onOpen}
              onConvert={props.onConvert}
              onCursor={(row, at) => {
                cursorRow.current = row.id;
                onSearch({ row: row.id, at }, 'rest');
              }}
            />
          </RowMenuArea>
        </TablePlace>
      </section>
    </CurrentTableTools>
  );
}

/** The cursor follows the address when somebody else moved it: a link, Back, walking through records in the drawer. */
function useCursorInAddress(
  grid: { current: GridHandle | null },
  { search, isCovered, isReady }: InventoryPageProps & { isReady: boolean },
) {
  const { row, at } = search;
  const told = useRef(row);
  useEffect(() => {
    if (row === undefined || at === undefined || row === told.current) return;
    told.current = row;
    grid.current?.goTo({ rowIndex: at, columnId: 'name' });
  }, [grid, row, at]);
  const wasCovered = useRef(isCovered);
  const isFocusDue = useRef(false);
  useEffect(() => {
    // The window that lay over the table took the focus from the row; the row may be another one by now, or not yet there.
    if (wasCovered.current && !isCovered) isFocusDue.current = true;
    wasCovered.current = isCovered;
    if (isCovered || !isReady || !isFocusDue.current) return;
    isFocusDue.current = false;
    grid.current?.focus();
  }, [grid, isCovered, isReady]);
  return told;
}

/** Opens the cell of a refused edit again, which finds what was typed there. */
function reopener(edit: UnsavedEdit, { list, grid }: { list: List; grid: RefObject<GridHandle | null> }) {
  const rowIndex = list.indexOf(edit.recordId);
  if (rowIndex === undefined) return null;
  return () => grid.current?.edit({ rowIndex, columnId: edit.columnId });
}

function ListNews({ list, isStale }: { list: List; isStale: boolean }) {
  const { words } = useLanguage();
  const hasFailed = list.problem !== null && list.state === 'ready' && list.total > 0;
  if (!hasFailed && !isStale) return null;
  const action = (
    <Button icon="refresh" onClick={list.refresh}>
      {hasFailed ? words.common.retry : words.inventory.refresh}
    </Button>
  );
  return (
    <Banner tone={hasFailed ? 'bad' : 'warn'} action={action}>
      {hasFailed ? words.inventory.someFailed : words.inventory.changed}
    </Banner>
  );
}

function insteadOfTable(list: List, props: InventoryPageProps) {
  if (list.state === 'loading') return <Loading />;
  if (list.state === 'failed') return <FailedList list={list} />;
  if (list.total > 0) return null;
  if (list.problem) return <FailedList list={list} />;
  if (isFiltered(props.search)) return <NothingMatches {...props} />;
  // What is known of the question before says nothing about the whole.
  return list.state === 'waiting' ? <Loading /> : <NothingYet {...props} />;
}

function FailedList({ list }: { list: List }) {
  const language = useLanguage();
  const { problem } = list;
  if (problem?.code === 'forbidden') return <Forbidden>{explain(problem, language)}</Forbidden>;
  return (
    <FailedState title={language.words.inventory.failed} onRetry={list.refresh}>
      {problem && explain(problem, language)}
    </FailedState>
  );
}

function NothingMatches({ onSearch, search }: InventoryPageProps) {
  const { inventory } = useLanguage().words;
  const clear = () => onSearch(withoutFilters(search), 'step');
  return (
    <EmptyState
      icon="search"
      title={inventory.nothing}
      actions={<Button onClick={clear}>{inventory.clear}</Button>}
    >
      {inventory.nothingText}
    </EmptyState>
  );
}

function NothingYet({ onAdd, onImport, session }: InventoryPageProps) {
  const { words } = useLanguage();
  const why = (permission: 'records.edit' | 'data.import') => {
    const forbidden = whyForbidden(session.person.role, permission);
    return forbidden && words.common.needsRole(words.common.roleNames[forbidden.leastRole]);
  };
  const actions = (
    <>
      <Button look="primary" icon="add" onClick={onAdd} disabledBecause={why('records.edit')}>
        {words.inventory.add}
      </Button>
      <Button icon="import" onClick={onImport} disabledBecause={why('data.import')}>
        {words.inventory.bringIn}
      </Button>
    </>
  );
  return (
    <EmptyState icon="inventory" title={words.inventory.empty} actions={actions}>
      {words.inventory.emptyText}
    </EmptyState>
  );
}
