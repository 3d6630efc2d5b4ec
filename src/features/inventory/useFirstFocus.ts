import { useEffect, useRef } from 'react';

/** Puts the focus on the first thing to do in a panel, whenever the panel shows something else. */
export function useFirstFocus(shows: unknown) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first =
      frame.current?.querySelector<HTMLElement>('[data-autofocus]') ??
      frame.current?.querySelector<HTMLElement>('input, button');
    first?.focus();
  }, [shows]);
  return frame;
}
