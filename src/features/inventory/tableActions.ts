import { createContext, use } from 'react';
import type { ConversionStart } from '#domain/conversion.ts';

/** What an editor in a cell can ask of the table around it. */
export interface TableActions {
  /** Shows another record: in the table where it is listed, otherwise by its own address. */
  goToRecord(id: string): void;
  /** Opens the window in which a record is serialized, split or pooled. */
  convert(how: ConversionStart, id: string): void;
  /** Says something to a screen reader without moving anything. */
  announce(text: string): void;
}

export const CurrentTable = createContext<TableActions | null>(null);

export function useTableActions(): TableActions {
  const actions = use(CurrentTable);
  if (!actions) throw new Error('CurrentTable is missing above this component');
  return actions;
}
