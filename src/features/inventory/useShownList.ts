import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { GroupedRow } from '#api/groupedRecords.ts';
import type { RecordWindow } from '#api/recordWindow.ts';
import type { GridHandle } from '#grid/session.ts';
import { filterNameOf, type InventorySearch, listNameOf } from './inventorySearch.ts';

interface Asked {
  search: InventorySearch;
  list: RecordWindow<GroupedRow>;
}

/**
 * Names the list that the rows on screen are of, which may be the one before the one asked for. A list with another filter starts
 * at its first row, or where Back comes back to.
 */
export function useShownList(grid: RefObject<GridHandle | null>, { search, list }: Asked): string {
  const [shown, setShown] = useState(search);
  const shownList = listNameOf(shown);
  // After a failure the rows before stay.
  const isHere = list.state === 'ready' && list.problem === null;
  if (isHere && shownList !== listNameOf(search)) setShown(search);
  const filter = filterNameOf(shown);
  const startedFilter = useRef(filter);
  const { at = 0 } = shown;
  useLayoutEffect(() => {
    if (startedFilter.current !== filter) grid.current?.startAt(at);
    startedFilter.current = filter;
  }, [grid, filter, at]);
  return shownList;
}
