/** Which of two comes first: below zero the left one. No two are equal. */
export type Order = (left: number, right: number) => number;

/**
 * Moves numbers about until those before position `at` are all before those from it on, in an order that is total. Takes
 * a time that grows with how many there are, where sorting them takes their logarithm more (quickselect).
 */
export function selectFirst(numbers: Uint32Array, at: number, compare: Order): void {
  let from = 0;
  let to = numbers.length - 1;
  while (from < to && at > from && at <= to) {
    const pivot = middleOf(numbers, { from, to, compare });
    let left = from;
    let right = to;
    while (left <= right) {
      while (compare(numbers[left] ?? 0, pivot) < 0) left += 1;
      while (compare(numbers[right] ?? 0, pivot) > 0) right -= 1;
      if (left > right) break;
      const moved = numbers[left] ?? 0;
      numbers[left] = numbers[right] ?? 0;
      numbers[right] = moved;
      left += 1;
      right -= 1;
    }
    // From `right + 1` up to `left` lies the pivot alone, if anything.
    if (at <= right) to = right;
    else if (at > left) from = left;
    else return;
  }
}

/** The middle one of the first, the middle and the last: lines that are in order already are split in half. */
function middleOf(
  numbers: Uint32Array,
  { from, to, compare }: { from: number; to: number; compare: Order },
): number {
  const [first = 0, middle = 0, last = 0] = [numbers[from], numbers[(from + to) >>> 1], numbers[to]];
  const [low, high] = compare(first, middle) < 0 ? [first, middle] : [middle, first];
  if (compare(last, low) < 0) return low;
  return compare(last, high) < 0 ? last : high;
}
