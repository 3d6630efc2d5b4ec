/** Of `grid.css`: the size of a cell's text, and the room beside it on both sides together. */
const FONT_SIZE = 13.5;
const PADDING = 24;
/** The widest that a letter is, in ems, in the widest fonts for screens (Verdana, DejaVu Sans, regular). */
const NARROW = 0.66;
const CAPITAL = 0.79;
const WIDE = 1.1;
const NARROW_LETTERS = /[ -"'-*,-;[-_a-ln-vx-|€$£\u00A0\u202F]/;
const CAPITALS = /[A-LN-VX-Z]/;
const KNOWN = /^[ -~\u00A0-\u017F\u202F\u2212€]*$/;

/**
 * Whether a text certainly fits into a cell of so many pixels; false where it may not. A clip for each cell is a third of what
 * the browser does to draw a frame, and few cells need theirs. Not measured, because that costs more than it saves.
 */
export function surelyFits(text: string, cellWidth: number): boolean {
  const room = (cellWidth - PADDING) / FONT_SIZE;
  if (text.length * NARROW > room) return false;
  if (text.length * WIDE > room) return KNOWN.test(text) && atMostEms(text) <= room;
  return KNOWN.test(text);
}

function atMostEms(text: string): number {
  let ems = 0;
  for (const letter of text)
    ems += NARROW_LETTERS.test(letter) ? NARROW : CAPITALS.test(letter) ? CAPITAL : WIDE;
  return ems;
}
