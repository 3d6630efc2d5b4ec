/** More chips than these are a list to scroll. */
export const CHIPS_SHOWN = 40;

const ROW_PX = 28;
const IN_SIGHT = 8;
const AHEAD = 4;

/** Rows of the full list that are drawn, and where each one lies. */
export const rowsInSight = {
  of(scrollTop: number, count: number): { first: number; last: number } {
    const first = Math.max(0, Math.floor(scrollTop / ROW_PX) - AHEAD);
    return { first, last: Math.min(count, first + IN_SIGHT + 2 * AHEAD + 1) };
  },
  topOf: (index: number) => index * ROW_PX,
};

interface ChipStep {
  isRemoving: boolean;
  /** The chip that has the focus then; null: the field. */
  focus: number | null;
}

/** What a key does on a chip; null: nothing of the chip's. */
export function chipAfterKey(key: string, { focused, count }: { focused: number; count: number }): ChipStep | null {
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
