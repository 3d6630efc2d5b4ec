import { startTransition, useEffect, useEffectEvent, useRef } from 'react';
import type { GridSession } from './session.ts';

/** A bar that is dragged shows other rows in each frame: of those, some are asked for every so many milliseconds. */
const PAUSE_MS = 80;

/** Tells the owner of the rows which of them are on screen. */
export function useToldWindow<Row>({ viewport, props }: GridSession<Row>): void {
  const { first, last } = viewport.rows;
  const told = useRef({ first: 0, last: 0, at: -Infinity });
  const tell = useEffectEvent(() => {
    told.current = { first, last, at: performance.now() };
    // Not within the frame that is being drawn: it would wait for requests to be made.
    startTransition(() => props.onWindow?.(first, last));
  });
  useEffect(() => {
    const before = told.current;
    const isElsewhere = first > before.last || last < before.first;
    if (!isElsewhere || performance.now() - before.at >= PAUSE_MS) {
      tell();
      return undefined;
    }
    const timer = setTimeout(() => tell(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [first, last]);
}
