import type { RefObject } from 'react';
import { revealLeft, type ColumnLayout } from './columnLayout.ts';
import type { CellPosition } from './cursor.ts';
import {
  followScroll,
  isCompressed,
  nextWindow,
  placeAt,
  revealTop,
  type DrawnWindow,
  type ScrollGeometry,
  type ScrollPlace,
} from './window.ts';

export const ROW_HEIGHT = 36;
/** After this pause a compressed scroll bar is put back where it belongs; sooner would end a wheel's or finger's momentum. */
const SETTLE_MS = 150;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is scrolled, as last drawn. */
export interface Ground<Row> {
  readonly geometry: ScrollGeometry;
  readonly size: Size;
  readonly layout: ColumnLayout<Row>;
}

export interface CellBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** False while header, totals line or frozen columns cover it. */
  readonly isInSight: boolean;
}

export interface ScrollElements {
  /** The element with the scroll bars. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The part on screen, which sticks to the scroller. */
  readonly view: RefObject<HTMLDivElement | null>;
  /** The rows, moved inside the view. */
  readonly body: RefObject<HTMLDivElement | null>;
}

/**
 * The talk with the browser's scroller. The visible part of the grid sticks to it and the rows inside are moved by us, so what
 * the browser scrolls by itself between two frames is never a blank: the rows of the last frame stay until the next are drawn.
 */
export class GridScroll<Row> {
  readonly #elements: ScrollElements;
  readonly #draw: (window: DrawnWindow) => void;
  readonly #listeners = new Set<() => void>();
  #ground: Ground<Row>;
  #place: ScrollPlace = { trackTop: 0, contentTop: 0 };
  #window: DrawnWindow = { first: 0, last: -1, base: 0 };
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  /** Where the bars are, as last told or set: to ask the browser makes it lay the page out. Null: it may have put it elsewhere. */
  #left = 0;
  #trackTop: number | null = null;

  constructor(elements: ScrollElements, ground: Ground<Row>, draw: (window: DrawnWindow) => void) {
    this.#elements = elements;
    this.#ground = ground;
    this.#draw = draw;
  }

  /**
   * After each drawing by React: draws the rows too, keeps the place when rows or height changed, and moves what follows a cell.
   * A cell that was in sight stays so with less room (a turned tablet) or other columns.
   */
  setGround(ground: Ground<Row>, kept: CellPosition): void {
    const { layout, size, geometry } = this.#ground;
    const wasInSight = this.cellBox(kept).isInSight;
    this.#ground = ground;
    if (
      geometry.rowCount !== ground.geometry.rowCount ||
      geometry.bodyHeight !== ground.geometry.bodyHeight
    ) {
      this.#place = placeAt(this.#place.contentTop, ground.geometry);
      this.#moveTrack();
    }
    this.#drawRows();
    // Not for widths: a column that is just being drawn wider would slide away from under the pointer.
    const hasSameRoom = size === ground.size && hasSameColumns(layout, ground.layout);
    if (wasInSight && !hasSameRoom) this.reveal(kept);
    else this.#paint();
  }

  /** When the rows are others than they were, or have come. */
  redraw(): void {
    this.#drawRows();
  }

