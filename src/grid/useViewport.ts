import { useLayoutEffect, useState, type RefObject } from 'react';
import type { ColumnLayout } from './columnLayout.ts';
import { GridScroll, ROW_HEIGHT, type Ground, type ScrollElements, type Size } from './scroll.ts';
import { trackMax } from './window.ts';
import type { RowPainter } from './rowPainter.ts';

/** Used where nothing is laid out (a hidden tab, a test without layout): enough to draw a page of rows. */
const UNKNOWN_SIZE: Size = { width: 1024, height: 640 };

export interface Viewport<Row> {
  readonly scroll: GridScroll<Row>;
  readonly ground: Ground<Row>;
  readonly trackHeight: number;
  /** Rows that PgUp and PgDn move by: one stays in sight. */
  readonly pageRows: number;
}

interface ViewportParts<Row> {
  readonly elements: ScrollElements;
  readonly size: Size;
  readonly rowCount: number;
  readonly hasFooter: boolean;
  readonly layout: ColumnLayout<Row>;
  readonly rows: RowPainter<Row>;
}

/** Which part of the rows is on screen. Scrolling changes no state of React. */
export function useViewport<Row>({
  elements,
  size,
  rowCount,
  hasFooter,
  layout,
  rows,
}: ViewportParts<Row>): Viewport<Row> {
  const bodyHeight = Math.max(ROW_HEIGHT, size.height - ROW_HEIGHT * (hasFooter ? 2 : 1));
  const geometry = { rowCount, rowHeight: ROW_HEIGHT, bodyHeight };
  const ground: Ground<Row> = { geometry, size, layout };
  const [scroll] = useState(() => new GridScroll<Row>(elements, ground, (window) => rows.draw(window)));
  useLayoutEffect(() => scroll.start(), [scroll]);
  return {
    scroll,
    ground,
    trackHeight: trackMax(geometry) + size.height,
    pageRows: Math.max(1, Math.floor(bodyHeight / ROW_HEIGHT) - 1),
  };
}

/** The inner size of the scroller, without its scroll bars. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(UNKNOWN_SIZE);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = watched;
      if (width === 0 || height === 0) return;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
