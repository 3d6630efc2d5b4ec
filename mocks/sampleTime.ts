import type { Instant } from '#domain/day.ts';
import { makeIds } from '#server/http/uuidv7.ts';

/** The application's clock and ids: fixed while the sample is made, so that it is the same each time; real from then on. */
export interface SampleTime {
  clock: () => Instant;
  ids: () => string;
  /** It is this moment until the next call. */
  stand(at: Instant): void;
  run(): void;
}

export function sampleTime(): SampleTime {
  let standingMs = 0;
  let isRunning = false;
  let count = 0;
  // A computer whose clock is behind the sample's last day must not write history before it.
  const nowMs = () => (isRunning ? Math.max(Date.now(), standingMs + 1) : standingMs);
  const realIds = makeIds(nowMs);
  return {
    clock: () => new Date(nowMs()).toISOString(),
    ids: () => {
      if (isRunning) return realIds();
      count += 1;
      return countedId(standingMs, count);
    },
    stand: (at) => {
      standingMs = Date.parse(at);
    },
    run: () => {
      isRunning = true;
    },
  };
}

/** In the form of a UUIDv7, with a count where that has random bits: sorts by creation, as the real ones do. */
function countedId(ms: number, count: number): string {
  const time = ms.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${count.toString(16).padStart(12, '0')}`;
}
