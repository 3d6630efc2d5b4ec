import { useLayoutEffect, useState, type RefObject } from 'react';
import type { ColumnLayout } from './columnLayout.ts';
import { GridScroll, ROW_HEIGHT, type Drawn, type Ground, type ScrollElements, type Size } from './scroll.ts';
import { drawnRows, trackMax, type RowWindow } from './window.ts';

/** Used where nothing is laid out (a hidden tab, a test without layout): enough to draw a page of rows. */
const UNKNOWN_SIZE: Size = { width: 1024, height: 640 };

export interface Viewport<Row> {
  readonly scroll: GridScroll<Row>;
  readonly rows: RowWindow;
  readonly base: number;
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
}

/** Which rows are drawn and where. One state change per scrolled frame, and none while the same rows stay on screen. */
export function useViewport<Row>({
  elements,
  size,
  rowCount,
  hasFooter,
  layout,
}: ViewportParts<Row>): Viewport<Row> {
  const bodyHeight = Math.max(ROW_HEIGHT, size.height - ROW_HEIGHT * (hasFooter ? 2 : 1));
  const geometry = { rowCount, rowHeight: ROW_HEIGHT, bodyHeight };
  const ground: Ground<Row> = { geometry, size, layout };
  const [drawn, setDrawn] = useState<Drawn>({ first: 0, base: 0 });
  const [scroll] = useState(
    () =>
      new GridScroll<Row>(elements, ground, (next) => {
        setDrawn((before) => (before.first === next.first && before.base === next.base ? before : next));
      }),
  );
  useLayoutEffect(() => scroll.setGround(ground));
  useLayoutEffect(() => () => scroll.stop(), [scroll]);
  return {
    scroll,
    rows: drawnRows(drawn.first, geometry),
    base: drawn.base,
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
