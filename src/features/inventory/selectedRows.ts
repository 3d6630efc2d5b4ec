import { useSyncExternalStore } from 'react';
import type { RecordRow } from '#contract/records.ts';

export type SelectedRows = ReadonlyMap<string, RecordRow>;

let selected: SelectedRows = new Map();
const listeners = new Set<() => void>();

/** The ticked rows by id. They stay ticked while the list is searched and sorted. */
export function useSelectedRows(): SelectedRows {
  return useSyncExternalStore(subscribe, () => selected);
}

/** Ticks these rows and no others. */
export function selectRows(rows: readonly RecordRow[]): void {
  selected = new Map(rows.map((row) => [row.id, row]));
  for (const listener of listeners) listener();
}

/** Ticks or unticks a row; extending ticks all rows given. */
export function toggleRows(rows: readonly RecordRow[], isExtending: boolean): void {
  const next = new Map(selected);
  for (const row of rows) {
    if (!isExtending && next.has(row.id)) next.delete(row.id);
    else next.set(row.id, row);
  }
  selectRows([...next.values()]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
