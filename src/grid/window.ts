/**
 * Which rows are on screen, for any number of rows.
 *
 * A browser caps the height of an element near 33 million pixels and loses whole pixels of precision on the way there. So
 * two positions are kept: `trackTop`, where the scroll bar is, and `contentTop`, which pixel of the rows is at the top. They
 * are equal until the rows are taller than MAX_TRACK_PX; above that the middle of the track is compressed, while small steps
 * (wheel, touch, keys) still move the rows one pixel per pixel.
 */
export interface ScrollGeometry {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** The height left for rows between header and totals line. */
  readonly bodyHeight: number;
}

export interface ScrollPlace {
  readonly trackTop: number;
  readonly contentTop: number;
}

export interface RowWindow {
  readonly first: number;
  /** Below `first` when there is no row. */
  readonly last: number;
}

/** The rows to draw, and the pixel they are placed against. */
export interface DrawnWindow extends RowWindow {
  readonly base: number;
}

/** Below 2^23, so that half pixels survive in the browser's 32-bit floats. */
export const MAX_TRACK_PX = 8_000_000;
/** At both ends the track is not compressed, so that a wheel reaches the first and the last row at its usual speed. */
const PLAIN_END_PX = 1_000_000;
/** Rows are placed against a pixel at most so far away, so that transforms stay small numbers. */
const MAX_DISTANCE_PX = 262_144;

/** How far the rows can be scrolled. */
export function contentMax({ rowCount, rowHeight, bodyHeight }: ScrollGeometry): number {
  return Math.max(0, rowCount * rowHeight - bodyHeight);
}

/** How far the scroll bar can be scrolled. */
export function trackMax(geometry: ScrollGeometry): number {
  return Math.min(contentMax(geometry), MAX_TRACK_PX);
}

/** Is the bar shorter than the rows, so that the two drift apart and have to be brought together again? */
export function isCompressed(geometry: ScrollGeometry): boolean {
  return contentMax(geometry) > trackMax(geometry);
}

/** Where the rows go when the bar is seen at `trackTop`. A small step moves the rows by as much; a jump goes in proportion. */
export function followScroll(before: ScrollPlace, trackTop: number, geometry: ScrollGeometry): ScrollPlace {
  const rowsEnd = contentMax(geometry);
  const end = trackMax(geometry);
  if (trackTop <= 0) return { trackTop, contentTop: 0 };
  if (trackTop >= end) return { trackTop, contentTop: rowsEnd };
  const step = trackTop - before.trackTop;
  // One pixel of a scroll bar's thumb is thousands of track pixels here, so a drag never looks like a small step.
  const isSmallStep = rowsEnd > end && Math.abs(step) <= geometry.bodyHeight * 2;
  const contentTop = isSmallStep ? clamp(before.contentTop + step, rowsEnd) : contentAt(trackTop, geometry);
  return { trackTop, contentTop };
}

/** The place whose rows start at `contentTop` (kept within the ends), with the bar where it belongs. */
export function placeAt(contentTop: number, geometry: ScrollGeometry): ScrollPlace {
  const rowsEnd = contentMax(geometry);
  const end = trackMax(geometry);
  const wanted = clamp(contentTop, rowsEnd);
  if (rowsEnd === end) return { trackTop: wanted, contentTop: wanted };
  const plain = plainEnd(end);
  if (wanted <= plain) return { trackTop: wanted, contentTop: wanted };
  if (wanted >= rowsEnd - plain) return { trackTop: end - (rowsEnd - wanted), contentTop: wanted };
  const share = (wanted - plain) / (rowsEnd - 2 * plain);
  return { trackTop: Math.round(plain + share * (end - 2 * plain)), contentTop: wanted };
}

/** The rows that touch the screen. */
export function visibleRows(
  contentTop: number,
  { rowCount, rowHeight, bodyHeight }: ScrollGeometry,
): RowWindow {
  const first = Math.max(0, Math.min(Math.floor(contentTop / rowHeight), rowCount - 1));
  const last = Math.min(rowCount - 1, Math.ceil((contentTop + bodyHeight) / rowHeight) - 1);
  return { first, last: Math.max(last, rowCount === 0 ? -1 : first) };
}

/** The rows to draw: always the same number while it can be, so that row elements are reused and never made or removed. */
export function drawnRows(first: number, { rowCount, rowHeight, bodyHeight }: ScrollGeometry): RowWindow {
  const count = Math.min(rowCount, Math.ceil(bodyHeight / rowHeight) + 1);
  const start = Math.max(0, Math.min(first, rowCount - count));
  return { first: start, last: start + count - 1 };
}

/** The nearest `contentTop` at which the whole row is on screen. */
export function revealTop(contentTop: number, rowIndex: number, geometry: ScrollGeometry): number {
  const top = rowIndex * geometry.rowHeight;
  const highest = top + geometry.rowHeight - geometry.bodyHeight;
  return clamp(Math.min(Math.max(contentTop, highest), top), contentMax(geometry));
}

/**
 * The next rows to draw. Scrolled rows are placed against the same pixel as before, so that those which stay are not moved;
 * after a jump against their own first one, so that all elements stay where the rows before had been.
 */
export function nextWindow(before: DrawnWindow, contentTop: number, geometry: ScrollGeometry): DrawnWindow {
  const { first, last } = drawnRows(visibleRows(contentTop, geometry).first, geometry);
  const top = first * geometry.rowHeight;
  const isJump = first > before.last || last < before.first;
  const isFar = Math.abs(top - before.base) > MAX_DISTANCE_PX;
  return { first, last, base: isJump || isFar ? top : before.base };
}

function contentAt(trackTop: number, geometry: ScrollGeometry): number {
  const rowsEnd = contentMax(geometry);
  const end = trackMax(geometry);
  if (rowsEnd === end) return clamp(trackTop, rowsEnd);
  const plain = plainEnd(end);
  if (trackTop <= plain) return trackTop;
  if (trackTop >= end - plain) return rowsEnd - (end - trackTop);
  const share = (trackTop - plain) / (end - 2 * plain);
  return Math.round(plain + share * (rowsEnd - 2 * plain));
}

function plainEnd(end: number): number {
  return Math.min(PLAIN_END_PX, end / 4);
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(0, value), max);
}
