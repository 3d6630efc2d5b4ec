import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { pressOf, turnOf } from '#grid/gridKeys.ts';
import type { GridHandle } from '#grid/session.ts';

interface TablePlaceProps {
  grid: RefObject<GridHandle | null>;
  /** What stands there while there is no table to show. */
  instead: ReactNode;
  isWaiting: boolean;
  onUndo(way: 'undo' | 'redo'): void;
  children: ReactNode;
}

/**
 * Where the table is. A step back may take its last row away, and the table with it: the focus stays in its place, where the same
 * keys take the step again, and goes back into the table when there is one.
 */
export function TablePlace({ grid, instead, isWaiting, onUndo, children }: TablePlaceProps) {
  const place = useRef<HTMLDivElement>(null);
  const hasTable = instead === null;
  const hadTable = useRef(hasTable);
  useEffect(() => {
    if (hadTable.current === hasTable) return;
    hadTable.current = hasTable;
    const { activeElement, body } = document;
    if (hasTable && activeElement === place.current) grid.current?.focus();
    // Nobody else has the focus: it went with the table.
    if (!hasTable && (activeElement === null || activeElement === body)) place.current?.focus();
  }, [grid, hasTable]);

  function onKeyDown(event: KeyboardEvent) {
    const way = event.target === place.current ? turnOf(pressOf(event)) : null;
    if (way === null) return;
    event.preventDefault();
    onUndo(way);
  }

  return (
    <div
      ref={place}
      role="presentation"
      tabIndex={-1}
      className="inventory-table"
      aria-busy={isWaiting}
      onKeyDown={onKeyDown}
    >
      {instead ?? children}
    </div>
  );
}
