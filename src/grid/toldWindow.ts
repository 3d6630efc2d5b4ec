import { startTransition } from 'react';
import type { RowWindow } from './window.ts';

/**
 * A bar that is dragged shows other rows in each frame, and those it has passed are of no use when they arrive: some of them are
 * told so that something is seen on the way, and those on which it rests.
 */
const PASSING_MS = 250;
const REST_MS = 60;

/** Tells the owner of the rows which of them are on screen, each time they are others. */
export class ToldWindow {
  readonly #tell: (first: number, last: number) => void;
  #shown: RowWindow = { first: 0, last: -1 };
  #shownAt = -Infinity;
  #told: RowWindow = { first: 0, last: 0 };
  #toldAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (first: number, last: number) => void) {
    this.#tell = tell;
  }

  show({ first, last }: RowWindow): void {
    if (first === this.#shown.first && last === this.#shown.last) return;
    this.#shown = { first, last };
    this.#shownAt = performance.now();
    const isElsewhere = first > this.#told.last || last < this.#told.first;
    if (!isElsewhere || this.#shownAt - this.#toldAt >= PASSING_MS) this.#tellNow();
    else this.#timer ??= setTimeout(() => this.#tellAtRest(), REST_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** One timer for a whole drag: setting it anew in each frame is felt on a slow machine. */
  #tellAtRest(): void {
    const restedMs = performance.now() - this.#shownAt;
    if (restedMs >= REST_MS) this.#tellNow();
    else this.#timer = setTimeout(() => this.#tellAtRest(), REST_MS - restedMs);
  }

  #tellNow(): void {
    this.stop();
    const { first, last } = this.#shown;
    this.#told = this.#shown;
    this.#toldAt = performance.now();
    // Where React keeps the rows, they are drawn after this frame and not within it.
    startTransition(() => this.#tell(first, last));
  }
}
