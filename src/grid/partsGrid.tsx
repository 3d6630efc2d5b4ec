import { act, useState, useSyncExternalStore } from 'react';
import { CellInput } from './CellInput.tsx';
import type { CellEditorProps, GridColumn } from './column.ts';
import { Grid } from './Grid.tsx';
import type { GridProps } from './session.ts';

// What the testing library does around its own events; `press` and `tap` come without it.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** A grid of parts for the tests of this folder, with a store and a keyboard. */
export interface Part {
  readonly id: number;
  readonly name: string;
  readonly quantity: number;
}

/** The ids of the parts whose rows were drawn, in order. */
export const drawnParts: number[] = [];

class PartStore {
  #edited: ReadonlyMap<number, Part> = new Map();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly edited = () => this.#edited;

  save(part: Part): void {
    this.#edited = new Map(this.#edited).set(part.id, part);
    for (const listener of this.#listeners) listener();
  }

  clear(): void {
    this.#edited = new Map();
  }
}

export const partStore = new PartStore();

function QuantityEditor({ row, typed, onDone, onCancel }: CellEditorProps<Part>) {
  const [text, setText] = useState(typed ?? String(row.quantity));
  return (
    <CellInput
      label={`Quantity of ${row.name}`}
      text={text}
      onText={setText}
      onCommit={(move) => {
        partStore.save({ ...row, quantity: Number(text) });
        onDone(move);
      }}
      onCancel={onCancel}
    />
  );
}

const COLUMNS: readonly GridColumn<Part>[] = [
  { id: 'name', header: 'Name', width: 200, frozen: true, isSortable: true, text: (row) => row.name },
  {
    id: 'quantity',
    header: 'Quantity',
    width: 100,
    align: 'end',
    typing: 'number',
    isSortable: true,
    text: (row) => {
      drawnParts.push(row.id);
      return String(row.quantity);
    },
    editor: QuantityEditor,
    editable: (row) => (row.id === 3 ? { reason: 'Part 3 is being counted.' } : true),
    footer: '1234',
  },
];

type PartsProps = { count?: number; isLoaded?: boolean } & Partial<GridProps<Part>>;

export function Parts({ count = 1000, isLoaded = true, ...more }: PartsProps) {
  const edited = useSyncExternalStore(partStore.subscribe, partStore.edited);
  const [parts] = useState(() =>
    Array.from({ length: 2000 }, (_, id) => ({ id, name: `Part ${String(id)}`, quantity: 0 })),
  );
  return (
    <Grid
      label="Parts"
      rowCount={count}
      rowAt={(index) => (isLoaded ? (edited.get(index) ?? parts[index]) : undefined)}
      rowKey={(row) => String(row.id)}
      columns={COLUMNS}
      {...more}
    />
  );
}

export function focused(): HTMLElement {
  if (!(document.activeElement instanceof HTMLElement)) throw new Error('Nothing has the focus.');
  return document.activeElement;
}

/** Role and indexes of the focused cell: `gridcell 2/1`. */
export function place(): string {
  const row = focused().closest('[role="row"]')?.getAttribute('aria-rowindex');
  return `${focused().getAttribute('role') ?? ''} ${row ?? ''}/${focused().getAttribute('aria-colindex') ?? ''}`;
}

/** Presses a key where the focus is and answers whether the page left it to the browser. */
export function press(key: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  act(() => void focused().dispatchEvent(event));
  const isLeft = !event.defaultPrevented;
  const field = document.activeElement;
  // As a browser: a key nobody took puts its character into the field.
  if (isLeft && key.length === 1 && field instanceof HTMLInputElement) {
    act(() => {
      // Past React's own setter, or it would take the new value for its own and tell nobody.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
        field,
        field.value + key,
      );
      field.dispatchEvent(new InputEvent('input', { bubbles: true, data: key, inputType: 'insertText' }));
    });
  }
  return isLeft;
}

export function startAt(rowIndex: number, columnId = 'quantity') {
  return { startAt: { rowIndex, columnId } };
}

/** Tabs into the grid. */
export function enter(): void {
  act(() => document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus());
}

export function tap(cell: Element): void {
  act(() => {
    cell.dispatchEvent(
      new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true, cancelable: true }),
    );
    cell.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  });
}

export function quantityCell(name: string): Element {
  const rows = [...document.querySelectorAll('[role="row"]')];
  const cell = rows.find((row) => row.textContent.includes(name))?.querySelector('[aria-colindex="2"]');
  if (!cell) throw new Error(`No row of ${name}.`);
  return cell;
}
