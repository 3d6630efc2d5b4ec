import { useSyncExternalStore } from 'react';
import type { ProblemError } from '#api/problemError.ts';
import type { AdjustmentReason } from '#domain/adjustment.ts';
import type { DescriptionField } from '#domain/inventoryRecord.ts';

interface UnsavedCommon {
  recordId: string;
  recordName: string;
  problem: ProblemError;
}

export interface UnsavedQuantity extends UnsavedCommon {
  columnId: 'quantity';
  typed: string;
  seen: number;
  chosen: AdjustmentReason | null;
}

export interface UnsavedCodes extends UnsavedCommon {
  columnId: 'codes';
  codes: readonly string[];
  base: { codes: readonly string[]; version: number };
  moveFrom: readonly string[];
}

export interface UnsavedText extends UnsavedCommon {
  columnId: EditedField;
  typed: string;
}

/** The texts that are edited in their cells. */
export type EditedField = Extract<DescriptionField, 'name' | 'sku' | 'category' | 'location'>;

/** An edit that was refused after its editor had closed, with everything that was typed. */
export type UnsavedEdit = UnsavedQuantity | UnsavedCodes | UnsavedText;

type UnsavedByCell = ReadonlyMap<string, UnsavedEdit>;

let unsaved: UnsavedByCell = new Map();
const listeners = new Set<() => void>();

/** Refused edits by cell: `<record id> <column id>`. They stay until they are saved or discarded. */
export function useUnsavedEdits(): UnsavedByCell {
  return useSyncExternalStore(subscribe, () => unsaved);
}

export function unsavedQuantity(recordId: string): UnsavedQuantity | null {
  const edit = unsaved.get(cellKey({ recordId, columnId: 'quantity' }));
  return edit?.columnId === 'quantity' ? edit : null;
}

export function unsavedCodes(recordId: string): UnsavedCodes | null {
  const edit = unsaved.get(cellKey({ recordId, columnId: 'codes' }));
  return edit?.columnId === 'codes' ? edit : null;
}

export function unsavedText(recordId: string, field: EditedField): UnsavedText | null {
  const edit = unsaved.get(cellKey({ recordId, columnId: field }));
  return edit && edit.columnId !== 'quantity' && edit.columnId !== 'codes' ? edit : null;
}

export function keepUnsaved(edit: UnsavedEdit): void {
  publish(new Map(unsaved).set(cellKey(edit), edit));
}

export function forgetUnsaved(cell: Pick<UnsavedEdit, 'recordId' | 'columnId'>): void {
  if (!unsaved.has(cellKey(cell))) return;
  const next = new Map(unsaved);
  next.delete(cellKey(cell));
  publish(next);
}

export function cellKey({ recordId, columnId }: Pick<UnsavedEdit, 'recordId' | 'columnId'>): string {
  return `${recordId} ${columnId}`;
}

function publish(next: UnsavedByCell): void {
  unsaved = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
