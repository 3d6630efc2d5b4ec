import { drawParts, type CellPart } from './cellPart.ts';
import { editability } from './column.ts';
import type { PlacedColumn } from './columnLayout.ts';
import type { RowLook } from './rowElement.ts';
import { setAttribute } from './setAttribute.ts';

/** One cell, drawn again for other rows: what did not change is not touched. */
export class CellElement<Row> {
  readonly element = document.createElement('div');
  readonly #text = document.createTextNode('');
  #placed: PlacedColumn<Row> | null = null;
  /** For which row the text was made; null: for none yet, or for another column's functions. */
  #row: Row | undefined | null = null;
  #shown = '';
  #parts: readonly CellPart[] | null = null;
  #tone = '';
  #isReadOnly = false;
  #className = '';
  #isInBlock = false;
  #tabIndex: number | null = null;

  constructor() {
    this.element.setAttribute('role', 'gridcell');
    this.element.append(this.#text);
  }

  place(placed: PlacedColumn<Row>): void {
    const before = this.#placed;
    this.#placed = placed;
    this.#row = null;
    const { left, width } = placed.style;
    if (before?.style.left !== left) this.element.style.left = `${String(left)}px`;
    if (before?.style.width !== width) this.element.style.width = `${String(width)}px`;
    if (before?.index !== placed.index) this.element.setAttribute('aria-colindex', String(placed.index + 1));
  }

  draw(look: RowLook<Row>): void {
    const placed = this.#placed;
    if (placed === null) return;
    if (look.row !== this.#row) this.#drawRow(placed, look.row);
    const { index } = placed;
    const isCursor = index === look.cursorColumn;
    const isInBlock = look.blockFrom >= 0 && index >= look.blockFrom && index <= look.blockTo;
    let className = placed.className + this.#tone;
    if (isCursor) className += ' grid-cursor';
    if (isInBlock) className += ' grid-in-block';
    if (index === look.cornerColumn) className += ' grid-corner';
    if (className !== this.#className) this.element.className = this.#className = className;
    if (isInBlock !== this.#isInBlock) {
      this.#isInBlock = isInBlock;
      setAttribute(this.element, 'aria-selected', isInBlock ? 'true' : null);
    }
    this.#drawStop(isCursor ? (look.isEditing ? -1 : 0) : null);
  }

  #drawRow({ column }: PlacedColumn<Row>, row: Row | undefined): void {
    this.#row = row;
    const tone = row === undefined ? undefined : column.tone?.(row);
    this.#tone = tone === undefined ? '' : ` ${tone}`;
    this.#write(
      row === undefined ? '' : column.text(row),
      row === undefined ? null : (column.parts?.(row) ?? null),
    );
    const isReadOnly = row === undefined || editability(column, row) !== true;
    if (isReadOnly === this.#isReadOnly) return;
    this.#isReadOnly = isReadOnly;
    setAttribute(this.element, 'aria-readonly', isReadOnly ? 'true' : null);
  }

  /** The text itself, or its richer drawing with the text as the cell's name. */
  #write(text: string, parts: readonly CellPart[] | null): void {
    const before = this.#parts;
    this.#parts = parts;
    if (parts !== null) {
      drawParts(this.element, parts, before);
      if (before === null || text !== this.#shown) this.element.setAttribute('aria-label', text);
    } else {
      if (before !== null) {
        this.element.replaceChildren(this.#text);
        this.element.removeAttribute('aria-label');
      }
      if (text !== this.#text.data) this.#text.data = text;
    }
    this.#shown = text;
  }

  /** The grid's one tab stop is the cursor's cell. */
  #drawStop(tabIndex: number | null): void {
    if (tabIndex === this.#tabIndex) return;
    this.#tabIndex = tabIndex;
    if (tabIndex === null) this.element.removeAttribute('tabindex');
    else this.element.tabIndex = tabIndex;
  }
}
