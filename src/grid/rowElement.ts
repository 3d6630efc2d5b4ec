import { CellElement } from './cellElement.ts';
import type { ColumnLayout, PlacedColumn } from './columnLayout.ts';
import { setAttribute } from './setAttribute.ts';

/** All that is seen of a row. */
export interface RowLook<Row> {
  /** Undefined while it is loading. */
  readonly row: Row | undefined;
  readonly rowIndex: number;
  readonly top: number;
  readonly layout: ColumnLayout<Row>;
  /** The column under the cursor, -1 in every other row. */
  readonly cursorColumn: number;
  readonly isEditing: boolean;
  /** The selected block in this row, both -1 without one. */
  readonly blockFrom: number;
  readonly blockTo: number;
  /** The column with the handle that continues the block, -1 in every other row. */
  readonly cornerColumn: number;
  readonly isSelected: boolean;
  /** A line that holds other rows, one of those, or neither. */
  readonly group: 'open' | 'shut' | 'member' | undefined;
  readonly mark: 'moved' | 'glow' | undefined;
  readonly markWords: string;
}

/**
 * A row's elements, made once and drawn again for other rows. Past React on purpose: a dragged bar shows 300 other cells in
 * each frame, of which only texts differ (docs/decisions/015).
 */
export class RowElement<Row> {
  readonly element = made('row', 'grid-row');
  readonly #frozen = made('presentation', 'grid-frozen');
  readonly #sliding = made('presentation', 'grid-sliding');
  readonly #cells = new Map<string, CellElement<Row>>();
  #look: RowLook<Row> | null = null;

  constructor() {
    this.element.append(this.#frozen, this.#sliding);
  }

  draw(look: RowLook<Row>): void {
    const before = this.#look;
    if (before !== null && isSame(before, look)) return;
    this.#look = look;
    if (before?.layout !== look.layout) this.#arrange(look.layout);
    this.#drawLine(look, before);
    if (before !== null && hasSameCells(before, look)) return;
    for (const cell of this.#cells.values()) cell.draw(look);
  }

  /** Cells keep their element, and with it the focus, while their column is shown. */
  #arrange({ frozen, scrolling, columnIds }: ColumnLayout<Row>): void {
    for (const [id, { element }] of this.#cells) {
      if (columnIds.includes(id)) continue;
      element.remove();
      this.#cells.delete(id);
    }
    this.#fill(this.#frozen, frozen);
    this.#fill(this.#sliding, scrolling);
  }

  #fill(box: HTMLElement, columns: readonly PlacedColumn<Row>[]): void {
    columns.forEach((placed, place) => {
      const cell = this.#cells.get(placed.column.id) ?? new CellElement<Row>();
      this.#cells.set(placed.column.id, cell);
      cell.place(placed);
      const there = box.children[place];
      if (there !== cell.element) box.insertBefore(cell.element, there ?? null);
    });
  }

  #drawLine(look: RowLook<Row>, before: RowLook<Row> | null): void {
    const { row, rowIndex, top, isSelected, group, mark, markWords } = look;
    const { element } = this;
    if (top !== before?.top) element.style.transform = `translateY(${String(top)}px)`;
    if (rowIndex !== before?.rowIndex) element.setAttribute('aria-rowindex', String(rowIndex + 2));
    const isLoading = row === undefined;
    if (before === null || isLoading !== (before.row === undefined)) {
      element.classList.toggle('grid-loading', isLoading);
      setAttribute(element, 'aria-busy', isLoading ? 'true' : null);
    }
    if (isSelected !== before?.isSelected) setAttribute(element, 'aria-selected', isSelected ? 'true' : null);
    if (before === null || group !== before.group) {
      const isGroup = group === 'open' || group === 'shut';
      setAttribute(element, 'aria-level', group === undefined ? null : isGroup ? '1' : '2');
      setAttribute(element, 'aria-expanded', isGroup ? String(group === 'open') : null);
    }
    if (before === null || mark !== before.mark || markWords !== before.markWords) {
      setAttribute(element, 'aria-description', mark === 'moved' ? markWords : null);
      setAttribute(element, 'data-mark', mark ?? null);
    }
  }
}

function isSame<Row>(before: RowLook<Row>, look: RowLook<Row>): boolean {
  return (
    hasSameCells(before, look) &&
    before.rowIndex === look.rowIndex &&
    before.top === look.top &&
    before.isSelected === look.isSelected &&
    before.group === look.group &&
    before.mark === look.mark &&
    before.markWords === look.markWords
  );
}

/** A row that is loading looks as the one before it, which was. */
function hasSameCells<Row>(before: RowLook<Row>, look: RowLook<Row>): boolean {
  return (
    before.row === look.row &&
    before.layout === look.layout &&
    before.cursorColumn === look.cursorColumn &&
    before.isEditing === look.isEditing &&
    before.blockFrom === look.blockFrom &&
    before.blockTo === look.blockTo &&
    before.cornerColumn === look.cornerColumn
  );
}

function made(role: string, className: string): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('role', role);
  element.className = className;
  return element;
}
