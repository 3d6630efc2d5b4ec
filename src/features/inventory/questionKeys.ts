interface Choices {
  /** -1: none yet. */
  chosen: number;
  labels: readonly string[];
}

/**
 * Which option a key chooses; null: none. Arrows and Tab go round, Home and End to the ends, a digit to that option,
 * Space to the first, a letter to the next option that begins with it.
 */
export function chosenByKey(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { chosen, labels }: Choices,
): number | null {
  const count = labels.length;
  const forward = (chosen + 1) % count;
  const back = chosen <= 0 ? count - 1 : chosen - 1;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return forward;
    case 'ArrowUp':
    case 'ArrowLeft':
      return back;
    case 'Tab':
      return shiftKey ? back : forward;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case ' ':
      return Math.max(0, chosen);
    default:
      return /^[1-9]$/.test(key) ? byDigit(Number(key), count) : byLetter(key, { chosen, labels });
  }
}

function byDigit(digit: number, count: number): number | null {
  return digit <= count ? digit - 1 : null;
}

function byLetter(key: string, { chosen, labels }: Choices): number | null {
  const letter = key.toLowerCase();
  if (Array.from(letter).length !== 1) return null;
  for (let step = 1; step <= labels.length; step += 1) {
    const index = (Math.max(-1, chosen) + step) % labels.length;
    if (labels[index]?.toLowerCase().startsWith(letter)) return index;
  }
  return null;
}
