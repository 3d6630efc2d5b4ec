/**
 * Which row element draws which row. A row that stays keeps its element (and with it the focus); elements of rows that went
 * out of sight are handed to the rows that came in, which then only change their text.
 *
 * Example: slots `[4, 5, 6]`, wanted `[5, 6, 7]` → `[7, 5, 6]`.
 */
export function assignSlots(before: readonly number[], wanted: readonly number[]): readonly number[] {
  const missing = new Set(wanted);
  const kept = before.map((rowIndex) => (missing.delete(rowIndex) ? rowIndex : undefined));
  if (missing.size === 0 && wanted.length === before.length) return before;
  const waiting = [...missing].values();
  const filled: number[] = [];
  for (const rowIndex of kept) {
    const next = rowIndex ?? waiting.next().value;
    // Fewer rows than before: the later elements go.
    if (next !== undefined) filled.push(next);
  }
  return [...filled, ...waiting];
}
