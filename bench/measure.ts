/** What a series of times says, in milliseconds. */
export interface Times {
  median: number;
  p95: number;
  count: number;
}

export function summarise(times: readonly number[]): Times {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), count: sorted.length };
}

/** Does something so often, after some unmeasured rounds, and answers how long each took. */
export async function timeEach(
  { rounds, warmUps = 5 }: { rounds: number; warmUps?: number },
  work: (round: number) => Promise<unknown>,
): Promise<Times> {
  for (let round = 0; round < warmUps; round += 1) await work(round);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work(warmUps + round);
    times.push(performance.now() - start);
  }
  return summarise(times);
}

/** One line of a table: what, the median, the 95th percentile. */
export function printTimes(label: string, { median, p95, count }: Times): void {
  console.log(`${label.padEnd(64)} median ${format(median)}  p95 ${format(p95)}  (${count} times)`);
}

export function printFigure(label: string, figure: string): void {
  console.log(`${label.padEnd(64)} ${figure}`);
}

function format(ms: number): string {
  return `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`.padStart(9);
}
