/** More chips than these are a list to scroll. */
export const CHIPS_SHOWN = 40;

const ROW_PX = 28;
const IN_SIGHT = 8;
const AHEAD = 4;

/** The rows of the full list that are drawn: those in sight, and the one with the focus wherever it is. */
export function chipsDrawn({
  scrollTop,
  focused,
  count,
}: {
  scrollTop: number;
  focused: number | null;
  count: number;
}): number[] {
  const first = Math.max(0, Math.floor(scrollTop / ROW_PX) - AHEAD);
  const last = Math.min(count, first + IN_SIGHT + 2 * AHEAD + 1);
  const inSight = Array.from({ length: Math.max(0, last - first) }, (_, place) => first + place);
  const isElsewhere = focused !== null && focused < count && (focused < first || focused >= last);
  return isElsewhere ? [...inSight, focused] : inSight;
}

export function chipTop(index: number): number {
  return index * ROW_PX;
}

interface ChipStep {
  isRemoving: boolean;
  /** The chip that has the focus then; null: the field. */
  focus: number | null;
}

/** What a key does on a chip; null: nothing of the chip's. */
export function chipAfterKey(
  key: string,
  { focused, count }: { focused: number; count: number },
): ChipStep | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return { isRemoving: false, focus: Math.max(0, focused - 1) };
    case 'ArrowRight':
    case 'ArrowDown':
      return { isRemoving: false, focus: focused + 1 < count ? focused + 1 : null };
    case 'Home':
      return { isRemoving: false, focus: 0 };
    case 'End':
      return { isRemoving: false, focus: count - 1 };
    case 'Escape':
    case 'Enter':
      return { isRemoving: false, focus: null };
    case 'Delete':
      return { isRemoving: true, focus: count === 1 ? null : Math.min(focused, count - 2) };
    case 'Backspace':
      return { isRemoving: true, focus: count === 1 ? null : Math.max(0, focused - 1) };
    default:
      return null;
  }
}