  #followScroller(): void {
    const box = this.#elements.scroller.current;
    if (box === null) return;
    this.#trackTop = box.scrollTop;
    if (box.scrollLeft !== this.#left) this.#slideTo(box.scrollLeft);
    // Below one pixel it is our own move coming back, rounded by the browser.
    if (Math.abs(this.#trackTop - this.#place.trackTop) >= 1) {
      this.#place = followScroll(this.#place, this.#trackTop, this.#ground.geometry);
      this.#drawRows();
      this.#settleSoon();
    }
    this.#paint();
  }

  /** Brings a cell into sight, in the same frame as what the caller draws. */
  reveal({ rowIndex, columnId }: CellPosition): void {
    const box = this.#elements.scroller.current;
    if (box === null) return;
    const { layout, size, geometry } = this.#ground;
    const left = revealLeft(layout, layout.columnIds.indexOf(columnId), {
      left: this.#left,
      viewWidth: size.width,
    });
    if (left !== this.#left) {
      box.scrollLeft = left;
      this.#slideTo(left);
    }
    if (rowIndex >= 0 && rowIndex < geometry.rowCount) {
      const contentTop = revealTop(this.#place.contentTop, rowIndex, geometry);
      if (contentTop !== this.#place.contentTop) this.#goTo(placeAt(contentTop, geometry));
      else this.#moveTrack();
    }
    this.#paint();
  }

  /** Where a cell is now, measured from the top left of the grid. */
  cellBox({ rowIndex, columnId }: CellPosition): CellBox {
    const { layout, size, geometry } = this.#ground;
    const placed = layout.columns[layout.columnIds.indexOf(columnId)];
    const isSliding = placed?.isFrozen === false;
    const left = (placed?.left ?? 0) - (isSliding ? this.#left : 0);
    const top = this.#rowTop(rowIndex);
    const isRow = rowIndex >= 0 && rowIndex < geometry.rowCount;
    // One pixel of tolerance for fractions of a scrolled pixel.
    const isInRows = top >= ROW_HEIGHT - 1 && top <= geometry.bodyHeight + 1;
    const isBesideFrozen = !isSliding || left >= layout.frozenWidth - 1;
    return {
      left,
      top,
      width: placed?.width ?? 0,
      isInSight: (isInRows || !isRow) && isBesideFrozen && left < size.width,
    };
  }

  /** Calls back after each scrolled or drawn frame; returns the way to stop. */
  onMoved(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** From the first drawing on; returns the way to stop. Not through React, whose events are made for rarer things than a frame. */
  start(): () => void {
    const follow = () => this.#followScroller();
    const box = this.#elements.scroller.current;
    box?.addEventListener('scroll', follow, { passive: true });
    return () => {
      box?.removeEventListener('scroll', follow);
      clearTimeout(this.#settleTimer);
    };
  }

  #goTo(place: ScrollPlace): void {
    this.#place = place;
    this.#moveTrack();
    this.#drawRows();
  }

  #drawRows(): void {
    this.#window = nextWindow(this.#window, this.#place.contentTop, this.#ground.geometry);
    this.#draw(this.#window);
  }

  #paint(): void {
    const shift = this.#window.base - Math.round(this.#place.contentTop);
    this.#elements.body.current?.style.setProperty('transform', `translateY(${String(shift)}px)`);
    for (const listener of this.#listeners) listener();
  }

  #settleSoon(): void {
    if (!isCompressed(this.#ground.geometry)) return;
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(() => this.#settle(), SETTLE_MS);
  }

  #settle(): void {
    this.#place = placeAt(this.#place.contentTop, this.#ground.geometry);
    this.#moveTrack();
  }

  #moveTrack(): void {
    const box = this.#elements.scroller.current;
    if (box === null) return;
    const top = this.#trackTop ?? box.scrollTop;
    if (Math.abs(top - this.#place.trackTop) < 1) {
      this.#trackTop = top;
      return;
    }
    box.scrollTop = this.#place.trackTop;
    this.#trackTop = null;
  }

  #slideTo(left: number): void {
    this.#left = left;
    // No transform at all is cheaper than one by nothing.
    this.#elements.view.current?.style.setProperty(
      '--grid-slide',
      left === 0 ? 'none' : `translateX(${String(-left)}px)`,
    );
  }

  #rowTop(rowIndex: number): number {
    if (rowIndex < 0) return 0;
    if (rowIndex >= this.#ground.geometry.rowCount) return this.#ground.size.height - ROW_HEIGHT;
    return ROW_HEIGHT + rowIndex * ROW_HEIGHT - Math.round(this.#place.contentTop);
  }
}

function hasSameColumns<Row>(before: ColumnLayout<Row>, layout: ColumnLayout<Row>): boolean {
  return before === layout || before.columnIds.join() === layout.columnIds.join();
}
