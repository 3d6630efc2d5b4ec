/** A curve is drawn a few hundred pixels wide: more points cannot be seen. */
const MAX_POINTS = 400;

/** At most 400 points, evenly picked, the first and last kept. */
export function thinOut<T>(points: readonly T[]): T[] {
  if (points.length <= MAX_POINTS) return [...points];
  const step = (points.length - 1) / (MAX_POINTS - 1);
  const picked = new Set(Array.from({ length: MAX_POINTS }, (_, index) => Math.round(index * step)));
  return points.filter((_, index) => picked.has(index));
}
