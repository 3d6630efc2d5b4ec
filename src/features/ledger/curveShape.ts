/** A point of the curve: the day as a number of days, and the cumulative profit at its end. */
export interface CurvePoint {
  day: number;
  profit: number;
}

export interface CurveBox {
  width: number;
  height: number;
  /** Kept free on all sides, so that lines and marks are not cut. */
  inset: number;
}

/** Where a point lies in the box. Zero is always inside, so that gain and loss can be told apart. */
export function placePoints(
  points: readonly CurvePoint[],
  box: CurveBox,
): { xy: { x: number; y: number }[]; zeroY: number } {
  const days = points.map((point) => point.day);
  const profits = points.map((point) => point.profit);
  const [firstDay, lastDay] = [Math.min(...days), Math.max(...days)];
  const [low, high] = [Math.min(0, ...profits), Math.max(0, ...profits)];
  const x = (day: number) =>
    box.inset + ((day - firstDay) / Math.max(1, lastDay - firstDay)) * (box.width - 2 * box.inset);
  const y = (profit: number) =>
    box.inset + ((high - profit) / Math.max(1, high - low)) * (box.height - 2 * box.inset);
  return { xy: points.map((point) => ({ x: x(point.day), y: y(point.profit) })), zeroY: y(0) };
}

/** Money moves on a day and then stays: a line of steps, never a slope between two days. */
export function stepPath(xy: readonly { x: number; y: number }[]): string {
  return xy
    .map(({ x, y }, index) => (index === 0 ? `M${round(x)} ${round(y)}` : `H${round(x)}V${round(y)}`))
    .join('');
}

function round(value: number): string {
  return value.toFixed(1);
}
