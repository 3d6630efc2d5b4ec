/**
 * Which row element draws which row; undefined: the element is no longer needed. A row that stays keeps its element (and with it
 * the focus); elements of rows that went out of sight are handed to the rows that came in, which then only change their text.
 *
 * Example: slots `[4, 5, 6]`, wanted `[5, 6, 7]` → `[7, 5, 6]`; wanted `[6]` → `[undefined, undefined, 6]`.
 */
export function assignSlots(
  before: readonly number[],
  wanted: readonly number[],
): readonly (number | undefined)[] {
  const missing = new Set(wanted);
  const kept = before.map((rowIndex) => (missing.delete(rowIndex) ? rowIndex : undefined));
  const waiting = [...missing].values();
  const filled = kept.map((rowIndex) => rowIndex ?? waiting.next().value);
  return [...filled, ...waiting];
}
